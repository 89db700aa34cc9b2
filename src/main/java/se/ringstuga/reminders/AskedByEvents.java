package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.inbox.OpenQuestions;
import se.ringstuga.inbox.QuestionAnswered;

/**
 * What events ask by SMS, and what becomes of that: somebody answers, which is confirmed by a plan like everything else, or the
 * answer comes another way, or the SMS never leaves. Then nothing is asked any more, so that JA and NEJ are an answer to what is.
 */
@ApplicationScoped
class AskedByEvents {

    private static final Pattern EVENT = Pattern.compile("event:([0-9]{1,18})");

    /** The answer's transaction holds the event's row, so nothing is put in line in it. */
    private static final NamedSql TELL = NamedSql.of("insert into reminder_news (event_id) values (:event)");

    /** An SMS that asks {@code q} about an event, and may yet leave, or has left after what the person said last. */
    private static final String ASKED = """
            exists (select from reminder r join reminder_rule v on v.id = r.rule_id join message m on m.id = r.message_id
                    where r.person_id = q.person_id and r.event_id = s.event_id and r.state = 'QUEUED' and v.asks and m.channel = 'SMS'
                      and m.state not in ('SKIPPED', 'EXPIRED', 'CANCELLED', 'FAILED')
                      and (m.state = 'QUEUED' or m.attempt_started_at >= coalesce(s.said_at, '-infinity')))""";

    private static final String SAID = "greatest(u.signed_up_at, u.confirmed_at, u.cancelled_at, u.attended_at)";

    private static final String OPEN = "q.answered_at is null and q.withdrawn_at is null";

    private static final NamedSql SAID_OTHERWISE =
            NamedSql.of("""
            select q.id from unnest(cast(:events as bigint[])) e(id)
            join open_question q on q.subject = 'event:' || e.id and {open}
            join sign_up u on u.event_id = e.id and u.person_id = q.person_id
            cross join lateral (select e.id as event_id, {said} as said_at) s
            where s.said_at > q.asked_at and not {asked}""".replace("{open}", OPEN).replace("{said}", SAID).replace("{asked}", ASKED));

    private static final NamedSql NEVER_LEFT =
            NamedSql.of("""
            select distinct q.id from reminder d join reminder_rule w on w.id = d.rule_id
            join open_question q on q.person_id = d.person_id and q.subject = 'event:' || d.event_id and {open}
            left join sign_up u on u.event_id = d.event_id and u.person_id = d.person_id
            cross join lateral (select d.event_id, {said} as said_at) s
            where d.id = any (cast(:ids as bigint[])) and w.asks and not {asked}""".replace("{open}", OPEN).replace("{said}", SAID).replace("{asked}", ASKED));

    private final Sql sql;
    private final OpenQuestions questions;

    AskedByEvents(Sql sql, OpenQuestions questions) {
        this.sql = sql;
        this.questions = questions;
    }

    /** {@code open_question.subject} of a question about an event. */
    static String subject(long eventId) {
        return "event:" + eventId;
    }

    void answered(@Observes QuestionAnswered answered) {
        event(answered.subject()).ifPresent(event -> sql.update(TELL, Map.of("event", event)));
    }

    /** Nobody is asked about what is cancelled, and nobody who has said by another way whether they come. */
    void follow(List<PlannedEvent> events) {
        questions.withdraw(events.stream()
                .filter(event -> event.cancelledAt() != null)
                .map(event -> subject(event.id()))
                .toList());
        var ids = events.stream().map(PlannedEvent::id).toList();
        questions.withdrawById(sql.list(SAID_OTHERWISE, Map.of("events", ids), row -> row.number("id")));
    }

    /** These reminders were taken back, or dropped as they were about to leave: what no other one asks was never asked. */
    void neverLeft(Collection<Long> reminders) {
        if (!reminders.isEmpty()) {
            questions.withdrawById(
                    sql.list(NEVER_LEFT, Map.of("ids", List.copyOf(reminders)), row -> row.number("id")));
        }
    }

    private static Optional<Long> event(String subject) {
        var event = EVENT.matcher(subject);
        return event.matches() ? Optional.of(Long.valueOf(event.group(1))) : Optional.empty();
    }
}
