package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.Sql;
import se.ringstuga.segments.Condition;
import se.ringstuga.segments.SegmentSql;

/** Who comes into an automation: found, counted and enrolled by one statement each. */
@ApplicationScoped
class Entries {

    /** Whom the organization sees, who is neither protected nor stopped nor gone, and was never in it. */
    private static final String WANTED = """
            with happened as materialized ({happened}),
            wanted as (
              select p.id, p.organization_id, h.moved, least(greatest(h.at, cast(:earliest as timestamptz)), :now) as at
              from happened h join person p on p.id = h.person_id
              where {base} and p.stopped_at is null
                and not exists (select from membership gone where gone.organization_id = p.organization_id and gone.person_id = p.id
                                  and gone.left_on <= :today)
                and {who}
                and case when h.moved then cast(:first_moved as text) else cast(:first as text) end is not null
                and not exists (select from automation_enrolment e where e.automation_id = :automation and e.person_id = p.id))
            """;

    private static final String ENROL = WANTED + """
            , found as materialized (select * from wanted order by id limit :most),
            entered as (
            insert into automation_enrolment (organization_id, automation_id, version, person_organization, person_id, state, step,
                                              entered_at, entered_by, arrived_at, due_at, created_at)
            select :organization, :automation, :number, w.organization_id, w.id, 'ACTIVE',
                   case when w.moved then cast(:first_moved as text) else cast(:first as text) end, w.at, :actor, w.at, w.at, :now
            from found w
            on conflict (automation_id, person_id) do nothing returning id)
            select (select count(*) from found) as found, (select count(*) from entered) as entered""";

    private static final String COUNT = WANTED + """
            select count(*) filter (where not moved) as joined, count(*) filter (where moved) as moved from wanted""";

    private static final String SOME = WANTED + """
            select p.id, p.given_name, p.family_name, w.moved
            from wanted w join person p on p.id = w.id order by p.sort_name, p.id limit :most""";

    private final Sql sql;

    Entries(Sql sql) {
        this.sql = sql;
    }

    /** By which way into which automation. */
    record Entrance(Automation automation, Flow flow, Since since) {

        Instant moment() {
            return since.now();
        }
    }

    /**
     * How many would come in.
     *
     * @param moved those for whom there are steps of their own (rule 32)
     */
    record Count(long joined, long moved) {

        long all() {
            return joined + moved;
        }
    }

    /**
     * Who was let in.
     *
     * @param found how many there were; as many as were to be let in at most when there may be more
     * @param entered those of them whom nobody let in by hand meanwhile
     */
    record In(int found, int entered) {}

    /** One of them, for whoever decides about them. */
    record Somebody(long personId, String givenName, String familyName, boolean moved) {}

    /**
     * Lets them in, each once and for all.
     *
     * @param earliest when it counts as having happened at the earliest
     * @param most so many in one go
     */
    In enrol(Entrance entrance, Instant earliest, int most) {
        var parameters = parameters(entrance, earliest);
        parameters.put("number", entrance.automation().number());
        parameters.put("actor", "system:0");
        parameters.put("most", most);
        return sql.first(
                        sql.statement(written(ENROL, entrance, parameters)),
                        parameters,
                        row -> new In(row.count("found"), row.count("entered")))
                .orElseThrow();
    }

    Count count(Entrance entrance) {
        var parameters = parameters(entrance, entrance.moment());
        return sql.first(
                        sql.statement(written(COUNT, entrance, parameters)),
                        parameters,
                        row -> new Count(row.number("joined"), row.number("moved")))
                .orElseThrow();
    }

    List<Somebody> some(Entrance entrance, int most) {
        var parameters = parameters(entrance, entrance.moment());
        parameters.put("most", most);
        return sql.list(
                sql.statement(written(SOME, entrance, parameters)),
                parameters,
                row -> new Somebody(
                        row.number("id"), row.text("given_name"), row.text("family_name"), row.is("moved")));
    }

    private static Map<String, Object> parameters(Entrance entrance, Instant earliest) {
        var automation = entrance.automation();
        var course = Course.of(entrance.flow());
        var parameters = new HashMap<>(entrance.since()
                .parameters(automation.home().organizationId(), entrance.flow().trigger()));
        parameters.put("automation", automation.id());
        parameters.put("earliest", earliest);
        parameters.put("first", course.first(false).orElse(null));
        parameters.put("first_moved", course.first(true).orElse(null));
        return parameters;
    }

    private static String written(String statement, Entrance entrance, Map<String, Object> parameters) {
        var scope = entrance.automation().scope(entrance.moment());
        var base = SegmentSql.base("base_", scope);
        var filter = entrance.flow().who();
        var who = filter == null ? new Condition("true", Map.of()) : SegmentSql.condition(filter, "who_", scope);
        parameters.putAll(base.parameters());
        parameters.putAll(who.parameters());
        return statement
                .replace("{happened}", EntrySql.happened(entrance.flow().trigger()))
                .replace("{base}", base.sql())
                .replace("{who}", who.sql());
    }
}
