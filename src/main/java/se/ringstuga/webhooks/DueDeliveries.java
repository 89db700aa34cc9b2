package se.ringstuga.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Notice;
import se.ringstuga.accounts.Notices;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.fence.Fence;

/**
 * Takes deliveries that are due, and writes what became of them; the call lies in between, outside of any transaction.
 * Associations take turns, and an endpoint that has failed is asked with one delivery at a time.
 */
@ApplicationScoped
class DueDeliveries {

    /** So many failures in a row at least, however long ago the first was: a quiet endpoint is not switched off for two. */
    private static final int FEWEST_FAILURES = 5;

    private static final NamedSql TURN = NamedSql.of("""
            select e.id, e.organization_id, e.failures from webhook_endpoint e
            where e.switched_off_at is null and e.removed_at is null and coalesce(e.rests_until <= :now, true)
              and exists (select from webhook_delivery d
                          where d.endpoint_id = e.id and d.state = 'WAITING' and d.next_at <= :now) and {stands}
            order by e.served_at, e.id limit 1 for no key update of e skip locked""".replace("{stands}", Fence.STANDS));

    private static final NamedSql TAKE = NamedSql.of("""
            with due as materialized (
              select id from webhook_delivery where endpoint_id = :endpoint and state = 'WAITING' and next_at <= :now
              order by next_at, id limit :most for update skip locked),
            taken as (
              update webhook_delivery d set attempt = d.attempt + 1, next_at = :lease from due where d.id = due.id returning d.*)
            select t.id, t.endpoint_id, t.type, t.about, cast(t.ids as text) as ids, t.happened_at, t.attempt, e.address, o.slug,
                   array_remove(array[encode(e.secret, 'hex'), case when e.former_until > :now then encode(e.former_secret, 'hex') end], null)
                     as locked
            from taken t join webhook_endpoint e on e.id = t.endpoint_id join organization o on o.id = t.about
            order by t.id""");

    /** Until the attempt is over or its lease, nobody asks this endpoint with more than it may have at once. */
    private static final NamedSql SERVED = NamedSql.of("""
            with others as (
              select id from webhook_endpoint where organization_id = :organization and id <> :endpoint for no key update skip locked),
            moved as (update webhook_endpoint e set served_at = :now from others where e.id = others.id)
            update webhook_endpoint set served_at = :now, rests_until = case when failures > 0 then cast(:lease as timestamptz) else rests_until end
            where id = :endpoint""");

    private static final NamedSql WRITE = NamedSql.of("""
            update webhook_delivery
            set state = :state, answer_status = cast(:status as int), answer = :answer,
                next_at = coalesce(cast(:again as timestamptz), next_at), ended_at = case when :state <> 'WAITING' then cast(:now as timestamptz) end
            where id = :id and attempt = :attempt and state = 'WAITING'""");

    private static final String ENDPOINT = """
            select organization_id, title, failures, failing_since, switched_off_at is not null or removed_at is not null as off
            from webhook_endpoint where id = :endpoint""";

    private static final NamedSql FIND = NamedSql.of(ENDPOINT);

    /** Before anything of it is written: whoever switches it off or removes it does so in this order too. */
    private static final NamedSql LOCK = NamedSql.of(ENDPOINT + " for no key update");

    private static final NamedSql WENT_WELL = NamedSql.of("""
            update webhook_endpoint set failures = 0, failing_since = null, rests_until = null where id = :endpoint""");

    private static final NamedSql FAILED = NamedSql.of("""
            update webhook_endpoint set failures = failures + 1, failing_since = coalesce(failing_since, :now) where id = :endpoint""");

    private static final NamedSql REST =
            NamedSql.of("update webhook_endpoint set rests_until = :until where id = :endpoint");

    private static final NamedSql SWITCH_OFF = NamedSql.of("""
            with dead as (
              update webhook_delivery set state = 'DEAD', ended_at = :now, answer = coalesce(answer, 'switched off')
              where endpoint_id = :endpoint and state = 'WAITING')
            update webhook_endpoint set switched_off_at = :now, switched_off_by = null, version = version + 1
            where id = :endpoint and switched_off_at is null""");

    private final Sql sql;
    private final Notices notices;
    private final WebhooksConfig config;
    private final Clock clock;

    DueDeliveries(Sql sql, Notices notices, WebhooksConfig config, Clock clock) {
        this.sql = sql;
        this.notices = notices;
        this.config = config;
        this.clock = clock;
    }

    private record Turn(long endpoint, long organization, int failures) {

        static Turn of(Row row) {
            return new Turn(row.number("id"), row.number("organization_id"), row.count("failures"));
        }
    }

    /** @param room for how many calls there is room; empty when nothing is due */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<DueDelivery> take(int room) {
        var now = clock.instant();
        var turn = sql.first(TURN, Map.of("now", now), Turn::of).orElse(null);
        if (turn == null) {
            return List.of();
        }
        var lease = now.plus(config.lease());
        var most = turn.failures() > 0 ? 1 : Math.min(room, config.toOne());
        var taken = sql.list(
                TAKE, Map.of("endpoint", turn.endpoint(), "now", now, "lease", lease, "most", most), DueDelivery::of);
        sql.update(
                SERVED,
                Map.of("organization", turn.organization(), "endpoint", turn.endpoint(), "now", now, "lease", lease));
        return taken;
    }

    /** What came after another had taken it over changes nothing, of the endpoint neither. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void write(DueDelivery delivery, WebhookLine.Answer answer) {
        if (answer.good()) {
            wentWell(delivery, answer);
        } else {
            failed(delivery, answer);
        }
    }

    /** An endpoint with which nothing is wrong is not locked, so that the next deliveries can be taken meanwhile. */
    private void wentWell(DueDelivery delivery, WebhookLine.Answer answer) {
        var endpoint = Map.of("endpoint", delivery.endpointId());
        var well = sql.first(FIND, endpoint, Endpoint::of).orElseThrow().failures() == 0;
        if (!well) {
            sql.first(LOCK, endpoint, Endpoint::of);
        }
        if (write(delivery, answer, "DELIVERED", null) && !well) {
            sql.update(WENT_WELL, endpoint);
        }
    }

    private void failed(DueDelivery delivery, WebhookLine.Answer answer) {
        var now = clock.instant();
        var before = sql.first(LOCK, Map.of("endpoint", delivery.endpointId()), Endpoint::of)
                .orElseThrow();
        var again = BackOff.afterAttempt(delivery.attempt(), ThreadLocalRandom.current())
                .map(now::plus)
                .orElse(null);
        if (write(delivery, answer, again == null ? "DEAD" : "WAITING", again)) {
            sql.update(FAILED, Map.of("endpoint", delivery.endpointId(), "now", now));
            restOrSwitchOff(delivery, answer, before, now);
        }
    }

    /**
     * As it stood before.
     *
     * @param off nobody is to be told there any more
     */
    private record Endpoint(
            long organization,
            String title,
            int failures,
            @Nullable Instant failingSince,
            boolean off) {

        static Endpoint of(Row row) {
            return new Endpoint(
                    row.number("organization_id"),
                    row.text("title"),
                    row.count("failures"),
                    row.instantOrNull("failing_since"),
                    row.is("off"));
        }
    }

    private void restOrSwitchOff(DueDelivery delivery, WebhookLine.Answer answer, Endpoint before, Instant now) {
        if (before.off()) {
            return;
        }
        var failures = before.failures() + 1;
        var since = before.failingSince() == null ? now : before.failingSince();
        var forLong =
                failures >= FEWEST_FAILURES && !since.plus(config.patience()).isAfter(now);
        if (!answer.gone() && !forLong) {
            var until = now.plus(BackOff.ofEndpoint(failures, ThreadLocalRandom.current()));
            sql.update(REST, Map.of("endpoint", delivery.endpointId(), "until", until));
            return;
        }
        sql.update(SWITCH_OFF, Map.of("endpoint", delivery.endpointId(), "now", now));
        notices.tellAdministrators(
                before.organization(),
                new Notice(
                        Notice.Kind.WEBHOOK_OFF,
                        "webhook-endpoint:" + delivery.endpointId(),
                        Map.of("title", before.title())));
    }

    /** False when the delivery was taken over, or is over. */
    private boolean write(DueDelivery delivery, WebhookLine.Answer answer, String state, @Nullable Instant again) {
        var parameters = new HashMap<String, Object>(Map.of(
                "id", delivery.id(),
                "attempt", delivery.attempt(),
                "state", state,
                "answer", answer.answer(),
                "now", clock.instant()));
        parameters.put("status", answer.status());
        parameters.put("again", again);
        return sql.update(WRITE, parameters) > 0;
    }
}
