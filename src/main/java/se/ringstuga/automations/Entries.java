package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.BegunForMany;
import se.ringstuga.messaging.Reach;
import se.ringstuga.segments.Condition;
import se.ringstuga.segments.SegmentSql;

/** Who comes into an automation: found, counted and enrolled by one statement each. */
@ApplicationScoped
class Entries implements BegunForMany {

    private static final String SYSTEM = "system:0";

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
                                              entered_at, entered_by, arrived_at, paused_for, due_at, created_at)
            select :organization, :automation, :number, w.organization_id, w.id,
                   case when cast(:paused as timestamptz) is null then 'ACTIVE' else 'PAUSED' end,
                   case when w.moved then cast(:first_moved as text) else cast(:first as text) end, w.at, :actor,
                   coalesce(cast(:paused as timestamptz), w.at),
                   coalesce(cast(:paused as timestamptz) - w.at, interval '0'),
                   case when cast(:paused as timestamptz) is null then greatest(w.at, cast(:begins as timestamptz)) else :begins end, :now
            from found w
            on conflict (automation_id, person_id) do nothing returning id)
            select (select count(*) from found) as found, (select count(*) from entered) as entered""";

    /** Whoever moved here is sent something else. */
    private static final String JUDGE = WANTED + """
            , judged as materialized (
              select w.moved, case when w.moved then {refusal_moved} else {refusal} end as refusal
              from wanted w join person p on p.id = w.id)
            select moved, refusal, count(*) as people from judged group by moved, refusal order by moved, refusal""";

    private static final String SOME = WANTED + """
            select p.id, p.given_name, p.family_name, w.moved
            from wanted w join person p on p.id = w.id order by p.sort_name, p.id limit :most""";

    /**
     * Whom somebody took in, or tagged with others, into what sends anything, or did in one of its versions: whom a trigger brings
     * comes by itself, one by one.
     */
    private static final NamedSql TAKEN_IN = NamedSql.of("""
            select coalesce(sum(e.people), 0) as people
            from (select automation_id, count(*) as people from automation_enrolment
                  where organization_id = :organization and created_at > :since and entered_by <> 'system:0'
                  group by automation_id) e
            where exists (select from automation_version v
                          where v.automation_id = e.automation_id and jsonb_path_exists(v.definition, cast(:sends as jsonpath)))""");

    private static final NamedSql TOO_OLD = NamedSql.of("""
            select count(*) as people from person p join membership m on m.organization_id = p.organization_id and m.person_id = p.id
            where p.organization_id = :organization and p.updated_at = :imported and p.created_at = :imported
              and m.joined_on < :oldest and (m.left_on is null or m.left_on > :today)""");

    private static final String SENDS =
            "$.**.type ? (@ == \"sms\" || @ == \"email\" || @ == \"message\" || @ == \"invite\")";

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

    /** So many came this way, and the message to them is refused for this reason; null where it is not. */
    record Judged(boolean moved, @Nullable String refusal, long people) {}

    /** How the first message to somebody is judged: to those who join, and to those who move here. */
    record Verdicts(Reach.Verdict joined, Reach.Verdict moved) {}

    /**
     * How those are let in who are found.
     *
     * @param earliest when it counts as having happened at the earliest
     * @param begins when their first step is due at the earliest
     * @param by who lets them in
     * @param most so many in one go
     * @param paused since when time stands still in it, where it does: all that is ahead is moved when it goes on
     */
    record Admission(
            Instant earliest,
            Instant begins,
            String by,
            int most,
            @Nullable Instant paused) {

        /** So that whoever sees the mistake as soon as it is made can still stop it (rule 23). */
        private static final Duration SECOND_THOUGHTS = Duration.ofMinutes(2);

        /** Everybody whom somebody takes in, however long ago it happened to them. */
        static Admission bySomebody(Instant at, Instant now, String actor) {
            return new Admission(at, now.plus(SECOND_THOUGHTS), actor, Integer.MAX_VALUE, null);
        }

        /** They stand there as if they had come just when it was paused. */
        Admission whilePaused(Instant since) {
            return new Admission(earliest, since.plus(SECOND_THOUGHTS), by, most, since);
        }

        /** Those whom the trigger brings, as it happens to them. */
        static Admission byTrigger(Instant earliest, int most) {
            return new Admission(earliest, earliest, SYSTEM, most, null);
        }
    }

    /** One of them, for whoever decides about them. */
    record Somebody(long personId, String givenName, String familyName, boolean moved) {}

    /** Lets them in, each once and for all. */
    In enrol(Entrance entrance, Admission admission) {
        var parameters = parameters(entrance, admission.earliest());
        parameters.put("number", entrance.automation().number());
        parameters.put("begins", admission.begins());
        parameters.put("actor", admission.by());
        parameters.put("paused", admission.paused());
        parameters.put("most", admission.most());
        return sql.first(
                        sql.statement(written(ENROL, entrance, parameters)),
                        parameters,
                        row -> new In(row.count("found"), row.count("entered")))
                .orElseThrow();
    }

    /** How many would come in, by whether they would be sent the first message. */
    List<Judged> judged(Entrance entrance, Verdicts verdicts) {
        var parameters = parameters(entrance, entrance.moment());
        parameters.putAll(verdicts.joined().parameters());
        parameters.putAll(verdicts.moved().parameters());
        var statement = written(JUDGE, entrance, parameters)
                .replace("{refusal}", verdicts.joined().refusal())
                .replace("{refusal_moved}", verdicts.moved().refusal());
        return sql.list(
                sql.statement(statement),
                parameters,
                row -> new Judged(row.is("moved"), row.textOrNull("refusal"), row.number("people")));
    }

    /** Of those whom an import brought, how many joined before a day and are members still: nothing is done about them. */
    long tooOld(long organizationId, Instant importedAt, LocalDate oldest, LocalDate today) {
        return sql.first(
                        TOO_OLD,
                        Map.of(
                                "organization",
                                organizationId,
                                "imported",
                                importedAt,
                                "oldest",
                                oldest,
                                "today",
                                today),
                        row -> row.number("people"))
                .orElse(0L);
    }

    @Override
    public long people(long organizationId, Instant since) {
        return sql.first(
                        TAKEN_IN,
                        Map.of("organization", organizationId, "since", since, "sends", SENDS),
                        row -> row.number("people"))
                .orElse(0L);
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
