package se.ringstuga.contact;

/**
 * Why a person is contacted, and which rules bind a contact of that kind (rule 20). What binds every kind stands in
 * {@link MessagePolicy}: protection, a person who is not to be contacted at all, opt-outs of the purpose or of the whole
 * channel, suppressed numbers and addresses, and consent for whoever is not a current member.
 */
public enum Purpose {
    //           quiet hours, cool-down, age
    /** The summons that the statutes demand. */
    NOTICE(true, false, false),
    /** Of something the person has signed up for. */
    REMINDER(true, false, false),
    /** The person has just asked for it. */
    REQUESTED(false, false, false),
    WELCOME(true, true, true),
    INFORMATION(true, true, true),
    /** A phone call; its assignment's calling hours stand in for quiet hours. */
    CALL(false, true, true);

    /** What binds some purposes and not others. */
    public enum Rule {
        /** Not at night, in the association's zone. */
        QUIET_HOURS,
        /** Not more than so many a week, and not soon after a call, counted over the whole tree by person and number (rule 21). */
        COOL_DOWN,
        /** Nobody who may be under 16 by their birth year, unless the organization allows it (rule 5). */
        AGE
    }

    private final boolean quietHours;
    private final boolean coolDown;
    private final boolean age;

    Purpose(boolean quietHours, boolean coolDown, boolean age) {
        this.quietHours = quietHours;
        this.coolDown = coolDown;
        this.age = age;
    }

    public boolean isBoundBy(Rule rule) {
        return switch (rule) {
            case QUIET_HOURS -> quietHours;
            case COOL_DOWN -> coolDown;
            case AGE -> age;
        };
    }
}
