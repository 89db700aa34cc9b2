package se.ringstuga.phonebanks;

/** What came of asking for a place (rule 36). */
sealed interface Asked {

    /**
     * This browser waits.
     *
     * @param secret for its cookie: only it learns the number, and becomes a caller after the yes
     */
    record Waits(String secret) implements Asked {}

    /** Twenty wait already. */
    record Full() implements Asked {}

    /** No such code or link, or not now: which of them is not told. */
    record Unknown() implements Asked {}
}
