package se.ringstuga.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Vault;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Conflict;

/** Where an organization's tools are told. Every change is part of the caller's transaction. */
@ApplicationScoped
class WebhookEndpoints {

    /** Also the bound of the list. */
    private static final int MOST = 20;

    private static final String OF_ORGANIZATION = "organization_id = :organization and removed_at is null";

    private static final NamedSql LIST =
            NamedSql.of("select * from webhook_endpoint where " + OF_ORGANIZATION + " order by id");

    private static final NamedSql ONE =
            NamedSql.of("select * from webhook_endpoint where id = :id and " + OF_ORGANIZATION);

    private static final NamedSql LOCK =
            NamedSql.of("select * from webhook_endpoint where id = :id and " + OF_ORGANIZATION + " for no key update");

    private static final NamedSql COUNT =
            NamedSql.of("select count(*) as endpoints from webhook_endpoint where " + OF_ORGANIZATION);

    private static final NamedSql ADD = NamedSql.of("""
            insert into webhook_endpoint (organization_id, title, address, types, secret, served_at, created_at, created_by)
            values (:organization, :title, :address, :types, :secret, :now, :now, :actor) returning *""");

    private static final NamedSql CHANGE = NamedSql.of("""
            update webhook_endpoint set title = :title, address = :address, types = :types, version = version + 1
            where id = :id""");

    /** What was being written down when it was switched off is as old as what was put aside then. */
    private static final NamedSql SWITCH_ON = NamedSql.of("""
            with left_over as (
              update webhook_delivery set state = 'DEAD', ended_at = :now, answer = coalesce(answer, 'switched off')
              where endpoint_id = :id and state = 'WAITING'
                and exists (select from webhook_endpoint where id = :id and switched_off_at is not null))
            update webhook_endpoint
            set switched_off_at = null, switched_off_by = null, failures = 0, failing_since = null, rests_until = null
            where id = :id and switched_off_at is not null""");

    private static final NamedSql SWITCH_OFF = NamedSql.of("""
            with dead as (
              update webhook_delivery set state = 'DEAD', ended_at = :now, answer = coalesce(answer, 'switched off')
              where endpoint_id = :id and state = 'WAITING')
            update webhook_endpoint set switched_off_at = :now, switched_off_by = :actor
            where id = :id and switched_off_at is null""");

    private static final NamedSql REMOVE = NamedSql.of("""
            update webhook_endpoint set removed_at = :now, removed_by = :actor, version = version + 1 where id = :id""");

    private static final NamedSql REPLACE_SECRET = NamedSql.of("""
            update webhook_endpoint set former_secret = secret, former_until = :until, secret = :secret, version = version + 1
            where id = :id""");

    private static final NamedSql PING = NamedSql.of("""
            insert into webhook_delivery (organization_id, endpoint_id, about, type, ids, happened_at, next_at)
            values (:organization, :id, :organization, :type, '{}', :now, :now) returning id""");

    private final Sql sql;
    private final Vault vault;
    private final WebhooksConfig config;
    private final Clock clock;

    WebhookEndpoints(Sql sql, Vault vault, WebhooksConfig config, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.config = config;
        this.clock = clock;
    }

    List<WebhookEndpointView> list(long organizationId) {
        return sql.list(LIST, Map.of("organization", organizationId), WebhookEndpointView::of);
    }

    Optional<WebhookEndpointView> find(long organizationId, long id) {
        return sql.first(ONE, Map.of("organization", organizationId, "id", id), WebhookEndpointView::of);
    }

    /** To be changed. */
    Optional<WebhookEndpointView> lock(long organizationId, long id) {
        return sql.first(LOCK, Map.of("organization", organizationId, "id", id), WebhookEndpointView::of);
    }

    /** The answer alone carries its secret. */
    WebhookEndpointView add(long organizationId, NewWebhookEndpoint wanted, String actor) {
        if (sql.first(COUNT, Map.of("organization", organizationId), row -> row.number("endpoints"))
                        .orElseThrow()
                >= MOST) {
            throw new TooMany();
        }
        var secret = WebhookSecret.random();
        return sql.first(
                        ADD,
                        Map.of(
                                "organization", organizationId,
                                "title", wanted.title().strip(),
                                "address", wanted.address().strip(),
                                "types", written(wanted.types()),
                                "secret", locked(secret),
                                "now", clock.instant(),
                                "actor", actor),
                        WebhookEndpointView::of)
                .orElseThrow()
                .with(secret);
    }

    void change(WebhookEndpointView before, WebhookEndpointChanges changes, String actor) {
        var title = changes.title();
        var address = changes.address();
        var types = changes.types();
        sql.update(
                CHANGE,
                Map.of(
                        "id",
                        before.id(),
                        "title",
                        title == null ? before.title() : title.strip(),
                        "address",
                        address == null ? before.address() : address.strip(),
                        "types",
                        written(types == null ? before.types() : types)));
        turn(before.id(), changes.on(), actor);
    }

    private void turn(long id, @Nullable Boolean on, String actor) {
        if (Boolean.TRUE.equals(on)) {
            sql.update(SWITCH_ON, Map.of("id", id, "now", clock.instant()));
        } else if (on != null) {
            sql.update(SWITCH_OFF, Map.of("id", id, "now", clock.instant(), "actor", actor));
        }
    }

    /** With all that it was told, which nobody sees any more and a job forgets. */
    void remove(long id, String actor) {
        sql.update(REMOVE, Map.of("id", id, "now", clock.instant(), "actor", actor));
    }

    /** A new secret; the one before signs beside it for a while. */
    WebhookSecret replaceSecret(long id) {
        var secret = WebhookSecret.random();
        var parameters = new HashMap<String, Object>();
        parameters.put("id", id);
        parameters.put("secret", locked(secret));
        parameters.put("until", clock.instant().plus(config.overlap()));
        sql.update(REPLACE_SECRET, parameters);
        return secret;
    }

    /** The delivery's number. */
    long ping(long organizationId, long id) {
        return sql.first(
                        PING,
                        Map.of(
                                "organization",
                                organizationId,
                                "id",
                                id,
                                "type",
                                WebhookType.PING,
                                "now",
                                clock.instant()),
                        row -> row.number("id"))
                .orElseThrow();
    }

    boolean onlyThisMachine() {
        return config.onlyThisMachine();
    }

    private byte[] locked(WebhookSecret secret) {
        return vault.lock(secret.value().getBytes(UTF_8));
    }

    private static List<String> written(List<WebhookType> types) {
        return types.stream().map(WebhookType::written).distinct().toList();
    }

    /** 409: an organization has so many endpoints at most. */
    static final class TooMany extends Conflict {
        TooMany() {
            super(
                    "too-many-webhook-endpoints",
                    "There are too many endpoints",
                    "An organization has at most %d; remove one that is no longer needed.".formatted(MOST));
        }
    }

    /** 409: nothing is sent to an endpoint that is switched off. */
    static final class SwitchedOff extends Conflict {
        SwitchedOff() {
            super(
                    "webhook-endpoint-off",
                    "The endpoint is switched off",
                    "Switch it on first: PATCH it with {\"on\": true}.");
            with("state", "OFF");
        }
    }
}
