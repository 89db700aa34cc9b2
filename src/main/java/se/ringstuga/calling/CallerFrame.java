package se.ringstuga.calling;

/** What stands around every page of a volunteer: whose phone bank it is, and under which name this browser keeps drafts. */
record CallerFrame(String title, String draftKey) {}
