package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.calling.CallerHome.UnreportedCall;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.events.OfferedEvents;
import se.ringstuga.http.NotFound;
import se.ringstuga.organizations.ClosedDays;

/** Reads what a caller sees before the first person. */
@ApplicationScoped
class CallerHomes {

    private static final NamedSql HOME = NamedSql.of("""
            select c.name as caller_name, o.name as organization_name, a.title, a.script, a.script_other_person,
                   a.script_voicemail, a.script_why, coalesce(c.promise_version, 0) as promise_version, %s
            from %s
            where c.id = :caller and c.organization_id = :organization
              and a.id = (select mine.assignment_id from caller mine where mine.id = :caller)""".formatted(Gate.COLUMNS, Gate.FROM));

    private static final NamedSql COUNTS = NamedSql.of("""
            select count(*) as calls, count(*) filter (where k.outcome = 'REACHED') as reached,
                   count(*) filter (where k.ended_at >= :midnight) as tonight
            from call k where k.caller_id = :caller and k.state in ('REPORTED', 'UNREPORTED')""");

    private static final NamedSql UNREPORTED = NamedSql.of("""
            select k.id, p.given_name, k.dialled_at from call k join person p on p.id = k.person_id
            where k.caller_id = :caller and k.state = 'UNREPORTED' and k.ended_at > :since and p.restricted_at is null
            order by k.dialled_at""");

    private static final NamedSql TAGS = NamedSql.of("""
            select t.id, t.title from caller c join call_assignment a on a.id = c.assignment_id
            join tag t on t.id = any (a.tag_ids)
            where c.id = :caller order by lower(t.title), t.id""");

    private static final NamedSql EVENT_KINDS = NamedSql.of("""
            select a.organization_id, a.event_kind_ids from caller c join call_assignment a on a.id = c.assignment_id
            where c.id = :caller""");

    private final Sql sql;
    private final OfferedEvents offered;
    private final CallingConfig config;
    private final ClosedDays closedDays;
    private final Clock clock;

    CallerHomes(Sql sql, OfferedEvents offered, CallingConfig config, ClosedDays closedDays, Clock clock) {
        this.sql = sql;
        this.offered = offered;
        this.config = config;
        this.closedDays = closedDays;
        this.clock = clock;
    }

    CallerHome of(CallScope scope, long callerId, DefaultTexts texts) {
        var now = clock.instant();
        var parameters = new HashMap<String, Object>(
                Map.of("caller", callerId, "organization", scope.organizationId(), "now", now));
        parameters.put("since", now.minus(config.lateReports()));
        var zone = sql.first(HOME, parameters, row -> ZoneId.of(row.text("time_zone")))
                .orElseThrow(NotFound::new);
        parameters.put(
                "midnight", now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant());
        var counts = sql.first(COUNTS, parameters, Counts::of).orElseThrow();
        var unreported = sql.list(UNREPORTED, parameters, row -> unreported(row, zone));
        var tags = sql.list(TAGS, parameters, row -> new OfferedTag(row.number("id"), row.text("title")));
        var events = sql.first(
                        EVENT_KINDS,
                        parameters,
                        row -> offered.upcoming(row.number("organization_id"), row.numbers("event_kind_ids")))
                .orElse(List.of());
        return sql.first(HOME, parameters, row -> home(row, texts, counts, new Lists(unreported, tags, events)))
                .orElseThrow(NotFound::new);
    }

    private CallerHome home(Row row, DefaultTexts texts, Counts counts, Lists lists) {
        var gate = Gate.of(row, closedDays);
        var hours = gate.window().hours();
        var limit = gate.limitReached();
        return new CallerHome(
                row.number("caller_id"),
                gate.assignmentId(),
                row.number("organization_id"),
                row.text("caller_name"),
                row.text("organization_name"),
                row.text("title"),
                script(row, texts),
                row.count("promise_version") >= config.promiseVersion(),
                limit == null ? null : CallerLimit.valueOf(limit),
                gate.paused(),
                gate.closed(),
                text(hours.from()),
                text(hours.to()),
                gate.window().zone().getId(),
                counts.calls(),
                counts.reached(),
                counts.tonight(),
                lists.unreported(),
                lists.tags(),
                lists.events());
    }

    private static Script script(Row row, DefaultTexts texts) {
        return new Script(
                row.text("script"),
                or(row.textOrNull("script_other_person"), texts.otherPerson()),
                or(row.textOrNull("script_voicemail"), texts.voicemail()),
                or(row.textOrNull("script_why"), texts.why()));
    }

    private static String or(@Nullable String own, String standard) {
        return own == null || own.isBlank() ? standard : own;
    }

    private static String text(LocalTime time) {
        return time.toString();
    }

    private static UnreportedCall unreported(Row row, ZoneId zone) {
        var dialled = row.instant("dialled_at");
        return new UnreportedCall(
                row.number("id"),
                row.text("given_name"),
                dialled,
                dialled.atZone(zone).toLocalDate());
    }

    private record Lists(List<UnreportedCall> unreported, List<OfferedTag> tags, List<OfferedEvents.Offer> events) {}

    private record Counts(long calls, long reached, long tonight) {

        static Counts of(Row row) {
            return new Counts(row.number("calls"), row.number("reached"), row.number("tonight"));
        }
    }
}
