package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.automations.Turnout.For;
import se.ringstuga.automations.Turnout.State;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.people.TagUse;
import se.ringstuga.people.VisiblePeople;

/** People in automations, as somebody looks at them; those with a protected identity are shown to nobody but administrators. */
@ApplicationScoped
class Enrolments {

    private static final String SEEN = """
            select e.*, p.given_name, p.family_name from automation_enrolment e join person p on p.id = e.person_id
            where e.organization_id = :organization and e.automation_id = :automation and (p.restricted_at is null or :administrator)
            """;

    private static final String PAGE = SEEN + "and e.id < :before {states} order by e.id desc limit :rows";

    private static final NamedSql ALL = NamedSql.of(PAGE.replace("{states}", ""));
    private static final NamedSql IN_STATE = NamedSql.of(PAGE.replace("{states}", "and e.state = :state"));
    private static final NamedSql AT_STEP = NamedSql.of(
            PAGE.replace("{states}", "and e.step = :step and e.state in ('ACTIVE', 'WAITING', 'PAUSED', 'FAILED')"));

    private static final NamedSql FIND = NamedSql.of(SEEN + "and e.id = :id");

    private static final NamedSql OF_PERSON = NamedSql.of(SEEN + "and e.person_id = :person");

    private static final NamedSql RUNS = NamedSql.of("""
            select step, kind, outcome, reason, subject, at from automation_run where enrolment_id = :id order by id limit 200""");

    private static final NamedSql ENTER = NamedSql.of("""
            insert into automation_enrolment (organization_id, automation_id, version, person_organization, person_id, state, step, entered_at,
                                              entered_by, arrived_at, due_at, created_at)
            select :organization, :automation, :number, p.organization_id, p.id, 'ACTIVE', :first, :now, :actor, :now, :now, :now
            from person p
            where p.id = :person and {visible} and p.restricted_at is null and p.stopped_at is null
              and not exists (select from membership m where m.organization_id = p.organization_id and m.person_id = p.id
                                and m.left_on <= :today)
            on conflict (automation_id, person_id) do nothing returning id""".replace("{visible}", VisiblePeople.from(":organization")));

    private static final String END = """
            update automation_enrolment
            set state = 'LEFT', step = null, waiting_for = null, due_at = null, deadline = null, ended_at = :now, reason = :reason
            where automation_id = :automation and state in ('ACTIVE', 'WAITING', 'PAUSED', 'FAILED')""";

    private static final NamedSql END_ALL = NamedSql.of(END);
    private static final NamedSql END_ONE = NamedSql.of(END + " and id = :id");

    /** Who was let in by one press, and for whom nothing was done yet, or was when the kill switch was pulled: who waited was not told. */
    private static final String PRESSED = """
            from automation_enrolment e
            where e.organization_id in (select id from organization where root_id = :root)
              and e.created_at = :at and e.entered_by = :actor and e.entered_by <> 'system:0'
              and (e.state in ('ACTIVE', 'WAITING', 'PAUSED', 'FAILED') or e.state = 'LEFT' and e.reason = 'STOPPED_BY_HAND')
              and not exists (select from automation_run r
                              where r.enrolment_id = e.id and r.kind not in ('wait', 'waituntil', 'waitfor', 'branch'))
              and e.automation_id = any (array(
                select v.automation_id from automation_version v
                where v.organization_id in (select id from organization where root_id = :root)
                  and v.definition #>> '{trigger,type}' = 'tagged' and v.definition #>> '{trigger,tagId}' = cast(:tag as text)))""";

    private static final NamedSql BEGUN_BY_PRESS = NamedSql.of("""
            select a.title, a.paused_at is not null as paused, p.people
            from (select e.automation_id, count(*) as people {pressed} and e.state in ('ACTIVE', 'WAITING', 'PAUSED')
                  group by e.automation_id) p
            join automation a on a.id = p.automation_id order by a.id""".replace("{pressed}", PRESSED));

    /** Whoever has their turn is waited for: what was done for them meanwhile is seen by the statement after this. */
    private static final NamedSql LOCK_PRESSED =
            NamedSql.of("select e.id " + PRESSED + " order by e.automation_id, e.id for update of e");

    private static final NamedSql TAKE_BACK =
            NamedSql.of("delete from automation_enrolment where id in (select e.id " + PRESSED + ")");

    private static final NamedSql PAUSE = NamedSql.of("""
            update automation_enrolment set state = 'PAUSED' where automation_id = :automation and state in ('ACTIVE', 'WAITING')""");

    /** What was ahead is as far ahead as it was. */
    private static final NamedSql RESUME = NamedSql.of("""
            update automation_enrolment
            set state = case when waiting_for is null then 'ACTIVE' else 'WAITING' end, due_at = due_at + cast(:paused as interval),
                deadline = deadline + cast(:paused as interval), arrived_at = arrived_at + cast(:paused as interval),
                paused_for = paused_for + cast(:paused as interval)
            where automation_id = :automation and state = 'PAUSED'""");

    private static final String AGAIN = """
            update automation_enrolment set state = 'ACTIVE', due_at = :now, ended_at = null, reason = null
            where automation_id = :automation and state = 'FAILED'""";

    private static final NamedSql TRY_AGAIN = NamedSql.of(AGAIN + " and id = :id");
    private static final NamedSql TRY_ALL_AGAIN = NamedSql.of(AGAIN);

    private final Sql sql;

    Enrolments(Sql sql) {
        this.sql = sql;
    }

    /** Who looks at which automation. */
    record Viewer(long organizationId, long automationId, boolean administrator) {

        private Map<String, Object> parameters() {
            return new HashMap<>(
                    Map.of("organization", organizationId, "automation", automationId, "administrator", administrator));
        }
    }

    /**
     * Newest first.
     *
     * @param state null for all
     * @param step those who stand at it, null for wherever
     */
    Page<EnrolmentView> page(Viewer viewer, @Nullable State state, @Nullable String step, PageRequest page) {
        var parameters = viewer.parameters();
        parameters.put("before", page.after().map(Cursor::id).orElse(Long.MAX_VALUE));
        parameters.put("rows", page.limit() + 1);
        parameters.put("state", state);
        parameters.put("step", step);
        var statement = state != null ? IN_STATE : step != null ? AT_STEP : ALL;
        var rows = sql.list(statement, parameters, row -> view(row, null));
        return Page.of(rows, page.limit(), last -> new Cursor("", last.id()));
    }

    /** With everything that has happened. */
    Optional<EnrolmentView> find(Viewer viewer, long id) {
        var parameters = viewer.parameters();
        parameters.put("id", id);
        return sql.first(FIND, parameters, row -> view(row, null)).map(found -> found.with(log(id)));
    }

    private List<EnrolmentView.Happened> log(long id) {
        return sql.list(
                RUNS,
                Map.of("id", id),
                row -> new EnrolmentView.Happened(
                        row.text("step"),
                        row.text("kind"),
                        Turnout.Outcome.valueOf(row.text("outcome")),
                        row.textOrNull("reason"),
                        row.textOrNull("subject"),
                        row.instant("at")));
    }

    /** Where the person stands in it already, if the viewer may know. */
    Optional<Known> ofPerson(Viewer viewer, long personId) {
        var parameters = viewer.parameters();
        parameters.put("person", personId);
        return sql.first(OF_PERSON, parameters, row -> new Known(row.number("id"), State.valueOf(row.text("state"))));
    }

    record Known(long id, State state) {}

    /**
     * Somebody who is to come in.
     *
     * @param first the key of the first step
     * @param today by the association's clock
     */
    record Newcomer(long personId, String first, LocalDate today) {}

    /** Empty where the organization sees no such person, or may not, or the person is in it already. */
    Optional<Long> enter(Automation automation, Newcomer newcomer, Stamp stamp) {
        var parameters = stamp.parameters();
        parameters.put("organization", automation.home().organizationId());
        parameters.put("automation", automation.id());
        parameters.put("number", automation.number());
        parameters.put("person", newcomer.personId());
        parameters.put("first", newcomer.first());
        parameters.put("today", newcomer.today());
        return sql.first(ENTER, parameters, row -> row.number("id"));
    }

    int endAll(long automationId, String reason, Instant now) {
        return sql.update(END_ALL, Map.of("automation", automationId, "reason", reason, "now", now));
    }

    boolean end(long automationId, long id, String reason, Instant now) {
        return sql.update(END_ONE, Map.of("automation", automationId, "id", id, "reason", reason, "now", now)) == 1;
    }

    /** One press that gave a tag to several, by whom and when. */
    record Press(long rootId, long tagId, Instant at, String actor) {

        private Map<String, Object> parameters() {
            return Map.of("root", rootId, "tag", tagId, "at", at, "actor", actor);
        }
    }

    /** What the press has begun, as long as nothing was done. */
    List<TagUse.Begun> begun(Press press) {
        return sql.list(
                BEGUN_BY_PRESS,
                press.parameters(),
                row -> new TagUse.Begun(row.text("title"), row.number("people"), row.is("paused")));
    }

    void lock(Press press) {
        sql.list(LOCK_PRESSED, press.parameters(), _ -> true);
    }

    /** Whom the press let in and for whom nothing was done yet was never in; they are locked. */
    void takeBack(Press press) {
        sql.update(TAKE_BACK, press.parameters());
    }

    void pause(long automationId) {
        sql.update(PAUSE, Map.of("automation", automationId));
    }

    /** @param paused for how long */
    void resume(long automationId, Duration paused) {
        sql.update(RESUME, Map.of("automation", automationId, "paused", paused.toSeconds() + " seconds"));
    }

    boolean tryAgain(long automationId, long id, Instant now) {
        return sql.update(TRY_AGAIN, Map.of("automation", automationId, "id", id, "now", now)) == 1;
    }

    /** Everybody for whom a step failed; says how many they are. */
    int tryAllAgain(long automationId, Instant now) {
        return sql.update(TRY_ALL_AGAIN, Map.of("automation", automationId, "now", now));
    }

    private static EnrolmentView view(Row row, @Nullable List<EnrolmentView.Happened> log) {
        var waiting = row.textOrNull("waiting_for");
        return new EnrolmentView(
                row.number("id"),
                row.number("person_id"),
                row.text("given_name"),
                row.text("family_name"),
                row.count("version"),
                State.valueOf(row.text("state")),
                row.textOrNull("step"),
                waiting == null ? null : For.valueOf(waiting),
                row.instant("entered_at"),
                row.text("entered_by"),
                row.instantOrNull("due_at"),
                row.instantOrNull("deadline"),
                row.instantOrNull("ended_at"),
                row.textOrNull("reason"),
                log);
    }
}
