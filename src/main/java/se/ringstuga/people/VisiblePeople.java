package se.ringstuga.people;

/** Who is seen from an organization (decision 011), as a condition of any statement; the only place that says it. */
public final class VisiblePeople {

    private VisiblePeople() {}

    /**
     * In the register of the organization or of one below it, or connected to one of these. Protection is asked apart.
     *
     * @param organization the statement's parameter with the id of the organization, such as {@code :viewer}
     * @return over {@code p}, a row of {@code person}
     */
    public static String from(String organization) {
        return "(" + inRegister(organization)
                + " or exists (select 1 from person_connection pc where pc.person_id = p.id and pc.connected_to in "
                + tree(organization) + "))";
    }

    /** The same without those who are only connected. */
    public static String inRegister(String organization) {
        return "p.organization_id in " + tree(organization);
    }

    private static String tree(String organization) {
        return "(select below.descendant_id from organization_closure below where below.ancestor_id = " + organization
                + ")";
    }
}
