package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.events.EventLinks;
import se.ringstuga.messaging.LastLook;
import se.ringstuga.messaging.TemplateField;

/**
 * Reads the event once more as a reminder leaves, with its row locked so that whoever moves or cancels it, or signs somebody up
 * or off, is either waited for or waits: what leaves was true at that moment.
 */
@ApplicationScoped
class ReminderLook implements LastLook {

    /** In one statement, and read in the next: who was waited for is seen then. */
    private static final NamedSql LOCK = NamedSql.of("""
            select id from event where id in (select event_id from reminder where id = any (cast(:ids as bigint[])))
            order by id for share""");

    private static final NamedSql READ = NamedSql.of("""
            select r.id, r.person_id, r.event_id, u.occasion, u.audience,
                   u.switched_off_at is not null or u.archived_at is not null or x.rule_id is not null as off,
                   p.starts_at as planned_start, e.title, e.starts_at, e.ends_at, e.place, e.address, e.online_link, e.published_at,
                   e.cancelled_at, e.cancelled_why, o.time_zone, st.name as contact, s.state as sign_up
            from reminder r join reminder_plan p on p.id = r.plan_id join reminder_rule u on u.id = r.rule_id
            join event e on e.id = r.event_id join organization o on o.id = e.organization_id
            left join staff st on st.id = e.contact_staff
            left join sign_up s on s.event_id = r.event_id and s.person_id = r.person_id
            left join reminder_exception x on x.event_id = r.event_id and x.rule_id = r.rule_id
            where r.id = any (cast(:ids as bigint[]))""");

    private final Sql sql;
    private final Reminders reminders;
    private final EventLinks links;

    ReminderLook(Sql sql, Reminders reminders, EventLinks links) {
        this.sql = sql;
        this.reminders = reminders;
        this.links = links;
    }

    @Override
    public Set<String> sources() {
        return Set.of("REMINDER", "EVENT");
    }

    @Override
    public List<TemplateField> fields() {
        return EventTexts.FIELDS;
    }

    @Override
    public Map<Long, Verdict> look(String source, List<Long> sourceIds, Instant now) {
        sql.list(LOCK, Map.of("ids", sourceIds), row -> row.number("id"));
        var verdicts = new HashMap<Long, Verdict>();
        var dropped = new HashMap<Long, Why>();
        for (var seen : sql.list(READ, Map.of("ids", sourceIds), Seen::of)) {
            var why = seen.against(now);
            if (why.isPresent()) {
                dropped.put(seen.id(), why.get());
                verdicts.put(seen.id(), new Verdict.Drop(why.get().ofMessage()));
            } else {
                verdicts.put(seen.id(), new Verdict.Go(fields(seen, now)));
            }
        }
        reminders.drop(dropped, now);
        return verdicts;
    }

    private Map<String, String> fields(Seen seen, Instant now) {
        var fields = EventTexts.of(seen.event(), now);
        fields.put(EventTexts.LINK.key(), links.signUp(seen.eventId(), seen.personId()));
        fields.put(EventTexts.ANSWERED.key(), EventTexts.answered(fields, seen.signUp()));
        return fields;
    }

    /**
     * A reminder with its event as it is now.
     *
     * @param signUp the state of the person's sign-up; null without any
     */
    private record Seen(
            long id,
            long personId,
            long eventId,
            Occasion occasion,
            Audience audience,
            boolean off,
            boolean published,
            boolean cancelled,
            Instant plannedStart,
            EventTexts.Told event,
            @Nullable String signUp) {

        static Seen of(Row row) {
            return new Seen(
                    row.number("id"),
                    row.number("person_id"),
                    row.number("event_id"),
                    Occasion.valueOf(row.text("occasion")),
                    Audience.valueOf(row.text("audience")),
                    row.is("off"),
                    row.instantOrNull("published_at") != null,
                    row.instantOrNull("cancelled_at") != null,
                    row.instant("planned_start"),
                    new EventTexts.Told(
                            row.text("title"),
                            row.instant("starts_at"),
                            row.instant("ends_at"),
                            ZoneId.of(row.text("time_zone")),
                            row.textOrNull("place"),
                            row.textOrNull("address"),
                            row.textOrNull("online_link"),
                            row.textOrNull("contact"),
                            row.textOrNull("cancelled_why")),
                    row.textOrNull("sign_up"));
        }

        /** Empty for what is still true and of use. */
        Optional<Why> against(Instant now) {
            if (!published) {
                return Optional.of(Why.NOT_PUBLISHED);
            }
            if (cancelled != (occasion == Occasion.CANCELLED)) {
                return Optional.of(cancelled ? Why.EVENT_CANCELLED : Why.NO_LONGER_MEANT);
            }
            if (!plannedStart.equals(event.startsAt())) {
                return Optional.of(Why.EVENT_MOVED);
            }
            if (occasion == Occasion.BEFORE && !event.startsAt().isAfter(now)) {
                return Optional.of(Why.EVENT_OVER);
            }
            if (off) {
                return Optional.of(Why.SWITCHED_OFF);
            }
            return isMeant() ? Optional.empty() : Optional.of(Why.NO_LONGER_MEANT);
        }

        private boolean isMeant() {
            var state = signUp == null ? "" : signUp;
            return switch (occasion) {
                case ANSWERED -> true;
                case MOVED, CANCELLED -> state.equals("SIGNED_UP") || state.equals("WAITING");
                case BEFORE, AFTER, PROMOTED ->
                    switch (audience) {
                        case SIGNED_UP, ATTENDED, ABSENT -> state.equals(audience.name());
                        case UNANSWERED -> state.isEmpty() || state.equals("INVITED");
                        case SEGMENT -> !state.equals("CANCELLED");
                    };
            };
        }
    }
}
