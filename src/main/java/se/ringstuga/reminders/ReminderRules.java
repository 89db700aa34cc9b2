package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Actor;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** Rules as rows. */
@ApplicationScoped
class ReminderRules {

    private static final String COLUMNS = """
            kind_organization, kind_id, event_id, title, occasion, audience, segment_id, days, local_time, minutes, useful_minutes, channel,
            purpose, asks, sms_text, subject, email_text, switched_off_at, switched_off_by, changed_at, changed_by""";

    private static final String VALUES = """
            (select organization_id from event_kind where id = cast(:kind as bigint)), cast(:kind as bigint), cast(:event as bigint), :title,
            :occasion, :audience, cast(:segment as bigint), cast(:days as int), cast(:local_time as time), cast(:minutes as int),
            cast(:useful as int), :channel, :purpose, :asks, :sms, :subject, :email,
            case when :on then null else coalesce(cast(:off_since as timestamptz), :now) end, case when :on then null else :actor end,
            :now, :actor""";

    private static final NamedSql ADD =
            NamedSql.of("insert into reminder_rule (organization_id, created_at, created_by, " + COLUMNS
                    + ") values (:organization, :now, :actor, " + VALUES + ") returning id");

    private static final NamedSql CHANGE = NamedSql.of(
            "update reminder_rule set version = version + 1, (" + COLUMNS + ") = row(" + VALUES + ") where id = :id");

    private static final NamedSql SWITCH = NamedSql.of("""
            update reminder_rule set switched_off_at = case when :on then null else coalesce(switched_off_at, cast(:now as timestamptz)) end,
              switched_off_by = case when :on then null else coalesce(switched_off_by, :actor) end,
              changed_at = :now, changed_by = :actor, version = version + 1
            where id = :id""");

    private static final NamedSql ARCHIVE = NamedSql.of("""
            update reminder_rule set archived_at = :now, changed_at = :now, changed_by = :actor, version = version + 1
            where id = :id""");

    /** The own ones and those of organizations above, which may be read and not changed. */
    private static final NamedSql LIST = NamedSql.of("""
            select r.* from reminder_rule r
            where r.organization_id in (select ancestor_id from organization_closure where descendant_id = :organization)
              and r.archived_at is null and r.kind_id is not null
              and (cast(:kind as bigint) is null or r.kind_id = :kind) and r.id > :after
            order by r.id limit :rows""");

    private static final NamedSql FIND = NamedSql.of("""
            select r.* from reminder_rule r
            where r.organization_id in (select ancestor_id from organization_closure where descendant_id = :organization)
              and r.archived_at is null and r.id = :id""");

    private static final NamedSql LOCK = NamedSql.of("""
            select * from reminder_rule where organization_id = :organization and archived_at is null and id = :id for update""");

    /** With each event those that hold for it, whether or not they are switched off. */
    static final String APPLIED = """
            event e join organization_closure c on c.descendant_id = e.organization_id
            join reminder_rule r on r.organization_id = c.ancestor_id and r.archived_at is null
              and (r.event_id = e.id or r.kind_id = e.kind_id)
            left join reminder_exception x on x.event_id = e.id and x.rule_id = r.id""";

    private static final NamedSql OF_EVENT = NamedSql.of("select r.*, x.rule_id is not null as excepted from " + APPLIED
            + " where e.id = :event order by r.id limit 200");

    /** Whatever is to happen for the events to come, and for those that have just been. */
    private static final NamedSql TELL = NamedSql.of("""
            insert into reminder_news (event_id)
            select e.id from reminder_rule r join event e on e.id = r.event_id or e.kind_id = r.kind_id
            where r.id = :id and e.published_at is not null and e.starts_at > :lately order by e.id""");

    private static final NamedSql TELL_OF_EVENT = NamedSql.of("insert into reminder_news (event_id) values (:event)");

    private static final NamedSql EXCEPT = NamedSql.of("""
            insert into reminder_exception (organization_id, event_id, rule_id, created_at, created_by)
            values (:organization, :event, :id, :now, :actor) on conflict do nothing""");

    private static final NamedSql INCLUDE =
            NamedSql.of("delete from reminder_exception where event_id = :event and rule_id = :id");

    private static final NamedSql MAKE = NamedSql.of("""
            insert into reminder_rule (organization_id, kind_organization, kind_id, key, title, occasion, audience, days, local_time, minutes,
                                       useful_minutes, channel, purpose, asks, sms_text, subject, email_text, switched_off_at,
                                       switched_off_by, created_at, created_by, changed_at, changed_by)
            select k.organization_id, k.organization_id, k.id, d.key, d.title, d.occasion, d.audience, cast(nullif(d.days, '') as int),
                   cast(nullif(d.local_time, '') as time), cast(nullif(d.minutes, '') as int), cast(nullif(d.useful, '') as int), d.channel,
                   d.purpose, d.asks, d.sms, d.subject, d.email, case when not d.holds then cast(:now as timestamptz) end,
                   case when not d.holds then :actor end, :now, :actor, :now, :actor
            from event_kind k
            join unnest(cast(:rules as text[]), cast(:of as text[]), cast(:titles as text[]), cast(:occasions as text[]),
                        cast(:audiences as text[]), cast(:days as text[]), cast(:times as text[]), cast(:minutes as text[]),
                        cast(:usefuls as text[]), cast(:channels as text[]), cast(:purposes as text[]), cast(:asks as boolean[]),
                        cast(:sms as text[]), cast(:subjects as text[]), cast(:emails as text[]), cast(:hold as boolean[]))
              d(key, kinds, title, occasion, audience, days, local_time, minutes, useful, channel, purpose, asks, sms, subject, email, holds)
              on d.kinds = '' or coalesce(k.key, 'annat') = any (string_to_array(d.kinds, ','))
            where k.id = any (cast(:kinds as bigint[]))
            order by k.id, d.key
            on conflict do nothing""");

    /** So far back an event may still have something to say afterwards. */
    private static final Duration LATELY = Duration.ofDays(30);

    private final Sql sql;
    private final Clock clock;

    ReminderRules(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A rule that has been checked. */
    record Written(
            NewReminderRule wanted,
            Purpose purpose,
            @Nullable Long eventId,
            Actor actor) {}

    long add(long organizationId, Written written) {
        var parameters = parameters(written);
        parameters.put("organization", organizationId);
        parameters.put("off_since", null);
        var id = sql.first(ADD, parameters, row -> row.number("id")).orElseThrow();
        tell(id);
        return id;
    }

    void change(ReminderRule current, Written written) {
        var parameters = parameters(written);
        parameters.put("id", current.id());
        parameters.put("off_since", current.switchedOffAt());
        sql.update(CHANGE, parameters);
        tell(current.id());
    }

    void switched(long id, boolean on, Actor actor) {
        sql.update(SWITCH, Map.of("id", id, "on", on, "now", clock.instant(), "actor", actor.toString()));
        tell(id);
    }

    void archive(long id, Actor actor) {
        sql.update(ARCHIVE, Map.of("id", id, "now", clock.instant(), "actor", actor.toString()));
        tell(id);
    }

    private void tell(long id) {
        sql.update(TELL, Map.of("id", id, "lately", clock.instant().minus(LATELY)));
    }

    private Map<String, Object> parameters(Written written) {
        var wanted = written.wanted();
        var timing = wanted.timing();
        var parameters = new HashMap<String, Object>(Map.of(
                "title", wanted.title(),
                "occasion", wanted.occasion(),
                "audience", wanted.meant(),
                "channel", wanted.by(),
                "purpose", written.purpose(),
                "asks", wanted.asking(),
                "on", wanted.holds(),
                "actor", written.actor().toString(),
                "now", clock.instant()));
        parameters.put("kind", written.eventId() == null ? wanted.kindId() : null);
        parameters.put("event", written.eventId());
        parameters.put("segment", wanted.segmentId());
        parameters.put("days", timing == null ? null : timing.days());
        parameters.put("local_time", timing == null ? null : timing.localTime());
        parameters.put("minutes", timing == null ? null : timing.minutes());
        parameters.put("useful", wanted.useful());
        parameters.put("sms", Objects.requireNonNullElse(wanted.smsText(), ""));
        parameters.put("subject", Objects.requireNonNullElse(wanted.subject(), ""));
        parameters.put("email", Objects.requireNonNullElse(wanted.emailText(), ""));
        return parameters;
    }

    Optional<ReminderRule> find(long organizationId, long id) {
        return sql.first(FIND, Map.of("organization", organizationId, "id", id), ReminderRule::of);
    }

    Optional<ReminderRule> lock(long organizationId, long id) {
        return sql.first(LOCK, Map.of("organization", organizationId, "id", id), ReminderRule::of);
    }

    Page<ReminderRule> list(long organizationId, @Nullable Long kindId, PageRequest page) {
        var parameters = new HashMap<String, Object>(Map.of(
                "organization",
                organizationId,
                "after",
                page.after().map(Cursor::id).orElse(0L),
                "rows",
                page.limit() + 1));
        parameters.put("kind", kindId);
        return Page.of(sql.list(LIST, parameters, ReminderRule::of), page.limit(), last -> new Cursor("", last.id()));
    }

    /** @param excepted a rule of its kind that does not hold for the event */
    record Applied(ReminderRule rule, boolean excepted) {}

    List<Applied> ofEvent(long eventId) {
        return sql.list(
                OF_EVENT, Map.of("event", eventId), row -> new Applied(ReminderRule.of(row), row.is("excepted")));
    }

    /** An event goes without a rule of its kind, or with it again. */
    void except(long organizationId, long eventId, long id, Actor actor) {
        sql.update(
                EXCEPT,
                Map.of(
                        "organization", organizationId,
                        "event", eventId,
                        "id", id,
                        "now", clock.instant(),
                        "actor", actor.toString()));
        sql.update(TELL_OF_EVENT, Map.of("event", eventId));
    }

    void include(long eventId, long id) {
        sql.update(INCLUDE, Map.of("event", eventId, "id", id));
        sql.update(TELL_OF_EVENT, Map.of("event", eventId));
    }

    /** What each kind begins with; done twice it changes nothing. */
    void makeDefaults(List<Long> kinds) {
        if (kinds.isEmpty()) {
            return;
        }
        var parameters = new HashMap<String, Object>(
                Map.of("kinds", kinds, "now", clock.instant(), "actor", Actor.SYSTEM.toString()));
        parameters.put("rules", each(DefaultRule::key));
        parameters.put("of", each(rule -> String.join(",", rule.kinds())));
        parameters.put("titles", each(DefaultRule::title));
        parameters.put("occasions", each(rule -> rule.occasion().name()));
        parameters.put("audiences", each(rule -> rule.audience().name()));
        parameters.put("days", each(rule -> text(rule.timing().days())));
        parameters.put("times", each(rule -> text(rule.timing().localTime())));
        parameters.put("minutes", each(rule -> text(rule.timing().minutes())));
        parameters.put("usefuls", each(rule -> text(rule.usefulMinutes())));
        parameters.put("channels", each(rule -> rule.channel().name()));
        parameters.put("purposes", each(rule -> rule.purpose().name()));
        parameters.put("asks", each(rule -> text(rule.asks())));
        parameters.put("sms", each(rule -> rule.texts().sms()));
        parameters.put("subjects", each(rule -> rule.texts().subject()));
        parameters.put("emails", each(rule -> rule.texts().email()));
        parameters.put("hold", each(rule -> text(rule.on())));
        sql.update(MAKE, parameters);
    }

    private static List<String> each(Function<DefaultRule, String> value) {
        return DefaultRule.ALL.stream().map(value).toList();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
