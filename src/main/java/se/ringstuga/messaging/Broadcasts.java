package se.ringstuga.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
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
                                   send_at, not_after, about_change, created_at, created_by)
            values (:organization, :title, :channel, :purpose, cast(:sender as bigint), cast(:segment as bigint),
                    cast(:filter as jsonb), cast(:subject as text), :text, :personal, cast(:send_at as timestamptz),
                    cast(:not_after as timestamptz), :about_change, :now, :actor)
            returning id""");

    /** What it has come to follows from the facts and, by the index of the account, from whether anybody waits. */
    private static final String OF_ORGANIZATION = """
            select b.*, case when cancelled_at is not null then 'CANCELLED' when approved_at is null then 'DRAFT'
                             when not exists (select from message m
                                              where m.source = 'BROADCAST' and m.source_id = b.id and m.replaced_by is null
                                                and m.state in ('QUEUED', 'DISPATCHING')) then 'DONE'
                             when paused_at is not null then 'PAUSED' else 'SENDING' end as state
            from broadcast b where b.organization_id = :organization""";

    private static final NamedSql READ = NamedSql.of(OF_ORGANIZATION + " and b.id = :id");

    private static final NamedSql LOCK = NamedSql.of(OF_ORGANIZATION + " and b.id = :id for update of b");

    private static final NamedSql LIST = NamedSql.of("select * from (" + OF_ORGANIZATION + """
            ) listed where (cast(:after as bigint) is null or id < :after) and (cast(:state as text) is null or state = :state)
            order by id desc limit :rows""");

    private static final NamedSql APPROVE = NamedSql.of("""
            update broadcast set approved_at = :now, approved_by = :actor, lane_id = :lane, simulated = :simulated,
              version = version + 1
            where id = :id""");

    private static final NamedSql PAUSE = NamedSql.of("""
            with paused as (
              update broadcast set paused_at = cast(:at as timestamptz), version = version + 1 where id = :id
              returning organization_id, id)
            update send_lane l set paused_at = cast(:at as timestamptz) from paused b
            where l.organization_id = b.organization_id and l.broadcast_id = b.id""");

    private static final NamedSql CANCEL = NamedSql.of("""
            with cancelled as (
              update broadcast set cancelled_at = :now, cancelled_by = :actor, version = version + 1 where id = :id
              returning organization_id, id),
            lane as (
              update send_lane l set next_at = null from cancelled b where l.organization_id = b.organization_id and l.broadcast_id = b.id)
            update message m set state = 'CANCELLED', rank = 35, ended_at = :now from cancelled c
            where m.source = 'BROADCAST' and m.source_id = c.id and m.state = 'QUEUED'""");

    private static final NamedSql LOCK_APPROVALS = NamedSql.of(
            "select 1 as locked from pg_advisory_xact_lock(hashtextextended('approvals:' || cast(:organization as bigint), 0))");

    /** How many were written to in bulk by this organization since. */
    private static final NamedSql TARGETED_SINCE = NamedSql.of("""
            select count(*) as people from broadcast b join message m on m.source = 'BROADCAST' and m.source_id = b.id
            where b.organization_id = :organization and b.approved_at > :since and m.state <> 'SKIPPED'
              and m.replaced_by is null""");

    private final Sql sql;
    private final Lanes lanes;
    private final BroadcastAccounts accounts;
    private final StoredFilters filters;
    private final Simulation simulation;
    private final Clock clock;

    Broadcasts(
            Sql sql,
            Lanes lanes,
            BroadcastAccounts accounts,
            StoredFilters filters,
            Simulation simulation,
            Clock clock) {
        this.sql = sql;
        this.lanes = lanes;
        this.accounts = accounts;
        this.filters = filters;
        this.simulation = simulation;
        this.clock = clock;
    }

    /**
     * A broadcast as it is stored.
     *
     * @param notAfter null for two days after it begins
     * @param aboutChange a meeting was moved or cancelled
     */
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
            @Nullable Instant notAfter,
            boolean aboutChange) {

        Content to(@Nullable Long otherSegment, JsonNode otherFilter) {
            return new Content(
                    title,
                    channel,
                    purpose,
                    sender,
                    otherSegment,
                    otherFilter,
                    subject,
                    text,
                    personal,
                    sendAt,
                    notAfter,
                    aboutChange);
        }

        Content at(Instant when, Instant until) {
            return new Content(
                    title,
                    channel,
                    purpose,
                    sender,
                    segment,
                    filter,
                    subject,
                    text,
                    personal,
                    when,
                    until,
                    aboutChange);
        }

        Map<String, Object> parameters() {
            var parameters = new HashMap<String, Object>(Map.of(
                    "title", title,
                    "channel", channel,
                    "purpose", purpose,
                    "filter", filter.toString(),
                    "text", text,
                    "personal", personal,
                    "about_change", aboutChange));
            parameters.put("sender", sender);
            parameters.put("segment", segment);
            parameters.put("subject", subject);
            parameters.put("send_at", sendAt);
            parameters.put("not_after", notAfter);
            return parameters;
        }
    }

    long add(long organizationId, Content content, String actor) {
        var parameters = content.parameters();
        parameters.put("organization", organizationId);
        parameters.put("now", clock.instant());
        parameters.put("actor", actor);
        return sql.first(INSERT, parameters, row -> row.number("id")).orElseThrow();
    }

    Optional<BroadcastView> find(long organizationId, long id) {
        return one(READ, organizationId, id);
    }

    /** While it is sent, as of a moment ago: for whoever looks on. */
    Optional<BroadcastView> watch(long organizationId, long id) {
        return sql.first(READ, Map.of("organization", organizationId, "id", id), this::view)
                .map(broadcast -> broadcast.counted(
                        broadcast.state() == BroadcastView.State.SENDING ? accounts.lately(id) : accounts.of(id)));
    }

    /** To be changed: whoever wants to change it at the same time waits. */
    Optional<BroadcastView> lock(long organizationId, long id) {
        return one(LOCK, organizationId, id);
    }

    private Optional<BroadcastView> one(NamedSql statement, long organizationId, long id) {
        return sql.first(statement, Map.of("organization", organizationId, "id", id), this::view)
                .map(broadcast -> broadcast.counted(accounts.of(id)));
    }

    /**
     * Newest first, each with its account.
     *
     * @param state null for all
     */
    Page<BroadcastView> list(long organizationId, BroadcastView.@Nullable State state, PageRequest page) {
        var parameters = new HashMap<String, Object>(Map.of("organization", organizationId, "rows", page.limit() + 1));
        parameters.put("after", page.after().map(Cursor::id).orElse(null));
        parameters.put("state", state);
        var rows = Page.of(sql.list(LIST, parameters, this::view), page.limit(), last -> new Cursor("", last.id()));
        var counted = accounts.of(rows.items().stream().map(BroadcastView::id).toList());
        return new Page<>(
                rows.items().stream()
                        .map(row -> row.counted(counted.getOrDefault(row.id(), BroadcastAccount.NOBODY)))
                        .toList(),
                rows.next());
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
        lanes.hold(id);
        sql.update(PAUSE, Map.of("id", id, "at", clock.instant()));
    }

    void resume(long id) {
        var parameters = new HashMap<String, Object>();
        parameters.put("id", id);
        parameters.put("at", null);
        lanes.hold(id);
        sql.update(PAUSE, parameters);
    }

    /** For good; whatever was sent stays sent. */
    void cancel(long id, String actor) {
        lanes.hold(id);
        sql.update(CANCEL, Map.of("id", id, "actor", actor, "now", clock.instant()));
    }

    /**
     * Until the end of the transaction nobody else approves anything of this organization: what they are about to add up is
     * then to be seen. Not its row, which budgets are locked by, and reminders wait for those.
     */
    void lockApprovals(long organizationId) {
        sql.first(LOCK_APPROVALS, Map.of("organization", organizationId), row -> row.number("locked"));
    }

    long targetedSince(long organizationId, Instant since) {
        return sql.first(
                        TARGETED_SINCE,
                        Map.of("organization", organizationId, "since", since),
                        row -> row.number("people"))
                .orElse(0L);
    }

    private BroadcastView view(Row row) {
        return new BroadcastView(
                row.number("id"),
                row.text("title"),
                BroadcastView.State.valueOf(row.text("state")),
                Channel.valueOf(row.text("channel")),
                Purpose.valueOf(row.text("purpose")),
                row.numberOrNull("sender_id"),
                row.numberOrNull("segment_id"),
                filters.tree(row.text("filter")),
                row.textOrNull("subject"),
                row.text("text"),
                row.is("personal"),
                row.instantOrNull("send_at"),
                row.instantOrNull("not_after"),
                row.instantOrNull("approved_at"),
                row.textOrNull("approved_by"),
                row.instant("created_at"),
                row.text("created_by"),
                row.instantOrNull("changed_at"),
                row.textOrNull("changed_by"),
                row.is("about_change"),
                null,
                row.instantOrNull("approved_at") == null
                        ? simulation.of(Channel.valueOf(row.text("channel")))
                        : row.is("simulated"),
                row.count("version"));
    }
}
