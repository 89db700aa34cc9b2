package se.ringstuga.calling;

/** What stops somebody from harvesting the register through the volunteer's pages (rule 7). */
public enum CallerLimit {
    CLAIMS_AN_HOUR,
    SKIPS_IN_A_ROW,
    SKIPS_AN_EVENING
}
