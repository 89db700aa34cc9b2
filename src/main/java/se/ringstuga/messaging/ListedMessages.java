package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.fence.Fence;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.gateway.ProviderEvent;
import se.ringstuga.messaging.sms.ListedSms;

/** Our side of the provider's list: what we do not know of, and what we have learnt, a page in one transaction. */
@ApplicationScoped
class ListedMessages {

    static final String GATEWAY = "twilio";

    /** Of what is still under way, or may be, everything counts, or another's message would be taken for it. */
    private static final NamedSql UNSURE = NamedSql.of("""
            select * from (
              (select id, attempt, address, text, attempt_started_at, attempt_started_at > :settled as open from message
               where state = 'UNKNOWN' and channel = 'SMS' and attempt_started_at > :oldest
                 and provider_id is null and coalesce(gateway, :gateway) = :gateway
               order by attempt_started_at desc limit :most)
              union all
              (select id, attempt, address, text, attempt_started_at, false from message
               where state = 'FAILED' and code = 'NEVER_CONFIRMED' and channel = 'SMS' and attempt_started_at > :oldest
                 and provider_id is null and coalesce(gateway, :gateway) = :gateway
               order by attempt_started_at desc limit :most)
              union all
              (select id, attempt, address, text, attempt_started_at, true from message
               where state = 'DISPATCHING' and channel = 'SMS' limit :most)) unsure
            order by attempt_started_at, id""");

    private static final NamedSql KNOWN = NamedSql.of("""
            select id, attempt, provider_id, rank, told_price is not null as priced from message
            where gateway = :gateway and provider_id = any (cast(:sids as text[]))""");

    private static final NamedSql STILL_UNSURE = NamedSql.of("""
            select id from message where id = any (cast(:ids as bigint[])) and provider_id is null and state in ('UNKNOWN', 'FAILED')
            order by id for no key update""");

    private final Sql sql;
    private final ProviderNews news;
    private final Fence fence;

    ListedMessages(Sql sql, ProviderNews news, Fence fence) {
        this.sql = sql;
        this.news = news;
        this.fence = fence;
    }

    /**
     * Attempts that the list may tell of.
     *
     * @param oldest begun after this
     * @param settled what was begun later may still be told of by itself
     */
    @Transactional
    List<ListMatch.Sent> unsure(Instant oldest, Instant settled, int most) {
        return sql.list(
                UNSURE,
                Map.of("oldest", oldest, "settled", settled, "gateway", GATEWAY, "most", most),
                row -> new ListMatch.Sent(
                        row.number("id"),
                        row.count("attempt"),
                        row.text("address"),
                        row.text("text"),
                        row.instant("attempt_started_at"),
                        row.is("open")));
    }

    private record Known(long id, int attempt, String sid, int rank, boolean priced) {}

    /** Takes over what the list says of messages whose id there we know: how far they came, and what they cost. */
    @Transactional
    int takeOver(List<ListedSms> page) {
        if (!fence.mayAct()) {
            return 0;
        }
        var known = known(page);
        var events = new ArrayList<ProviderEvent>();
        for (var sms : page) {
            var message = known.get(sms.providerId());
            if (message != null && sms.status().isPresent()) {
                var status = sms.status().get();
                var further = MessageState.of(status).rank() > message.rank();
                if (further || (sms.price() != null && !message.priced())) {
                    events.add(event(sms, message.id(), message.attempt(), status));
                }
            }
        }
        return applied(events);
    }

    /** Which of the page nobody has laid claim to. */
    @Transactional
    List<ListedSms> unclaimed(List<ListedSms> page) {
        var known = known(page);
        return page.stream().filter(sms -> !known.containsKey(sms.providerId())).toList();
    }

    /** Settles what was found, as far as it still is unsettled and the id is still nobody's. */
    @Transactional
    int settle(List<ListMatch.Found> found) {
        if (found.isEmpty() || !fence.mayAct()) {
            return 0;
        }
        var unsure = new HashSet<>(sql.list(
                STILL_UNSURE,
                Map.of("ids", found.stream().map(one -> one.sent().messageId()).toList()),
                row -> row.number("id")));
        Set<String> taken =
                known(found.stream().map(ListMatch.Found::listed).toList()).keySet();
        return applied(found.stream()
                .filter(one -> unsure.contains(one.sent().messageId()))
                .filter(one -> !taken.contains(one.listed().providerId()))
                .map(one -> event(
                        one.listed(),
                        one.sent().messageId(),
                        one.sent().attempt(),
                        one.listed().status().orElse(DeliveryStatus.ACCEPTED)))
                .toList());
    }

    private Map<String, Known> known(List<ListedSms> page) {
        return sql
                .list(
                        KNOWN,
                        Map.of(
                                "gateway",
                                GATEWAY,
                                "sids",
                                page.stream().map(ListedSms::providerId).toList()),
                        row -> new Known(
                                row.number("id"),
                                row.count("attempt"),
                                row.text("provider_id"),
                                row.count("rank"),
                                row.is("priced")))
                .stream()
                .collect(Collectors.toMap(Known::sid, Function.identity()));
    }

    private int applied(List<ProviderEvent> events) {
        if (!events.isEmpty()) {
            news.apply(events);
        }
        return events.size();
    }

    private static ProviderEvent event(ListedSms sms, long message, int attempt, DeliveryStatus status) {
        return new ProviderEvent(
                GATEWAY, sms.providerId(), message, attempt, status, sms.code(), sms.price(), sms.currency());
    }
}
