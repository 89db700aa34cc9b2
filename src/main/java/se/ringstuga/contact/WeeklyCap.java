package se.ringstuga.contact;

import java.time.Duration;

/**
 * How often a person is contacted at most within seven days by what the cap binds ({@link Purpose.Rule#WEEKLY_CAP}): messages and
 * completed calls together. Each organization chooses, or follows the nearest one above that has.
 */
public final class WeeklyCap {

    /** Where nobody has chosen. */
    public static final int USUAL = 3;

    public static final Duration WEEK = Duration.ofDays(7);

    private WeeklyCap() {}

    /**
     * What holds for an organization, as SQL.
     *
     * @param organization an SQL expression that gives its id
     */
    public static String of(String organization) {
        return """
            coalesce((select cast(u.settings ->> 'weeklyCap' as integer)
                      from organization_closure x join organization u on u.id = x.ancestor_id
                      where x.descendant_id = %s and jsonb_exists(u.settings, 'weeklyCap') order by x.depth limit 1), %d)""".formatted(organization, USUAL);
    }
}
