package se.ringstuga.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Each number's talk with an organization, and what of it waits for an organizer; written as texts come and are handled. */
@ApplicationScoped
class Conversations {

    private static final Duration DAY = Duration.ofHours(24);

    /** Locks it against others that come from the same number at the same moment. */
    private static final NamedSql LOCK = NamedSql.of("""
            insert into conversation (organization_id, phone, sender, received_at, text)
            values (:organization, :phone, :sender, :now, :text)
            on conflict (organization_id, phone) do update set phone = excluded.phone
            returning id""");

    private static final NamedSql TEXTED = NamedSql.of("""
            update conversation
            set sender = :sender, text = :text, received_at = :now,
                waiting = waiting + case when :waits then 1 else 0 end,
                waiting_since = case when :waits then coalesce(waiting_since, :now) else waiting_since end,
                told_at = case when :waits and waiting_since is null then null else told_at end,
                handled_at = case when :waits then null else handled_at end,
                handled_by = case when :waits then null else handled_by end
            where id = :id""");

    private static final NamedSql MAY_ANSWER = NamedSql.of("""
            update conversation c set own_answer_at = :now
            where c.id = :id and not exists (select from conversation o where o.phone = c.phone and o.own_answer_at > :day_ago)
            returning id""");

    /** Before its texts are counted: one that is just coming is then seen, or comes afterwards. */
    private static final NamedSql HOLD = NamedSql.of("select waiting from conversation where id = :id for update");

    /** What came after the last text that was read goes on waiting, from when it came; the others waited up to now. */
    private static final NamedSql HANDLE = NamedSql.of("""
            with later as (
              select count(*) as texts, min(received_at) as since
              from (select id, received_at from inbound_message where conversation_id = :id and kind = 'TEXT'
                    order by received_at desc, id desc limit :waiting) w
              where w.id > :read)
            update conversation c
            set waiting = l.texts, waiting_since = l.since, told_at = null,
                handled_at = case when l.texts = 0 then cast(:now as timestamptz) end,
                handled_by = case when l.texts = 0 then cast(:actor as text) end
            from later l where c.id = :id and l.texts < c.waiting""");

    private final Sql sql;
    private final Clock clock;

    Conversations(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Begins one where there is none. */
    long lock(long organizationId, InboundText text) {
        return sql.first(
                        LOCK,
                        Map.of(
                                "organization", organizationId,
                                "phone", text.phone(),
                                "sender", text.sender(),
                                "text", text.text(),
                                "now", clock.instant()),
                        row -> row.number("id"))
                .orElseThrow();
    }

    /** @param waits somebody has to read it */
    void texted(long id, InboundText text, boolean waits) {
        sql.update(
                TEXTED,
                Map.of(
                        "id", id,
                        "sender", text.sender(),
                        "text", text.text(),
                        "waits", waits,
                        "now", clock.instant()));
    }

    /** Once a day a number may be answered by the product itself: whoever asks has used it up. */
    boolean mayAnswerByItself(long id) {
        var now = clock.instant();
        return sql.first(MAY_ANSWER, Map.of("id", id, "now", now, "day_ago", now.minus(DAY)), _ -> true)
                .isPresent();
    }

    /** Before anything else is locked on its account, as by whoever reads a text that comes. */
    void hold(long id) {
        sql.first(HOLD, Map.of("id", id), row -> row.count("waiting"));
    }

    /**
     * What was read of it waits no more; handled twice it was handled by the first.
     *
     * @param read the last text that whoever handles it has seen
     */
    void handle(long id, long read, String actor) {
        sql.first(HOLD, Map.of("id", id), row -> row.count("waiting"))
                .ifPresent(waiting -> sql.update(
                        HANDLE,
                        Map.of("id", id, "waiting", waiting, "read", read, "actor", actor, "now", clock.instant())));
    }
}
