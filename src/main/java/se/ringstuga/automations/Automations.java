package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.fence.SendingStops;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** The automations of organizations, as rows. */
@ApplicationScoped
class Automations {

    private static final String READ =
            "select a.*, o.root_id, o.time_zone from automation a join organization o on o.id = a.organization_id ";

    private static final NamedSql FIND =
            NamedSql.of(READ + "where a.organization_id = :organization and a.id = :automation");

    /** Enrolments refer to the row meanwhile, so its key stays free. */
    private static final NamedSql LOCK =
            NamedSql.of(READ + "where a.organization_id = :organization and a.id = :automation for no key update of a");

    private static final NamedSql BY_ID = NamedSql.of(READ + "where a.id = :automation");

    private static final NamedSql LIST = NamedSql.of(READ + """
            where a.organization_id = :organization and a.id > :after order by a.id limit :rows""");

    /** None where an organization's sending is stopped: what would be sent meanwhile waits where it stands. */
    private static final String RUNNING = "a.activated_at is not null and a.paused_at is null and not "
            + SendingStops.STOPPED.replace("{organization}", "a.organization_id");

    private static final NamedSql TO_LOOK =
            NamedSql.of(READ + "where a.look_at <= :now and " + RUNNING + " order by a.look_at limit :most");

    /** Who stops or changes it waits, and who looks at it already is left alone. */
    private static final NamedSql LOCK_TO_LOOK = NamedSql.of(READ
            + "where a.id = :automation and a.look_at <= :now and " + RUNNING + " for no key update of a skip locked");

    /** An import may have people in hand for minutes, and wants to set the mark back at its end: it is not waited for. */
    private static final NamedSql IMPATIENT =
            NamedSql.of("select set_config('lock_timeout', '500ms', true) as patience");

    private static final NamedSql WITH_DUE = NamedSql.of(READ + "where " + RUNNING + """
             and exists (select from automation_enrolment e
                         where e.automation_id = a.id and e.state in ('ACTIVE', 'WAITING') and e.due_at <= :now)
            order by a.id limit :most""");

    /** Those whom an import into the organization's register may bring people: there, above and below. */
    private static final NamedSql ABOUT_REGISTER = NamedSql.of(READ + """
            where a.activated_at is not null and a.paused_at is null and a.organization_id in (
                select c.descendant_id from organization_closure c where c.ancestor_id = :organization
                union select c.ancestor_id from organization_closure c where c.descendant_id = :organization)
              and exists (select from automation_version v where v.automation_id = a.id and v.number = a.current_version
                            and v.definition #>> '{trigger,type}' = 'joined')
            order by a.organization_id, a.id limit 20""");

    private static final NamedSql BEGUN_BY_TAG = NamedSql.of(READ + """
            where a.activated_at is not null and a.organization_id in (select id from organization where root_id = :root)
              and exists (select from automation_version v where v.automation_id = a.id and v.number = a.current_version
                            and v.definition #>> '{trigger,type}' = 'tagged' and v.definition #>> '{trigger,tagId}' = cast(:tag as text))
            order by a.organization_id, a.id""");

    private static final NamedSql LOOKED = NamedSql.of("""
            update automation set looked_until = :until, look_at = :again where id = :automation""");

    /** What became visible only now, with a date in the past. Several are locked in the same order wherever they are. */
    private static final NamedSql LOOK_AGAIN = NamedSql.of("""
            with near as (
              select a.id from automation a
              where a.activated_at is not null and a.organization_id in (
                select c.ancestor_id from organization_closure c where c.descendant_id = :organization
                union select c.descendant_id from organization_closure c where c.ancestor_id = :organization)
              order by a.organization_id, a.id for no key update)
            update automation a set looked_until = least(a.looked_until, :from), look_at = :now
            from near where a.id = near.id""");

    private static final NamedSql INSERT = NamedSql.of("""
            insert into automation (organization_id, key, title, created_at, created_by)
            values (:organization, cast(:key as text), :title, :now, :actor)
            on conflict (organization_id, key) do nothing returning id""");

    private static final NamedSql RENAME = NamedSql.of("""
            update automation set title = :title, current_version = :number, asked_at = null, asked_by = null, version = version + 1
            where id = :automation""");

    private static final NamedSql ASK = NamedSql.of("""
            update automation set asked_at = :now, asked_by = :actor, version = version + 1 where id = :automation""");

    private static final NamedSql ACTIVATE = NamedSql.of("""
            update automation set activated_at = :now, activated_by = :actor, activations = activations + 1, stopped_at = null, stopped_by = null,
                   enter_from = :from, looked_until = :now, look_at = :now, asked_at = null, asked_by = null, version = version + 1
            where id = :automation""");

    private static final NamedSql PAUSE = NamedSql.of("""
            update automation set paused_at = :now, paused_by = :actor, version = version + 1
            where id = :automation and activated_at is not null and paused_at is null""");

    private static final NamedSql RESUME = NamedSql.of("""
            update automation set paused_at = null, paused_by = null, version = version + 1
            where id = :automation and paused_at is not null""");

    private static final NamedSql STOP = NamedSql.of("""
            update automation set activated_at = null, activated_by = null, paused_at = null, paused_by = null,
                   stopped_at = :now, stopped_by = :actor, version = version + 1
            where id = :automation and activated_at is not null""");

    private static final NamedSql DELETE = NamedSql.of("""
            delete from automation a where a.id = :automation and a.key is null and a.activated_at is null
              and not exists (select from automation_enrolment e where e.automation_id = a.id)""");

    private final Sql sql;

    Automations(Sql sql) {
        this.sql = sql;
    }

    Optional<Automation> find(long organizationId, long id) {
        return sql.first(FIND, Map.of("organization", organizationId, "automation", id), Automation::of);
    }

    /** To be changed: whoever wants to change it at the same time waits. */
    Optional<Automation> lock(long organizationId, long id) {
        return sql.first(LOCK, Map.of("organization", organizationId, "automation", id), Automation::of);
    }

    Optional<Automation> find(long id) {
        return sql.first(BY_ID, Map.of("automation", id), Automation::of);
    }

    /** In the order in which they were made. */
    Page<Automation> page(long organizationId, PageRequest page) {
        var rows = sql.list(
                LIST,
                Map.of(
                        "organization",
                        organizationId,
                        "after",
                        page.after().map(Cursor::id).orElse(0L),
                        "rows",
                        page.limit() + 1),
                Automation::of);
        return Page.of(rows, page.limit(), last -> new Cursor("", last.id()));
    }

    /** Those that are to be looked at, the longest waiting first. */
    List<Automation> toLook(Instant now, int most) {
        return sql.list(TO_LOOK, Map.of("now", now, "most", most), Automation::of);
    }

    /** Those that are switched on for whoever joins. */
    List<Automation> welcoming(long registerId) {
        return sql.list(ABOUT_REGISTER, Map.of("organization", registerId), Automation::of);
    }

    /** Those of the whole tree that are switched on for whoever gets a tag, paused or not, in the order in which they are locked. */
    List<Automation> begunByTag(long rootId, long tagId) {
        return sql.list(BEGUN_BY_TAG, Map.of("root", rootId, "tag", tagId), Automation::of);
    }

    /** Those in which something is due. */
    List<Automation> withDue(Instant now, int most) {
        return sql.list(WITH_DUE, Map.of("now", now, "most", most), Automation::of);
    }

    /** As it stands now, for whoever lets people in; empty where it is not to be looked at, or somebody has it in hand. */
    Optional<Automation> lockToLook(long id, Instant now) {
        sql.first(IMPATIENT, Map.of(), _ -> true);
        return sql.first(LOCK_TO_LOOK, Map.of("automation", id, "now", now), Automation::of);
    }

    /** Of one that the caller has locked. */
    void looked(long id, Instant until, Instant again) {
        sql.update(LOOKED, Map.of("automation", id, "until", until, "again", again));
    }

    /** At once, at what has happened from then on. */
    void lookAgain(long organizationId, Instant from, Instant now) {
        sql.update(LOOK_AGAIN, Map.of("organization", organizationId, "from", from, "now", now));
    }

    /** @param key empty answer where one with this key is there already; null for one without a key */
    Optional<Long> insert(long organizationId, @Nullable String key, String title, Stamp stamp) {
        var parameters = stamp.parameters();
        parameters.put("organization", organizationId);
        parameters.put("key", key);
        parameters.put("title", title);
        return sql.first(INSERT, parameters, row -> row.number("id"));
    }

    /** Whatever was asked for is void: it was asked of what stood there before. */
    void change(long id, String title, int number) {
        sql.update(RENAME, Map.of("automation", id, "title", title, "number", number));
    }

    /** @param from what happened before brings nobody in */
    void activate(long id, Instant from, Stamp stamp) {
        var parameters = stamp.parameters();
        parameters.put("automation", id);
        parameters.put("from", from);
        sql.update(ACTIVATE, parameters);
    }

    /** Somebody wants it switched on, and somebody else is to do it. */
    void ask(long id, Stamp stamp) {
        var parameters = stamp.parameters();
        parameters.put("automation", id);
        sql.update(ASK, parameters);
    }

    boolean pause(long id, Stamp stamp) {
        return press(PAUSE, id, stamp);
    }

    boolean resume(long id, Stamp stamp) {
        return press(RESUME, id, stamp);
    }

    boolean stop(long id, Stamp stamp) {
        return press(STOP, id, stamp);
    }

    /** Only what has never touched anybody. */
    boolean delete(long id) {
        return sql.update(DELETE, Map.of("automation", id)) == 1;
    }

    private boolean press(NamedSql button, long id, Stamp stamp) {
        var parameters = stamp.parameters();
        parameters.put("automation", id);
        return sql.update(button, parameters) == 1;
    }
}
