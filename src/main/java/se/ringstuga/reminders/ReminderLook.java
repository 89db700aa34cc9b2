package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.events.EventLinks;
import se.ringstuga.messaging.LastLook;
import se.ringstuga.messaging.TemplateField;
import se.ringstuga.organizations.ClosedDays;

/**
 * Reads the event once more as a reminder leaves, with its row locked so that whoever moves or cancels it, or signs somebody up
 * or off, is either waited for or waits: what leaves was true at that moment. What was put in line before a break waits for its
 * end (rule 33).
 */
@ApplicationScoped
class ReminderLook implements LastLook {

    /** In one statement, and read in the next: who was waited for is seen then. */
    private static final NamedSql LOCK = NamedSql.of("""
            select id from event where id in (select event_id from reminder where id = any (cast(:ids as bigint[])))
            order by id for share""");

    private static final NamedSql LOCK_TOGETHER =
            NamedSql.of("select id from event where id in (" + SeriesNotices.EVENTS + ") order by id for share");

    private static final NamedSql READ = NamedSql.of(SeenReminder.SQL);

    private static final String REMINDER = "REMINDER";

    private final Sql sql;
    private final Reminders reminders;
    private final SeriesNotices series;
    private final EventLinks links;
    private final ClosedDays closedDays;
    private final AskedByEvents asked;

    ReminderLook(
            Sql sql,
            Reminders reminders,
            SeriesNotices series,
            EventLinks links,
            ClosedDays closedDays,
            AskedByEvents asked) {
        this.sql = sql;
        this.reminders = reminders;
        this.series = series;
        this.links = links;
        this.closedDays = closedDays;
        this.asked = asked;
    }

    @Override
    public Set<String> sources() {
        return Set.of(REMINDER, "EVENT", GuestLine.SOURCE);
    }

    @Override
    public List<TemplateField> fields() {
        return EventTexts.LEAVING;
    }

    @Override
    public Map<Long, Verdict> look(String source, List<Long> sourceIds, Instant now) {
        if (source.equals(REMINDER)) {
            sql.list(LOCK, Map.of("ids", sourceIds), row -> row.number("id"));
        } else {
            sql.list(LOCK_TOGETHER, Map.of("ids", sourceIds), row -> row.number("id"));
            series.lock(sourceIds);
        }
        var verdicts = new HashMap<Long, Verdict>();
        var dropped = new HashMap<Long, Why>();
        var leaving = new ArrayList<SeenReminder>();
        for (var seen : sql.list(READ, Map.of("ids", sourceIds), SeenReminder::of)) {
            var why = seen.against(now);
            if (why.isPresent()) {
                dropped.put(seen.id(), why.get());
                verdicts.put(seen.id(), new Verdict.Drop(why.get().ofMessage()));
            } else if (opens(seen, now).isAfter(now)) {
                verdicts.put(seen.id(), new Verdict.Later(opens(seen, now)));
            } else {
                leaving.add(seen);
            }
        }
        reminders.drop(dropped, now);
        asked.neverLeft(dropped.keySet());
        verdicts.putAll(leaving(source, leaving, now));
        return verdicts;
    }

    private Instant opens(SeenReminder seen, Instant now) {
        return seen.purpose().isBoundBy(Purpose.Rule.CLOSED_DAYS)
                ? closedDays.calendar(seen.holder().organizationId()).nextOpen(now)
                : now;
    }

    private Map<Long, Verdict> leaving(String source, List<SeenReminder> leaving, Instant now) {
        var verdicts = new HashMap<Long, Verdict>();
        if (source.equals(REMINDER)) {
            leaving.forEach(seen -> verdicts.put(seen.id(), new Verdict.Go(fields(seen, now))));
            return verdicts;
        }
        leaving.sort(Comparator.comparing((SeenReminder seen) -> seen.event().startsAt())
                .thenComparingLong(SeenReminder::id));
        var together = series.together(leaving, now);
        for (var seen : leaving) {
            if (together.told().contains(seen.id())) {
                verdicts.put(seen.id(), new Verdict.Drop(Why.TOLD_TOGETHER.ofMessage()));
            } else {
                var fields = fields(seen, now);
                fields.put(
                        EventTexts.OTHERS.key(),
                        EventTexts.days(together.days(seen.id()), seen.event().zone()));
                verdicts.put(seen.id(), new Verdict.Go(fields));
            }
        }
        return verdicts;
    }

    private Map<String, String> fields(SeenReminder seen, Instant now) {
        var fields = EventTexts.of(seen.event(), now);
        fields.put(EventTexts.ANSWERED.key(), EventTexts.answered(fields, seen.signUp()));
        fields.put(EventTexts.STANDING.key(), EventTexts.standing(seen.signUp()));
        var guest = seen.guestName();
        if (guest == null) {
            fields.put(EventTexts.LINK.key(), links.signUp(seen.eventId(), seen.who()));
        } else {
            var link = links.guest(seen.holder().slug(), seen.eventId(), -seen.who());
            fields.putAll(EventTexts.ofGuest(guest, link));
        }
        return fields;
    }
}
