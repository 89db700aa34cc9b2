package se.ringstuga.calling;

/** Which numbers of person {@code p} may be dialled, in SQL: those that nobody has marked wrong, the main one first. */
final class DialSql {

    static final String MAIN = "case when p.phone_wrong_at is null then p.phone end";
    static final String OTHER = "case when p.alt_phone_wrong_at is null then p.alt_phone end";

    /** Null when there is none left. */
    static final String FIRST = "coalesce(" + MAIN + ", " + OTHER + ")";

    private DialSql() {}
}
