package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.fence.SendingStops;

/**
 * Codes that somebody asked for at an address of their own, which may be in no register: the one kind of message that has no
 * person. They stand in line here, are sent at most once, and say nothing any more once they have left.
 */
@ApplicationScoped
public class CodeMessages {

    private static final NamedSql PUT = NamedSql.of("""
            insert into code_message (organization_id, channel, address, subject, text, state, not_after, created_at)
            values (:organization, :channel, :address, :subject, :text, 'QUEUED', :until, :now)""");

    /** Organizations whose sending is stopped wait, and what waits too long is dropped. */
    private static final NamedSql TAKE =
            NamedSql.of("""
            with due as (
              select m.id, m.text from code_message m
              where m.state = 'QUEUED' and not {stopped} order by m.id limit :most for update of m skip locked)
            update code_message m set state = 'DISPATCHING', text = '', attempt_started_at = :now from due where m.id = due.id
            returning m.id, m.organization_id, m.channel, m.address, m.subject, due.text, m.not_after""".replace("{stopped}", SendingStops.STOPPED.replace("{organization}", "m.organization_id")));

    private static final NamedSql END = NamedSql.of("""
            update code_message set state = :state, why = cast(:why as text), gateway = cast(:gateway as text),
              provider_id = cast(:provider_id as text)
            where id = :id and state = 'DISPATCHING'""");

    /** An instance that died in the middle: it may have been sent, and is not sent again. */
    private static final NamedSql LOSE = NamedSql.of("""
            update code_message set state = 'UNKNOWN', why = 'the instance died'
            where state = 'DISPATCHING' and attempt_started_at < :before""");

    private static final NamedSql FORGET = NamedSql.of("delete from code_message where created_at < :before");

    private static final int AT_ONCE = 20;
    private static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofDays(2);

    private final Sql sql;
    private final Clock clock;

    CodeMessages(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A code, ready to be sent.
     *
     * @param address E.164 or an e-mail address
     * @param subject of an e-mail
     * @param text plain, of an e-mail Markdown; of an SMS it has to name the association (rule 24)
     * @param until it is of no use later
     */
    public record Code(
            long organizationId, Channel channel, String address, String subject, String text, Instant until) {}

    /** Puts it in line, in the caller's transaction. */
    public void put(Code code) {
        sql.update(
                PUT,
                Map.of(
                        "organization", code.organizationId(),
                        "channel", code.channel(),
                        "address", code.address(),
                        "subject", code.subject(),
                        "text", code.text(),
                        "until", code.until(),
                        "now", clock.instant()));
    }

    record Taken(long id, Code code) {

        private static Taken of(Row row) {
            return new Taken(
                    row.number("id"),
                    new Code(
                            row.number("organization_id"),
                            Channel.valueOf(row.text("channel")),
                            row.text("address"),
                            row.text("subject"),
                            row.text("text"),
                            row.instant("not_after")));
        }
    }

    List<Taken> take() {
        return sql.list(TAKE, Map.of("most", AT_ONCE, "now", clock.instant()), Taken::of);
    }

    /** What came of one. */
    record End(
            String state,
            @Nullable String why,
            @Nullable String gateway,
            @Nullable String providerId) {

        static End dropped(String why) {
            return new End("DROPPED", why, null, null);
        }
    }

    void end(long id, End end) {
        var parameters = new HashMap<String, @Nullable Object>(Map.of("id", id, "state", end.state()));
        parameters.put("why", end.why());
        parameters.put("gateway", end.gateway());
        parameters.put("provider_id", end.providerId());
        sql.update(END, parameters);
    }

    /** What is of unknown fate by now is said to be, and whom it was for is forgotten after two days. */
    void tidy() {
        var now = clock.instant();
        sql.update(LOSE, Map.of("before", now.minus(LONGEST_ATTEMPT)));
        sql.update(FORGET, Map.of("before", now.minus(KEPT)));
    }
}
