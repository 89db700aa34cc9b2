package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.fence.SendingStops;

/**
 * Messages without a person: codes that somebody asked for at an address of their own, which may be in no register, and what
 * whoever confirmed an address that way is told of what they asked for it. They stand in line here, are sent at most once, and say
 * nothing any more once they have left.
 */
@ApplicationScoped
public class CodeMessages {

    private static final NamedSql PUT = NamedSql.of("""
            insert into code_message (organization_id, channel, address, subject, text, state, not_after, created_at)
            values (:organization, :channel, :address, :subject, :text, 'QUEUED', :until, :now)""");

    private static final NamedSql PUT_TOLD = NamedSql.of("""
            insert into code_message (organization_id, channel, address, subject, text, state, not_after, created_at, source, source_id,
                                      beyond_budget)
            select d.organization, d.channel, d.address, d.subject, d.text, 'QUEUED', d.until, :now, :source, d.source_id, d.anyway
            from unnest(cast(:organizations as bigint[]), cast(:channels as text[]), cast(:addresses as text[]), cast(:subjects as text[]),
                        cast(:texts as text[]), cast(:untils as timestamptz[]), cast(:ids as bigint[]), cast(:anyways as boolean[]))
              d(organization, channel, address, subject, text, until, source_id, anyway)
            returning id, source_id""");

    private static final NamedSql TAKE_BACK = NamedSql.of("""
            update code_message set state = 'DROPPED', text = '', why = 'taken back'
            where source = :source and source_id = any (cast(:ids as bigint[])) and state = 'QUEUED' returning source_id""");

    /**
     * Organizations whose sending is stopped wait, and what waits too long is dropped. Whether one is stopped is asked of each in
     * turn: joined with the stops, all that waits would be sorted first.
     */
    private static final String DUE = "m.state = 'QUEUED' and coalesce(m.not_before, :now) <= :now and ("
            + SendingStops.STOPPED.replace("{organization}", "m.organization_id") + ") is not true";

    private static final String TAKE = """
            with due as (
              select m.id, m.text from code_message m
              where {due} and {which} order by m.id limit :most for update of m skip locked)
            update code_message m set state = 'DISPATCHING', text = '', attempt_started_at = :now from due where m.id = due.id
            returning m.id, m.organization_id, m.channel, m.address, m.subject, due.text, m.not_after, m.source, m.source_id,
                      m.beyond_budget""".replace("{due}", DUE);

    static final NamedSql TAKE_CODES = NamedSql.of(TAKE.replace("{which}", "m.source is null"));

    private static final NamedSql TAKE_TOLD =
            NamedSql.of(TAKE.replace("{which}", "m.source is not null and m.id = :id"));

    static final NamedSql TO_TELL = NamedSql.of(
            "select m.id from code_message m where " + DUE + " and m.source is not null order by m.id limit :most");

    private static final NamedSql PUT_OFF = NamedSql.of("""
            update code_message set not_before = :at where id = :id and state = 'QUEUED'""");

    private static final NamedSql WAIT = NamedSql.of("""
            update code_message set state = 'QUEUED', text = :text, not_before = :at, attempt_started_at = null
            where id = :id and state = 'DISPATCHING'""");

    private static final NamedSql END = NamedSql.of("""
            update code_message set state = :state, why = cast(:why as text), gateway = cast(:gateway as text),
              provider_id = cast(:provider_id as text)
            where id = :id and state = 'DISPATCHING'""");

    /** An instance that died in the middle: it may have been sent, and is not sent again. */
    private static final NamedSql LOSE = NamedSql.of("""
            update code_message set state = 'UNKNOWN', why = 'the instance died'
            where state = 'DISPATCHING' and attempt_started_at < :before""");

    /** What somebody was told of a meeting stands in its account as long as the meeting may be asked about. */
    private static final NamedSql FORGET = NamedSql.of("""
            delete from code_message where created_at < :before and (source is null or created_at < :long_before)""");

    private static final int AT_ONCE = 20;
    private static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofDays(2);
    private static final Duration TOLD_KEPT = Duration.ofDays(60);

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

    /**
     * Something that is told to whoever has confirmed an address, which is their consent for what it concerns and nothing else.
     *
     * @param code with a template for its text and subject
     * @param sourceId what asks for it; its {@link LastLook} is asked before it leaves
     * @param beyondBudget it goes when nothing is left to pay for it (rule 23)
     */
    public record Told(Code code, long sourceId, boolean beyondBudget) {}

    /**
     * Puts them in line, in the caller's transaction.
     *
     * @param source of a {@link LastLook}
     * @return the number of each, by what asks for it
     */
    public Map<Long, Long> put(String source, List<Told> told) {
        var numbers = new HashMap<Long, Long>();
        if (told.isEmpty()) {
            return numbers;
        }
        var parameters = new HashMap<String, Object>(Map.of("source", source, "now", clock.instant()));
        parameters.put("organizations", each(told, one -> one.code().organizationId()));
        parameters.put("channels", each(told, one -> one.code().channel().name()));
        parameters.put("addresses", each(told, one -> one.code().address()));
        parameters.put("subjects", each(told, one -> one.code().subject()));
        parameters.put("texts", each(told, one -> one.code().text()));
        parameters.put("untils", each(told, one -> one.code().until().toString()));
        parameters.put("ids", each(told, Told::sourceId));
        parameters.put("anyways", each(told, one -> String.valueOf(one.beyondBudget())));
        sql.list(PUT_TOLD, parameters, row -> numbers.put(row.number("source_id"), row.number("id")));
        return numbers;
    }

    private static <V> List<V> each(List<Told> told, Function<Told, V> value) {
        return told.stream().map(value).toList();
    }

    /**
     * Takes back what still waits; whoever is just sending one asks the {@link LastLook} instead.
     *
     * @return what asked for those that were still waiting
     */
    public List<Long> takeBack(String source, List<Long> sourceIds) {
        return sourceIds.isEmpty()
                ? List.of()
                : sql.list(TAKE_BACK, Map.of("source", source, "ids", sourceIds), row -> row.number("source_id"));
    }

    /** @param source null for a code, which is asked about no more */
    record Taken(long id, Code code, @Nullable String source, long sourceId, boolean beyondBudget) {

        private static Taken of(Row row) {
            var source = row.numberOrNull("source_id");
            return new Taken(
                    row.number("id"),
                    new Code(
                            row.number("organization_id"),
                            Channel.valueOf(row.text("channel")),
                            row.text("address"),
                            row.text("subject"),
                            row.text("text"),
                            row.instant("not_after")),
                    row.textOrNull("source"),
                    source == null ? 0 : source,
                    row.is("beyond_budget"));
        }

        Taken worded(String subject, String text) {
            return new Taken(
                    id,
                    new Code(code.organizationId(), code.channel(), code.address(), subject, text, code.until()),
                    source,
                    sourceId,
                    beyondBudget);
        }
    }

    List<Taken> takeCodes() {
        return sql.list(TAKE_CODES, Map.of("most", AT_ONCE, "now", clock.instant()), Taken::of);
    }

    /** Those that are told next; none of them is taken yet. */
    List<Long> toTell() {
        return sql.list(TO_TELL, Map.of("most", AT_ONCE, "now", clock.instant()), row -> row.number("id"));
    }

    /** Empty where another instance has it, or where it was taken back. */
    Optional<Taken> takeTold(long id) {
        return sql.first(TAKE_TOLD, Map.of("id", id, "most", 1, "now", clock.instant()), Taken::of);
    }

    /** One that was not taken after all. */
    void putOff(long id, Instant at) {
        sql.update(PUT_OFF, Map.of("id", id, "at", at));
    }

    /** It leaves later. */
    void await(Taken taken, Instant at) {
        sql.update(WAIT, Map.of("id", taken.id(), "text", taken.code().text(), "at", at));
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
        sql.update(FORGET, Map.of("before", now.minus(KEPT), "long_before", now.minus(TOLD_KEPT)));
    }
}
