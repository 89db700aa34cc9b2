package se.ringstuga.organizations;

/** Where an organization is written to: its own choice, else that of the nearest organization above that has one. */
public final class ContactAddress {

    private static final String OF = """
            (select u.settings ->> 'contactEmail' from organization_closure c join organization u on u.id = c.ancestor_id
             where c.descendant_id = {organization} and u.settings ->> 'contactEmail' is not null order by c.depth limit 1)""";

    private ContactAddress() {}

    /** The address in a statement, or null; {@code organization} is an expression. */
    public static String of(String organization) {
        return OF.replace("{organization}", organization);
    }
}
