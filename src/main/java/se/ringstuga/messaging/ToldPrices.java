package se.ringstuga.messaging;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.gateway.ProviderEvent;

/** Puts what a provider says a message cost in the place of what it was reckoned to cost. */
@ApplicationScoped
class ToldPrices {

    /** In the order of the ids, as everybody locks messages that come together. */
    private static final NamedSql SETTLE = NamedSql.of("""
            with told as (
              select m.id, cast(t.price as numeric) as price
              from unnest(cast(:ids as bigint[]), cast(:prices as text[])) t(id, price) join message m on m.id = t.id
              order by m.id for update of m)
            update message m set told_price = told.price from told
            where m.id = told.id and m.told_price is distinct from told.price""");

    private final Sql sql;
    private final Map<String, BigDecimal> sekPer;

    ToldPrices(Sql sql, MessagingConfig config) {
        this.sql = sql;
        this.sekPer = config.sekPer();
    }

    /** In the transaction of the caller; of several prices of a message the last counts. */
    void settle(List<ProviderEvent> events) {
        var prices = new LinkedHashMap<Long, String>();
        for (var event : events) {
            var sek = sek(event.price(), event.currency());
            if (sek != null) {
                prices.put(event.messageId(), sek.toPlainString());
            }
        }
        if (!prices.isEmpty()) {
            sql.update(SETTLE, Map.of("ids", List.copyOf(prices.keySet()), "prices", List.copyOf(prices.values())));
        }
    }

    private @Nullable BigDecimal sek(@Nullable BigDecimal price, @Nullable String currency) {
        if (price == null || !sekPer.containsKey(String.valueOf(currency))) {
            return null;
        }
        return price.abs().multiply(requireNonNull(sekPer.get(String.valueOf(currency))));
    }
}
