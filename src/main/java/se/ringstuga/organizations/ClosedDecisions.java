package se.ringstuga.organizations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Conflict;

/** What organizations have decided about their breaks, laid out as days. */
@ApplicationScoped
public class ClosedDecisions {

    /** Also the bound of a list. */
    private static final int MOST = 100;

    private static final int YEARS_KEPT = 3;

    private static final String COLUMNS = "d.id, d.organization_id, d.kind, d.name, d.first_on, d.last_on, d.open";

    private static final NamedSql LIST = NamedSql.of("""
            select %s from organization_closure c join closed_day d on d.organization_id = c.ancestor_id
            where c.descendant_id = :organization
            order by c.depth, d.kind in ('DATES', 'YEARLY'), d.first_on, d.id""".formatted(COLUMNS));

    private static final NamedSql ONE = NamedSql.of(
            "select %s from closed_day d where d.organization_id = :organization and d.id = :id".formatted(COLUMNS));

    private static final NamedSql COUNT =
            NamedSql.of("select count(*) as decisions from closed_day where organization_id = :organization");

    private static final NamedSql ADD = NamedSql.of("""
            insert into closed_day as d (organization_id, kind, name, first_on, last_on, open, laid_out_until, created_at, created_by)
            values (:organization, :kind, :name, cast(:first as date), cast(:last as date), :open, :until, :now, :actor)
            on conflict (organization_id, kind) where kind not in ('DATES', 'YEARLY')
              do update set open = excluded.open, created_at = excluded.created_at, created_by = excluded.created_by
            returning %s""".formatted(COLUMNS));

    private static final NamedSql REMOVE =
            NamedSql.of("delete from closed_day where organization_id = :organization and id = :id");

    private static final NamedSql LAY_OUT = NamedSql.of("""
            insert into closed_date as d (organization_id, day, closed_day_id, open)
            select :organization, cast(day as date), :id, :open from unnest(cast(:days as text[])) day
            on conflict (organization_id, day, closed_day_id) do update set open = excluded.open where d.open <> excluded.open""");

    private static final NamedSql LAID_OUT =
            NamedSql.of("update closed_day set laid_out_until = :until where id = :id");

    private static final NamedSql TO_LAY_OUT = NamedSql.of("""
            select %s from closed_day d where d.kind <> 'DATES' and d.laid_out_until < :until
            order by d.laid_out_until limit 100 for update skip locked""".formatted(COLUMNS));

    private static final NamedSql FORGET_DATES = NamedSql.of("delete from closed_date where day < :before");

    private static final NamedSql FORGET_DAYS =
            NamedSql.of("delete from closed_day where kind = 'DATES' and last_on < :before");

    private final Sql sql;
    private final Event<ClosedDaysChanged> changed;
    private final Clock clock;

    ClosedDecisions(Sql sql, Event<ClosedDaysChanged> changed, Clock clock) {
        this.sql = sql;
        this.changed = changed;
        this.clock = clock;
    }

    /** The organization's own first, then those from above. */
    public List<ClosedDay> list(long organizationId) {
        return sql.list(LIST, Map.of("organization", organizationId), ClosedDecisions::day);
    }

    public Optional<ClosedDay> find(long organizationId, long id) {
        return sql.first(ONE, Map.of("organization", organizationId, "id", id), ClosedDecisions::day);
    }

    /**
     * Decides on a break. What is proposed is decided once: a second decision replaces the first.
     *
     * @throws se.ringstuga.http.InvalidInput naming each field that does not go together with the others
     */
    public ClosedDay add(long organizationId, NewClosedDay wanted, String actor) {
        var today = today();
        var asked = wanted.checked(today);
        if (sql.first(COUNT, Map.of("organization", organizationId), row -> row.number("decisions"))
                        .orElseThrow()
                >= MOST) {
            throw new TooMany();
        }
        var until = end(today);
        var parameters = new HashMap<String, Object>(Map.of("organization", organizationId, "kind", asked.kind()));
        parameters.put("name", asked.name() == null ? null : asked.name().strip());
        parameters.put("first", asked.firstOn());
        parameters.put("last", asked.lastOn());
        parameters.put("open", Boolean.TRUE.equals(asked.open()));
        parameters.put("until", until);
        parameters.put("now", clock.instant());
        parameters.put("actor", actor);
        var day = sql.first(ADD, parameters, ClosedDecisions::day).orElseThrow();
        layOut(day, beginning(today), until);
        changed.fire(new ClosedDaysChanged(organizationId, clock.instant()));
        return day;
    }

    /** False when there is none such, or it is another organization's. */
    public boolean remove(long organizationId, long id) {
        var removed = sql.update(REMOVE, Map.of("organization", organizationId, "id", id)) > 0;
        if (removed) {
            changed.fire(new ClosedDaysChanged(organizationId, clock.instant()));
        }
        return removed;
    }

    /** Lays out the years to come and forgets those long past. Returns how many decisions there were to be laid out. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int keepUp() {
        var today = today();
        var until = end(today);
        var behind = sql.list(TO_LAY_OUT, Map.of("until", until), ClosedDecisions::day);
        for (var day : behind) {
            layOut(day, beginning(today), until);
        }
        var before = today.minusYears(YEARS_KEPT);
        sql.update(FORGET_DAYS, Map.of("before", before));
        sql.update(FORGET_DATES, Map.of("before", before));
        return behind.size();
    }

    private void layOut(ClosedDay day, LocalDate from, LocalDate until) {
        var whole = day.kind() == ClosedDay.Kind.DATES;
        var days = ClosedSpans.days(
                day,
                whole ? Objects.requireNonNull(day.firstOn()) : from,
                whole ? Objects.requireNonNull(day.lastOn()) : until);
        var parameters = Map.of(
                "organization",
                day.organizationId(),
                "id",
                day.id(),
                "open",
                day.open(),
                "days",
                days.map(LocalDate::toString).toList());
        sql.update(LAY_OUT, parameters);
        sql.update(LAID_OUT, Map.of("until", until, "id", day.id()));
    }

    /** Whole years, so that the day in whichever zone does not matter. */
    private static LocalDate beginning(LocalDate today) {
        return LocalDate.of(today.getYear() - 1, Month.JANUARY, 1);
    }

    private static LocalDate end(LocalDate today) {
        return LocalDate.of(today.getYear() + 2, Month.DECEMBER, 31);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** 409: an organization decides on a hundred breaks at most. */
    static final class TooMany extends Conflict {
        TooMany() {
            super(
                    "too-many-closed-days",
                    "There are too many closed days",
                    "An organization has at most %d; remove those that are past.".formatted(MOST));
        }
    }

    private static ClosedDay day(Row row) {
        return new ClosedDay(
                row.number("id"),
                ClosedDay.Kind.valueOf(row.text("kind")),
                row.textOrNull("name"),
                row.dateOrNull("first_on"),
                row.dateOrNull("last_on"),
                row.is("open"),
                row.number("organization_id"));
    }
}
