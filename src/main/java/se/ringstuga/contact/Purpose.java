package se.ringstuga.contact;

/**
 * Why a person is contacted, and which rules bind a contact of that kind (rule 20). What binds every kind stands in
 * {@link MessagePolicy}: protection, a person who is not to be contacted at all, opt-outs of the purpose or of the whole
 * channel, suppressed numbers and addresses, and consent for whoever is not a current member.
 */
public enum Purpose {
    //           quiet hours, weekly cap, cool-down, age, closed days
    /** The summons that the statutes demand. Whoever may be under 16 gets it by e-mail, otherwise as a letter. */
    NOTICE(true, false, false, true, false),
    /** Of something the person has signed up for. */
    REMINDER(true, false, false, false, false),
    /** The person has just asked for it. */
    REQUESTED(false, false, false, false, false),
    WELCOME(true, true, true, true, true),
    INFORMATION(true, true, true, true, true),
    /**
     * A phone call. Its assignment's calling hours stand in for quiet hours, and its assignment's cool-down says how soon after
     * another call: calls of the whole tree count, by person and number ({@link ContactPolicy#LAST_ATTEMPT}). For the weekly cap
     * messages count as well ({@link ContactPolicy#CAP_REACHED}).
     */
    CALL(false, true, true, true, true);

    /** What binds some purposes and not others. */
    public enum Rule {
        /** Not at night, in the association's zone. */
        QUIET_HOURS,
        /** Not more than so many contacts of these purposes a week, counted over the whole tree by person and number (rule 21). */
        WEEKLY_CAP,
        /** Not soon after a call, counted alike. */
        COOL_DOWN,
        /** Nobody who may be under 16 by their birth year, unless the organization allows it (rule 5). */
        AGE,
        /** Not in bulk, and no calls, on days on which the association is closed (rule 33). */
        CLOSED_DAYS
    }

    private final boolean quietHours;
    private final boolean weeklyCap;
    private final boolean coolDown;
    private final boolean age;
    private final boolean closedDays;

    Purpose(boolean quietHours, boolean weeklyCap, boolean coolDown, boolean age, boolean closedDays) {
        this.quietHours = quietHours;
        this.weeklyCap = weeklyCap;
        this.coolDown = coolDown;
        this.age = age;
        this.closedDays = closedDays;
    }

    public boolean isBoundBy(Rule rule) {
        return switch (rule) {
            case QUIET_HOURS -> quietHours;
            case WEEKLY_CAP -> weeklyCap;
            case COOL_DOWN -> coolDown;
            case AGE -> age;
            case CLOSED_DAYS -> closedDays;
        };
    }
}
