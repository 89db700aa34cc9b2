package se.ringstuga.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** What endpoints were told, and what waits or was put aside. */
@ApplicationScoped
public class WebhookDeliveries {

    private static final Duration DELIVERED_KEPT = Duration.ofDays(7);
    private static final Duration DEAD_KEPT = Duration.ofDays(30);

    /** What an endpoint was told goes with it. */
    private static final String OF_ORGANIZATION = """
            select d.*, cast(d.ids as text) as written_ids from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
            where d.organization_id = :organization and e.removed_at is null""";

    private static final NamedSql ONE = NamedSql.of(OF_ORGANIZATION + " and d.id = :id");

    private static final NamedSql LIST = NamedSql.of(OF_ORGANIZATION + """
             and (cast(:after as bigint) is null or d.id < :after)
            order by d.id desc limit :rows""");

    private static final NamedSql LIST_STATE = NamedSql.of(OF_ORGANIZATION + """
             and d.state = :state and (cast(:after as bigint) is null or d.id < :after)
            order by d.id desc limit :rows""");

    private static final String AGAIN = """
            update webhook_delivery d set state = 'WAITING', attempt = 0, next_at = :now, ended_at = null
            from webhook_endpoint e
            where e.id = d.endpoint_id and e.switched_off_at is null and e.removed_at is null and d.organization_id = :organization
              and d.state <> 'WAITING' and""";

    private static final NamedSql REPLAY = NamedSql.of(AGAIN + " d.id = :id");

    private static final NamedSql REPLAY_SINCE = NamedSql.of("""
            with meant as materialized (
              select id from webhook_delivery
              where endpoint_id = :endpoint and organization_id = :organization and state = 'DEAD' and happened_at >= :since
              order by happened_at limit :most for update)
            """ + AGAIN + " d.id in (select id from meant)");

    private static final NamedSql FORGET = NamedSql.of("""
            delete from webhook_delivery where id in (
              select id from webhook_delivery
              where ended_at is not null and (ended_at < :dead or (state = 'DELIVERED' and ended_at < :delivered))
              order by ended_at limit :batch for update skip locked)""");

    private static final NamedSql FORGET_REMOVED = NamedSql.of("""
            delete from webhook_delivery where id in (
              select d.id from webhook_endpoint e join webhook_delivery d on d.endpoint_id = e.id
              where e.removed_at is not null limit :batch for update of d skip locked)""");

    /** Being written down at the very moment at which the endpoint was switched off. */
    private static final NamedSql LAY_ASIDE = NamedSql.of("""
            update webhook_delivery d set state = 'DEAD', ended_at = :now, answer = coalesce(d.answer, 'switched off')
            from webhook_endpoint e
            where d.endpoint_id = e.id and d.state = 'WAITING' and e.switched_off_at is not null and e.removed_at is null""");

    private static final int BATCH = 5000;

    private final Sql sql;
    private final Clock clock;

    WebhookDeliveries(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<WebhookDeliveryView> find(long organizationId, long id) {
        return sql.first(ONE, Map.of("organization", organizationId, "id", id), WebhookDeliveryView::of);
    }

    /** The latest first. */
    Page<WebhookDeliveryView> list(long organizationId, WebhookDeliveryView.@Nullable State state, PageRequest page) {
        var parameters = new HashMap<String, Object>(Map.of("organization", organizationId, "rows", page.limit() + 1));
        parameters.put("after", page.after().map(Cursor::id).orElse(null));
        parameters.put("state", state);
        var rows = sql.list(state == null ? LIST : LIST_STATE, parameters, WebhookDeliveryView::of);
        return Page.of(rows, page.limit(), last -> new Cursor("", last.id()));
    }

    /** Begins anew with one that is over, also one that was delivered; false where its endpoint is switched off. */
    boolean replay(long organizationId, long id) {
        return sql.update(REPLAY, Map.of("organization", organizationId, "id", id, "now", clock.instant())) > 0;
    }

    /**
     * Begins anew with what an endpoint was not told, the oldest first.
     *
     * @return how many; as many as {@code most} when there may be more
     */
    int replaySince(long organizationId, long endpointId, Instant since, int most) {
        return sql.update(
                REPLAY_SINCE,
                Map.of(
                        "organization", organizationId,
                        "endpoint", endpointId,
                        "since", since,
                        "most", most,
                        "now", clock.instant()));
    }

    /** Forgets a batch of those that are long over; 0 when there are no more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int forget() {
        var now = clock.instant();
        sql.update(LAY_ASIDE, Map.of("now", now));
        var removed = sql.update(FORGET_REMOVED, Map.of("batch", BATCH));
        return removed
                + sql.update(
                        FORGET,
                        Map.of("dead", now.minus(DEAD_KEPT), "delivered", now.minus(DELIVERED_KEPT), "batch", BATCH));
    }
}
