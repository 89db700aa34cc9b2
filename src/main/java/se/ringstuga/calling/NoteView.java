package se.ringstuga.calling;

import java.time.Instant;

/** A note for later callers of the same assignment. */
public record NoteView(long id, String text, Instant writtenAt) {}
