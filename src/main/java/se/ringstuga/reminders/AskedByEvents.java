package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.inbox.QuestionAnswered;

/** What events ask by SMS, and that somebody has answered: the confirmation is planned like everything else. */
@ApplicationScoped
class AskedByEvents {

    private static final Pattern EVENT = Pattern.compile("event:([0-9]{1,18})");

    /** The answer's transaction holds the event's row, so nothing is put in line in it. */
    private static final NamedSql TELL = NamedSql.of("insert into reminder_news (event_id) values (:event)");

    private final Sql sql;

    AskedByEvents(Sql sql) {
        this.sql = sql;
    }

    /** {@code open_question.subject} of a question about an event. */
    static String subject(long eventId) {
        return "event:" + eventId;
    }

    void answered(@Observes QuestionAnswered answered) {
        event(answered.subject()).ifPresent(event -> sql.update(TELL, Map.of("event", event)));
    }

    private static Optional<Long> event(String subject) {
        var event = EVENT.matcher(subject);
        return event.matches() ? Optional.of(Long.valueOf(event.group(1))) : Optional.empty();
    }
}
