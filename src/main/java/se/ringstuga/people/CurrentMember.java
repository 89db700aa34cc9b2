package se.ringstuga.people;

/** Whether a person is a member on a day, in the statements of all features. */
public final class CurrentMember {

    private CurrentMember() {}

    /**
     * A condition over {@code p}, a person.
     *
     * @param day an expression of type date; whoever leaves on it is no member any more
     */
    public static String on(String day) {
        return """
                exists (select from membership b where b.organization_id = p.organization_id and b.person_id = p.id
                          and (b.left_on is null or b.left_on > {day}))""".replace("{day}", day);
    }
}
