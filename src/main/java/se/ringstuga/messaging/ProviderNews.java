package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.gateway.ProviderEvent;
import se.ringstuga.messaging.sms.SmsGateways;

/**
 * Applies what providers tell, in whatever order and how often they tell it: everything new is kept, and a status takes
 * effect only above the one before. The same status of the same message again is no news, unless it brings the price. A word about any attempt takes a message that waits for another one out of the queue.
 */
@ApplicationScoped
class ProviderNews {

    private static final NamedSql APPLY = NamedSql.of("""
            with told as materialized (
              select t.*, m.organization_id from unnest(cast(:ids as bigint[]), cast(:attempts as int[]), cast(:statuses as text[]), cast(:states as text[]),
                                   cast(:ranks as int[]), cast(:codes as text[]), cast(:providers as text[]),
                                   cast(:gateways as text[]), cast(:prices as text[]), cast(:currencies as text[]))
                t(id, attempt, status, state, rank, code, provider_id, gateway, price, currency)
              join message m on m.id = t.id),
            held as materialized (
              select id from message where id = any(cast(:ids as bigint[])) order by id for no key update),
            best as (
              select distinct on (id) * from told order by id, rank desc),
            noted as (
              insert into message_event (organization_id, message_id, attempt, at, source, status, code, provider_id, price, currency)
              select distinct on (id, attempt, gateway, provider_id, status)
                     organization_id, id, attempt, :now, gateway, status, nullif(code, ''), provider_id,
                     cast(nullif(price, '') as numeric), nullif(currency, '')
              from told t
              where not exists (select from message_event e where e.message_id = t.id and e.attempt = t.attempt and e.source = t.gateway
                                  and e.provider_id = t.provider_id and e.status = t.status and (t.price = '' or e.price is not null)))
            update message m
            set state = b.state, rank = b.rank, code = nullif(b.code, ''), reason = null, lease_until = null,
                gateway = coalesce(m.gateway, b.gateway), provider_id = coalesce(m.provider_id, b.provider_id),
                contacted_at = coalesce(m.contacted_at, m.attempt_started_at, :now),
                ended_at = case when b.state in ('FAILED', 'DELIVERED') then :now end
            from held h join best b on b.id = h.id where m.id = h.id and m.rank < b.rank""");

    private final Sql sql;
    private final ToldPrices prices;
    private final SmsGateways gateways;
    private final Refusals refusals;
    private final Clock clock;

    ProviderNews(Sql sql, ToldPrices prices, SmsGateways gateways, Refusals refusals, Clock clock) {
        this.sql = sql;
        this.prices = prices;
        this.gateways = gateways;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** In the transaction of the caller. */
    void apply(List<ProviderEvent> events) {
        var refused = refused(events);
        refusals.await(refused, List.of());
        var states =
                events.stream().map(event -> MessageState.of(event.status())).toList();
        var parameters = new HashMap<String, Object>(Map.of(
                "ids", events.stream().map(ProviderEvent::messageId).toList(),
                "attempts", events.stream().map(event -> (long) event.attempt()).toList(),
                "statuses", events.stream().map(event -> event.status().name()).toList(),
                "states", states.stream().map(Enum::name).toList(),
                "ranks", states.stream().map(state -> (long) state.rank()).toList(),
                "providers", events.stream().map(ProviderEvent::providerId).toList(),
                "gateways", events.stream().map(ProviderEvent::gateway).toList(),
                "now", clock.instant()));
        parameters.put("codes", events.stream().map(event -> text(event.code())).toList());
        parameters.put(
                "currencies",
                events.stream().map(event -> text(event.currency())).toList());
        parameters.put(
                "prices", events.stream().map(event -> text(event.price())).toList());
        sql.update(APPLY, parameters);
        prices.settle(events);
        refusals.follow(refused);
    }

    private List<Refusals.Refused> refused(List<ProviderEvent> events) {
        var refused = new ArrayList<Refusals.Refused>();
        for (var event : events) {
            var code = event.code();
            if (code != null && MessageState.of(event.status()) == MessageState.FAILED) {
                refused.add(new Refusals.Refused(event.messageId(), gateways.meaning(event.gateway(), code)));
            }
        }
        return refused;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
