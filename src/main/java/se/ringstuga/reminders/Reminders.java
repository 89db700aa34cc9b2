package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.events.EventRow;
import se.ringstuga.events.Visibility;
import se.ringstuga.messaging.PersonalMessages.Put;
import se.ringstuga.segments.Condition;
import se.ringstuga.segments.FilterReader;
import se.ringstuga.segments.Scope;
import se.ringstuga.segments.SegmentSql;
import se.ringstuga.segments.UsableSegments;

/** Reminders as rows, on their way from being planned to being put in line. */
@ApplicationScoped
class Reminders {

    /** For so long something that happened is news to whoever it happened to. */
    private static final Duration NEWS = Duration.ofHours(24);

    private static final Duration SLACK = Duration.ofMinutes(5);

    private static final String PLANS = """
            select u.*, p.id as plan_id, p.event_id as plan_event, p.organization_id as event_organization, o.time_zone, p.starts_at,
                   p.due_at, p.not_after, p.laid_out_at, e.visibility, e.segment_id as event_segment
            from reminder_plan p join reminder_rule u on u.id = p.rule_id join event e on e.id = p.event_id
            join organization o on o.id = p.organization_id
            where\s""";

    /** What tells of a move first: whoever it reaches is not reminded besides. */
    private static final NamedSql DUE = NamedSql.of(PLANS + """
            p.next_at <= :now order by p.next_at, u.occasion <> 'MOVED', p.id limit :most for no key update of p skip locked""");

    private static final NamedSql DUE_ALONE =
            NamedSql.of(PLANS + "p.id = :plan and p.next_at <= :now for no key update of p skip locked");

    private static final NamedSql DUE_IDS =
            NamedSql.of("select id from reminder_plan where next_at <= :now order by next_at, id limit :most");

    private static final NamedSql PUT_OFF =
            NamedSql.of("update reminder_plan set next_at = :later where id = :plan and next_at is not null");

    private static final NamedSql FOLLOW_SIGN_UPS = NamedSql.of(MeantSql.FOLLOW_SIGN_UPS);

    private static final NamedSql COUNT_SIGN_UPS = NamedSql.of("""
            select count(*) as people from sign_up
            where event_id = :event and (person_id is not null or guest_confirmed_at is not null and :guests) and state = :state""");

    private static final NamedSql SKIP = NamedSql.of(MeantSql.SKIP);

    /** What one person, or one guest, is told of a whole series is in line together, its first day first. */
    private static final NamedSql READY = NamedSql.of("""
            select r.id, r.plan_id, r.who, r.attempt from reminder r left join sign_up g on g.id = r.guest_id
            where r.plan_id = any (cast(:plans as bigint[])) and r.state = 'PLANNED'
            order by r.person_id, lower(g.guest_address), lower(g.guest_name), r.id limit :most""");

    private static final NamedSql PUT = NamedSql.of("""
            update reminder r set state = d.state, reason = nullif(d.reason, ''), message_id = nullif(d.message, 0), changed_at = :now
            from unnest(cast(:ids as bigint[]), cast(:states as text[]), cast(:reasons as text[]), cast(:messages as bigint[]))
              d(id, state, reason, message)
            where r.id = d.id""");

    private static final NamedSql DONE = NamedSql.of("""
            update reminder_plan p set laid_out_at = case when p.id = any (cast(:followed as bigint[])) then :now else p.laid_out_at end,
              next_at = case when p.not_after <= :now then null when p.due_at > :now then p.due_at
                             when exists (select from reminder r where r.plan_id = p.id and r.state = 'PLANNED') then :now end
            where p.id = any (cast(:plans as bigint[]))""");

    private static final NamedSql DROP = NamedSql.of("""
            update reminder r set state = 'SKIPPED', reason = d.why, changed_at = :now
            from unnest(cast(:ids as bigint[]), cast(:whys as text[])) d(id, why) where r.id = d.id and r.state = 'QUEUED'""");

    /** Nothing that fell due while the database was out of use is made up for. */
    private static final NamedSql LEAVE = NamedSql.of("""
            with due as (
              select id from reminder_plan where due_at <= :now and next_at is not null order by id for no key update),
            over as (
              update reminder_plan p set next_at = null, closed = 'GAP' from due where p.id = due.id)
            update reminder r set state = 'SKIPPED', reason = 'GAP', changed_at = :now
            from due where r.plan_id = due.id and r.state = 'PLANNED'""");

    private final Sql sql;
    private final UsableSegments segments;
    private final FilterReader filters;

    Reminders(Sql sql, UsableSegments segments, FilterReader filters) {
        this.sql = sql;
        this.segments = segments;
        this.filters = filters;
    }

    /** Those with something to do, locked; what another instance has in hand is left to it. */
    List<DuePlan> due(Instant now, int most) {
        return sql.list(DUE, Map.of("now", now, "most", most), DuePlan::of);
    }

    /** Empty when others have it in hand, or nothing is to do about it any more. */
    Optional<DuePlan> due(long plan, Instant now) {
        return sql.first(DUE_ALONE, Map.of("plan", plan, "now", now), DuePlan::of);
    }

    List<Long> dueIds(Instant now, int most) {
        return sql.list(DUE_IDS, Map.of("now", now, "most", most), row -> row.number("id"));
    }

    void putOff(long plan, Instant later) {
        sql.update(PUT_OFF, Map.of("plan", plan, "later", later));
    }

    /** Lets the reminders of these plans follow those who signed up. */
    void followSignUps(List<DuePlan> plans, Instant now) {
        if (!plans.isEmpty()) {
            sql.update(
                    FOLLOW_SIGN_UPS,
                    Map.of("plans", ids(plans), "now", now, "lately", now.minus(NEWS), "back", Why.comingBack()));
        }
    }

    /** The same for those who have to be looked for. */
    void followFound(DuePlan plan, Instant now) {
        var found = found(
                new Looked(plan.organizationId(), plan.zone(), plan.rule(), plan.invited(), plan.segmentId(), now));
        var parameters = new HashMap<>(found.parameters());
        parameters.put("plans", List.of(plan.id()));
        parameters.put("now", now);
        parameters.put("back", Why.comingBack());
        sql.update(sql.statement(MeantSql.followFound(found.sql())), parameters);
    }

    /** For whom is looked, where and as of when. */
    private record Looked(
            long organizationId,
            ZoneId zone,
            ReminderRule rule,
            boolean invited,
            @Nullable Long segmentId,
            Instant at) {}

    private Condition found(Looked looked) {
        var scope = new Scope(looked.organizationId(), looked.at(), looked.zone());
        var base = SegmentSql.base("base_", scope);
        var fits = fits(looked, scope);
        var parameters = new HashMap<>(base.parameters());
        parameters.putAll(fits.parameters());
        parameters.put("today", LocalDate.ofInstant(looked.at(), looked.zone()));
        return new Condition(who(looked, base, fits), parameters);
    }

    private static String who(Looked looked, Condition base, Condition fits) {
        if (looked.rule().audience() == Audience.SEGMENT) {
            return MeantSql.segment(base.sql(), fits.sql());
        }
        return looked.invited()
                ? MeantSql.unansweredInvited(base.sql(), fits.sql())
                : MeantSql.unansweredMembers(base.sql());
    }

    /** Nobody where there is no segment, or where it is gone. */
    private Condition fits(Looked looked, Scope scope) {
        var segment = looked.segmentId();
        if (segment == null || (looked.rule().audience() == Audience.UNANSWERED && !looked.invited())) {
            return new Condition("false", Map.of());
        }
        return segments.filter(looked.organizationId(), segment)
                .map(filter -> SegmentSql.condition(filters.stored(filter), "fits_", scope))
                .orElseGet(() -> new Condition("false", Map.of()));
    }

    /** For how many people a plan would be, as things stand. */
    long count(ReminderPlan plan, EventRow event) {
        var rule = plan.rule();
        if (rule.audience().stands()) {
            return sql.first(
                            COUNT_SIGN_UPS,
                            Map.of(
                                    "event", event.id(),
                                    "state", rule.audience(),
                                    "guests", rule.occasion() != Occasion.AFTER),
                            row -> row.number("people"))
                    .orElse(0L);
        }
        var found = found(new Looked(
                event.organizationId(),
                event.zone(),
                rule,
                event.content().visibility() == Visibility.INVITED,
                rule.segmentId() == null ? event.content().segmentId() : rule.segmentId(),
                plan.dueAt()));
        var parameters = new HashMap<>(found.parameters());
        parameters.put("event", event.id());
        return sql.first(sql.statement(MeantSql.countFound(found.sql())), parameters, row -> row.number("people"))
                .orElse(0L);
    }

    /** What is past its time, or stands behind a later reminder after a standstill. */
    void skipStale(List<DuePlan> plans, Instant now) {
        sql.update(SKIP, Map.of("plans", ids(plans), "now", now, "slack", now.minus(SLACK)));
    }

    /**
     * A reminder whose time has come.
     *
     * @param who the person; below zero a guest, by their sign-up
     */
    record Ready(long id, long planId, long who, int attempt) {

        boolean ofGuest() {
            return who < 0;
        }
    }

    List<Ready> ready(List<DuePlan> plans, int most) {
        if (plans.isEmpty()) {
            return List.of();
        }
        return sql.list(
                READY,
                Map.of("plans", ids(plans), "most", most),
                row -> new Ready(row.number("id"), row.number("plan_id"), row.number("who"), row.count("attempt")));
    }

    /** What came of those that were put in line; one without a result is for somebody who is gone. */
    void put(List<Ready> ready, List<Put> results, Instant now) {
        var byId = new HashMap<Long, Put>();
        results.forEach(result -> byId.put(result.sourceId(), result));
        var written = new Written();
        ready.forEach(one -> written.add(one.id(), byId.get(one.id())));
        written.write(sql, now);
    }

    void done(List<DuePlan> plans, List<DuePlan> followed, Instant now) {
        sql.update(DONE, Map.of("plans", ids(plans), "followed", ids(followed), "now", now));
    }

    /** Of messages that are not sent after all. */
    void drop(Map<Long, Why> whys, Instant now) {
        if (!whys.isEmpty()) {
            var ids = List.copyOf(whys.keySet());
            sql.update(
                    DROP,
                    Map.of(
                            "ids",
                            ids,
                            "whys",
                            ids.stream().map(id -> String.valueOf(whys.get(id))).toList(),
                            "now",
                            now));
        }
    }

    void leaveWhatIsDue(Instant now) {
        sql.update(LEAVE, Map.of("now", now));
    }

    private static List<Long> ids(List<DuePlan> plans) {
        return plans.stream().map(DuePlan::id).toList();
    }

    /** Rows of one statement. */
    private static final class Written {

        private final List<Long> ids = new ArrayList<>();
        private final List<String> states = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();
        private final List<Long> messages = new ArrayList<>();

        void add(long id, @Nullable Put put) {
            switch (put) {
                case null -> add(id, "SKIPPED", Why.NO_LONGER_MEANT.name(), 0);
                case Put.InLine in -> add(id, "QUEUED", "", in.messageId());
                case Put.Refused no -> add(id, "UNREACHED", reason(no), 0);
                case Put.AlreadyThere _ -> add(id, "SKIPPED", Why.SUPERSEDED.name(), 0);
            }
        }

        private void add(long id, String state, String reason, long message) {
            ids.add(id);
            states.add(state);
            reasons.add(reason);
            messages.add(message);
        }

        /** What stands against the channel that would have come first. */
        private static String reason(Put.Refused no) {
            var sms = no.sms();
            var email = no.email();
            return sms != null ? sms : email != null ? email : Why.NO_LONGER_MEANT.name();
        }

        void write(Sql sql, Instant now) {
            if (!ids.isEmpty()) {
                sql.update(
                        PUT,
                        Map.of("ids", ids, "states", states, "reasons", reasons, "messages", messages, "now", now));
            }
        }
    }
}
