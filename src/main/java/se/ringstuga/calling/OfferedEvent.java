package se.ringstuga.calling;

/** An event that callers of an assignment may sign people up for, in words. */
public record OfferedEvent(long id, String words) {}
