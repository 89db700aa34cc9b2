package se.ringstuga.calling;

/**
 * A volunteer and the way in.
 *
 * @param joinLink personal, shown this once; its page shows a button and no person (rule 19)
 */
public record CreatedCaller(long id, String name, String joinLink) {}
