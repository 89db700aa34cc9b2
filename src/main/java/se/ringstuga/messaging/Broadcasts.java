package se.ringstuga.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** Broadcasts as rows, and the account of their messages. */
@ApplicationScoped
class Broadcasts {

    private static final NamedSql INSERT = NamedSql.of("""
            insert into broadcast (organization_id, title, channel, purpose, sender_id, segment_id, filter, subject, text, personal,
                                   send_at, not_after, created_at, created_by)
            values (:organization, :title, :channel, :purpose, cast(:sender as bigint), cast(:segment as bigint),
                    cast(:filter as jsonb), cast(:subject as text), :text, :personal, cast(:send_at as timestamptz), :not_after,
                    :now, :actor)
            returning id""");

    private static final NamedSql LOCK =
            NamedSql.of("select * from broadcast where id = :id and organization_id = :organization for update");

    private static final NamedSql READ =
            NamedSql.of("select * from broadcast where id = :id and organization_id = :organization");

    private static final NamedSql LIST = NamedSql.of("""
            select * from broadcast where organization_id = :organization and (cast(:after as bigint) is null or id < :after)
            order by id desc limit :rows""");

    private static final NamedSql APPROVE = NamedSql.of("""
            update broadcast set approved_at = :now, approved_by = :actor, lane_id = :lane, simulated = :simulated,
              version = version + 1
            where id = :id""");

    private static final NamedSql PAUSE = NamedSql.of("""
            with paused as (
              update broadcast set paused_at = cast(:at as timestamptz), version = version + 1 where id = :id returning lane_id)
            update send_lane l set paused_at = cast(:at as timestamptz) from paused where l.id = paused.lane_id""");

    private static final NamedSql CANCEL = NamedSql.of("""
            with cancelled as (
              update broadcast set cancelled_at = :now, cancelled_by = :actor, version = version + 1 where id = :id returning id),
            lane as (
              update send_lane l set next_at = null from broadcast b where b.id = :id and l.id = b.lane_id)
            update message m set state = 'CANCELLED', rank = 35, ended_at = :now from cancelled c
            where m.source = 'BROADCAST' and m.source_id = c.id and m.state = 'QUEUED'""");

    private static final NamedSql ACCOUNT = NamedSql.of("""
            select state, coalesce(reason, code, '') as why, count(*) as people from message
            where source = 'BROADCAST' and source_id = :id group by 1, 2""");

    /** How many were written to in bulk by this organization since. */
    private static final NamedSql TARGETED_SINCE = NamedSql.of("""
            select count(*) as people from broadcast b join message m on m.source = 'BROADCAST' and m.source_id = b.id
            where b.organization_id = :organization and b.approved_at > :since and m.state <> 'SKIPPED'""");

    private final Sql sql;
    private final Simulation simulation;
    private final ObjectMapper json;
    private final Clock clock;

    Broadcasts(Sql sql, Simulation simulation, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.simulation = simulation;
        this.json = json;
        this.clock = clock;
    }

    /** A broadcast as it is stored. */
    record Content(
            String title,
            Channel channel,
            Purpose purpose,
            @Nullable Long sender,
            @Nullable Long segment,
            JsonNode filter,
            @Nullable String subject,
            String text,
            boolean personal,
            @Nullable Instant sendAt,
            Instant notAfter) {}

    long add(long organizationId, Content content, String actor) {
        var parameters = new HashMap<String, Object>(Map.of(
                "organization", organizationId,
                "title", content.title(),
                "channel", content.channel(),
                "purpose", content.purpose(),
                "filter", content.filter().toString(),
                "text", content.text(),
                "personal", content.personal(),
                "not_after", content.notAfter(),
                "now", clock.instant(),
                "actor", actor));
        parameters.put("sender", content.sender());
        parameters.put("segment", content.segment());
        parameters.put("subject", content.subject());
        parameters.put("send_at", content.sendAt());
        return sql.first(INSERT, parameters, row -> row.number("id")).orElseThrow();
    }

    Optional<BroadcastView> find(long organizationId, long id) {
        return sql.first(READ, Map.of("organization", organizationId, "id", id), row -> view(row, account(id)));
    }

    /** To be changed: whoever wants to change it at the same time waits. */
    Optional<BroadcastView> lock(long organizationId, long id) {
        return sql.first(LOCK, Map.of("organization", organizationId, "id", id), row -> view(row, account(id)));
    }

    /** Newest first, each with its account. */
    Page<BroadcastView> list(long organizationId, PageRequest page) {
        var parameters = new HashMap<String, Object>(Map.of("organization", organizationId, "rows", page.limit() + 1));
        parameters.put("after", page.after().map(Cursor::id).orElse(null));
        var rows = sql.list(LIST, parameters, row -> view(row, account(row.number("id"))));
        return Page.of(rows, page.limit(), last -> new Cursor("", last.id()));
    }

    void approve(BroadcastView draft, long lane, String actor) {
        sql.update(
                APPROVE,
                Map.of(
                        "id", draft.id(),
                        "lane", lane,
                        "actor", actor,
                        "simulated", simulation.of(draft.channel()),
                        "now", clock.instant()));
    }

    /** What is just being handed over goes on. */
    void pause(long id) {
        sql.update(PAUSE, Map.of("id", id, "at", clock.instant()));
    }

    void resume(long id) {
        var parameters = new HashMap<String, Object>();
        parameters.put("id", id);
        parameters.put("at", null);
        sql.update(PAUSE, parameters);
    }

    /** For good; whatever was sent stays sent. */
    void cancel(long id, String actor) {
        sql.update(CANCEL, Map.of("id", id, "actor", actor, "now", clock.instant()));
    }

    long targetedSince(long organizationId, Instant since) {
        return sql.first(
                        TARGETED_SINCE,
                        Map.of("organization", organizationId, "since", since),
                        row -> row.number("people"))
                .orElse(0L);
    }

    private BroadcastAccount account(long id) {
        var sum = new BroadcastAccount.Sum();
        record Counted(MessageState state, String why, long people) {}
        sql.list(
                        ACCOUNT,
                        Map.of("id", id),
                        row -> new Counted(
                                MessageState.valueOf(row.text("state")), row.text("why"), row.number("people")))
                .forEach(row -> sum.add(row.state(), row.why(), row.people()));
        return sum.account();
    }

    private BroadcastView view(Row row, BroadcastAccount account) {
        var approved = row.instantOrNull("approved_at");
        return new BroadcastView(
                row.number("id"),
                row.text("title"),
                state(row, account),
                Channel.valueOf(row.text("channel")),
                Purpose.valueOf(row.text("purpose")),
                row.numberOrNull("sender_id"),
                row.numberOrNull("segment_id"),
                tree(row.text("filter")),
                row.textOrNull("subject"),
                row.text("text"),
                row.is("personal"),
                row.instantOrNull("send_at"),
                row.instant("not_after"),
                approved,
                row.textOrNull("approved_by"),
                row.instant("created_at"),
                row.text("created_by"),
                approved == null ? null : account,
                approved == null ? simulation.of(Channel.valueOf(row.text("channel"))) : row.is("simulated"),
                row.count("version"));
    }

    private static BroadcastView.State state(Row row, BroadcastAccount account) {
        if (row.instantOrNull("cancelled_at") != null) {
            return BroadcastView.State.CANCELLED;
        } else if (row.instantOrNull("approved_at") == null) {
            return BroadcastView.State.DRAFT;
        } else if (account.over()) {
            return BroadcastView.State.DONE;
        }
        return row.instantOrNull("paused_at") == null ? BroadcastView.State.SENDING : BroadcastView.State.PAUSED;
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
