package se.ringstuga.people;

/** With those who get a tag, so many would be written to within a day that somebody else must give it (rule 23). */
public final class TooManyTagged extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String begins;
    private final long limit;

    /**
     * Names what writes to them.
     *
     * @param begins the title of what the tag begins
     * @param limit how many people one person may begin to write to within 24 hours
     */
    public TooManyTagged(String begins, long limit) {
        super("giving the tag begins " + begins + " for more than " + limit + " people within 24 hours");
        this.begins = begins;
        this.limit = limit;
    }

    /** What the tag begins. */
    public String begins() {
        return begins;
    }

    /** People within 24 hours. */
    public long limit() {
        return limit;
    }
}
