package se.ringstuga.calling;

/** A tag that the organizer lets callers put on the people of an assignment. */
public record OfferedTag(long id, String title) {}
