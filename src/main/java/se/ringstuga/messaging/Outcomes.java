package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.gateway.Outcome;

/** Writes what came of attempts, many at once. A provider's word that came before our own answer stays. */
@ApplicationScoped
class Outcomes {

    private static final NamedSql RECORD = NamedSql.of("""
            with told as materialized (
              select * from unnest(cast(:ids as bigint[]), cast(:attempts as int[]), cast(:states as text[]), cast(:ranks as int[]),
                                   cast(:codes as text[]), cast(:providers as text[]), cast(:gateways as text[]),
                                   cast(:agains as timestamptz[]))
                t(id, attempt, state, rank, code, provider_id, gateway, again)),
            held as materialized (
              select m.id, m.source = 'BROADCAST' and exists (select from broadcast b where b.id = m.source_id and b.cancelled_at is not null)
                       as cancelled
              from message m where m.id = any(cast(:ids as bigint[])) order by m.id for no key update of m),
            written as (
              update message m
              set state = case when t.state = 'QUEUED' and h.cancelled then 'CANCELLED'
                               when m.rank < t.rank or t.state = 'QUEUED' then t.state else m.state end,
                  rank = case when t.state = 'QUEUED' and h.cancelled then 35
                              when m.rank < t.rank or t.state = 'QUEUED' then t.rank else m.rank end,
                  code = case when m.rank < t.rank then nullif(t.code, '') else m.code end,
                  not_before = case when t.state = 'QUEUED' then least(t.again, m.not_after) else m.not_before end,
                  contacted_at = case when t.state = 'QUEUED' or (t.state = 'FAILED' and m.rank < t.rank) then null else m.contacted_at end,
                  gateway = coalesce(nullif(t.gateway, ''), m.gateway), provider_id = coalesce(nullif(t.provider_id, ''), m.provider_id),
                  lease_until = null,
                  ended_at = case when t.state = 'FAILED' or (t.state = 'QUEUED' and h.cancelled) then :now else m.ended_at end
              from held h join told t on t.id = h.id
              where m.id = h.id and m.attempt = t.attempt and (t.state <> 'QUEUED' or m.state = 'DISPATCHING')
              returning m.id, m.lane_id, m.not_before, m.state),
            noted as (
              insert into message_event (organization_id, message_id, attempt, at, source, status, code, provider_id)
              select m.organization_id, t.id, t.attempt, :now, :source, t.state, nullif(t.code, ''), nullif(t.provider_id, '')
              from told t join message m on m.id = t.id)
            select lane_id, min(not_before) as due from written where state = 'QUEUED' group by lane_id order by lane_id""");

    private final Sql sql;
    private final Lanes lanes;
    private final Refusals refusals;
    private final Clock clock;

    Outcomes(Sql sql, Lanes lanes, Refusals refusals, Clock clock) {
        this.sql = sql;
        this.lanes = lanes;
        this.refusals = refusals;
        this.clock = clock;
    }

    /**
     * What one attempt came to.
     *
     * @param attempt from 1
     * @param outcome null when it was not begun after all
     */
    record Told(
            long messageId,
            int attempt,
            String gateway,
            @Nullable Outcome outcome) {
        Told(Attempt attempt, String gateway, @Nullable Outcome outcome) {
            this(attempt.messageId(), attempt.number(), gateway, outcome);
        }
    }

    /** What was answered to this instance. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void record(List<Told> told) {
        record(told, "dispatcher");
    }

    /** @param source who says so, as it stands in {@code message_event} */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void record(List<Told> told, String source) {
        var refused = refused(told);
        refusals.await(refused, again(told));
        var now = clock.instant();
        var columns = new Columns(now);
        told.forEach(columns::add);
        var parameters = columns.parameters();
        parameters.put("now", now);
        parameters.put("source", source);
        record Due(long lane, Instant at) {}
        sql.list(RECORD, parameters, row -> new Due(row.number("lane_id"), row.instant("due")))
                .forEach(due -> lanes.expect(due.lane(), due.at()));
        refusals.follow(refused);
    }

    private static List<Long> again(List<Told> told) {
        return told.stream()
                .filter(one -> one.outcome() == null || one.outcome() instanceof Outcome.TryLater)
                .map(Told::messageId)
                .toList();
    }

    private static List<Refusals.Refused> refused(List<Told> told) {
        var refused = new ArrayList<Refusals.Refused>();
        for (var one : told) {
            if (one.outcome() instanceof Outcome.Refused(var _, var kind)) {
                refused.add(new Refusals.Refused(one.messageId(), kind));
            }
        }
        return refused;
    }

    /** The rows of the statement, column by column. */
    private static final class Columns {

        private final Instant now;
        private final List<Long> ids = new ArrayList<>();
        private final List<Long> attempts = new ArrayList<>();
        private final List<String> states = new ArrayList<>();
        private final List<Long> ranks = new ArrayList<>();
        private final List<String> codes = new ArrayList<>();
        private final List<String> providers = new ArrayList<>();
        private final List<String> gateways = new ArrayList<>();
        private final List<String> agains = new ArrayList<>();

        Columns(Instant now) {
            this.now = now;
        }

        void add(Told told) {
            ids.add(told.messageId());
            attempts.add((long) told.attempt());
            gateways.add(told.gateway());
            switch (told.outcome()) {
                case null -> add(MessageState.QUEUED, "", "", now);
                case Outcome.Accepted(String provider) -> add(MessageState.ACCEPTED, "", provider, now);
                case Outcome.Refused(String code, var kind) -> add(MessageState.FAILED, code, "", now);
                case Outcome.TryLater(var after, String why) -> add(MessageState.QUEUED, why, "", now.plus(after));
                case Outcome.Unknown(String why) -> add(MessageState.UNKNOWN, why, "", now);
            }
        }

        private void add(MessageState state, String code, String provider, Instant again) {
            states.add(state.name());
            ranks.add((long) state.rank());
            codes.add(code);
            providers.add(provider);
            agains.add(again.toString());
        }

        Map<String, Object> parameters() {
            return new HashMap<>(Map.of(
                    "ids", ids,
                    "attempts", attempts,
                    "states", states,
                    "ranks", ranks,
                    "codes", codes,
                    "providers", providers,
                    "gateways", gateways,
                    "agains", agains));
        }
    }
}
