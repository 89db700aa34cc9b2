package se.ringstuga.phonebanks;

/** What somebody who waits is told when their page looks. */
sealed interface Answer {

    /** Nobody has answered yet. */
    record Waits(String name, int number) implements Answer {}

    /**
     * Let in.
     *
     * @param session the caller's, for this browser alone
     */
    record In(String session) implements Answer {}

    /** A no, or the evening is over. */
    record Refused() implements Answer {}

    /** This browser never asked, or went away for too long. */
    record Unknown() implements Answer {}
}
