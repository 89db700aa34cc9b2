package se.ringstuga.organizations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/**
 * Whether an organization is closed on a day (rule 33): its own decision, else that of the nearest organization above that has
 * made one. In Java an organization's calendar is kept for {@link #KEPT}; whoever asks about rows of many organizations in one
 * statement uses the SQL texts, which are never behind.
 */
@ApplicationScoped
public class ClosedDays {

    /** For how long a change made on another instance may go unnoticed here. */
    public static final Duration KEPT = Duration.ofSeconds(10);

    private static final int MOST_KEPT = 1000;

    /** True on a closed day; {@code {organization}} and {@code {day}} (a date) are expressions to be put in. */
    public static final String CLOSED = """
            coalesce((select not cd.open from organization_closure cc
                        join closed_date cd on cd.organization_id = cc.ancestor_id and cd.day = {day}
                      where cc.descendant_id = {organization} order by cc.depth, cd.open desc limit 1), false)""";

    /**
     * How many closed days lie after {@code {from}} and not after {@code {until}} (dates): what a count of days in between
     * is too large by.
     */
    public static final String CLOSED_BETWEEN = """
            (select count(*) from (
               select distinct on (cd.day) cd.open from organization_closure cc
                 join closed_date cd on cd.organization_id = cc.ancestor_id
               where cc.descendant_id = {organization} and cd.day > {from} and cd.day <= {until}
               order by cd.day, cc.depth, cd.open desc) decided where not decided.open)""";

    private static final NamedSql ZONE = NamedSql.of("select time_zone from organization where id = :organization");

    private static final NamedSql CLOSED_DAYS = NamedSql.of("""
            select day from (
              select distinct on (d.day) d.day, d.open from organization_closure c
                join closed_date d on d.organization_id = c.ancestor_id
              where c.descendant_id = :organization order by d.day, c.depth, d.open desc) decided
            where not open""");

    private final Sql sql;
    private final Clock clock;
    private final Map<Long, Kept> calendars = new ConcurrentHashMap<>();

    ClosedDays(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Kept(ClosedCalendar calendar, Instant read) {

        boolean goodAt(Instant now) {
            return Duration.between(read, now).abs().compareTo(KEPT) <= 0;
        }
    }

    public boolean closed(long organizationId, LocalDate day) {
        return calendar(organizationId).closed(day);
    }

    /** The day itself unless it is closed. */
    public LocalDate nextOpen(long organizationId, LocalDate day) {
        return calendar(organizationId).nextOpen(day);
    }

    /** From about a year and a half back to at least a year ahead. */
    public ClosedCalendar calendar(long organizationId) {
        var now = clock.instant();
        var known = calendars.get(organizationId);
        if (known != null && known.goodAt(now)) {
            return known.calendar();
        }
        if (calendars.size() >= MOST_KEPT) {
            calendars.clear();
        }
        var calendar = read(organizationId);
        calendars.put(organizationId, new Kept(calendar, now));
        return calendar;
    }

    /** Those below are concerned too. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClosedDaysChanged changed) {
        calendars.clear();
    }

    private ClosedCalendar read(long organizationId) {
        var parameters = Map.of("organization", organizationId);
        var zone = sql.first(ZONE, parameters, row -> ZoneId.of(row.text("time_zone")))
                .orElseThrow();
        return ClosedCalendar.of(
                zone, sql.list(CLOSED_DAYS, parameters, row -> Objects.requireNonNull(row.dateOrNull("day"))));
    }
}
