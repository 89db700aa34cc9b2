package se.ringstuga.segments;

/** Filters as SQL conditions over the table person under the alias {@code p}, for use inside a larger statement. */
public final class SegmentSql {

    private SegmentSql() {}

    /**
     * Whether the filter holds for the row.
     *
     * @param parameterPrefix begins the name of every parameter, so that several conditions fit in one statement
     */
    public static Condition condition(Filter filter, String parameterPrefix, Scope scope) {
        SqlWriter writer = new SqlWriter(parameterPrefix, scope);
        String sql = writer.write(filter);
        return new Condition(sql, writer.parameters());
    }

    /** Who can be in any segment of the organization: whom it sees, those with a protected identity excepted. */
    public static Condition base(String parameterPrefix, Scope scope) {
        SqlWriter writer = new SqlWriter(parameterPrefix, scope);
        String sql = writer.base();
        return new Condition(sql, writer.parameters());
    }
}
