package se.ringstuga.contact;

/**
 * Calls and messages to one person or number that are claimed at the same moment, by whatever part of the product, come one
 * after the other: what the policy counts in the next statement then holds until the commit, so the weekly cap is not
 * exceeded. The last locks of whoever claims a call, and taken in the order of their keys.
 */
public final class ContactTurns {

    /**
     * Somebody has the person {@code p}, or anybody on one of their numbers, for a call right now: it counts nowhere yet, and
     * will when it is told of.
     */
    public static final String BEING_CALLED = """
            (exists (select from call c where c.open_person_id = p.id)
             or exists (select from call_number n where n.root_id = :policy_root and n.phone = any (%s) and n.open))""".formatted(PolicySql.NUMBERS);

    private ContactTurns() {}

    /**
     * The key of the advisory lock.
     *
     * @param who an SQL expression that gives a person's id, a number or an address as text
     */
    public static String key(String who) {
        return "hashtextextended('sending ' || " + who + ", 0)";
    }
}
