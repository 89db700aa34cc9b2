package se.ringstuga.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;

/** What staff and tools do with the endpoints of the request's organization and what these were told, for pages and API alike. */
@ApplicationScoped
class WebhookEditing {

    static final int MOST_AT_ONCE = 10_000;

    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final AccessLog accessLog;
    private final Access access;

    WebhookEditing(WebhookEndpoints endpoints, WebhookDeliveries deliveries, AccessLog accessLog, Access access) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.accessLog = accessLog;
        this.access = access;
    }

    WebhookEndpointView add(NewWebhookEndpoint wanted) {
        check(wanted.address());
        var made = endpoints.add(access.organizationId(), wanted, actor());
        log("webhook-endpoint.added", made.id());
        return made;
    }

    void change(long id, @Nullable String ifMatch, WebhookEndpointChanges changes) {
        if (changes.title() != null && changes.title().isBlank()) {
            throw new InvalidInput("title", "must not be blank");
        }
        if (changes.address() != null) {
            check(changes.address());
        }
        var before = locked(id);
        EntityVersion.require(ifMatch, before.version());
        endpoints.change(before, changes, actor());
        log("webhook-endpoint.changed", id);
    }

    void remove(long id) {
        locked(id);
        endpoints.remove(id, actor());
        log("webhook-endpoint.removed", id);
    }

    WebhookEndpointView replaceSecret(long id) {
        locked(id);
        var secret = endpoints.replaceSecret(id);
        log("webhook-endpoint.secret-replaced", id);
        return endpoints.find(access.organizationId(), id).orElseThrow().with(secret);
    }

    /** @throws WebhookEndpoints.SwitchedOff where nothing is sent */
    long ping(long id) {
        if (locked(id).switchedOffAt() != null) {
            throw new WebhookEndpoints.SwitchedOff();
        }
        return endpoints.ping(access.organizationId(), id);
    }

    /** @throws WebhookEndpoints.SwitchedOff where nothing is sent */
    void replay(long id) {
        var before = deliveries.find(access.organizationId(), id).orElseThrow(NotFound::new);
        if (before.state() != WebhookDeliveryView.State.WAITING && !deliveries.replay(access.organizationId(), id)) {
            throw new WebhookEndpoints.SwitchedOff();
        }
        accessLog.record("webhook-delivery.replayed", "webhook-delivery:" + id, List.of());
    }

    /** How many of those that were put aside it has begun anew with, {@link #MOST_AT_ONCE} at most. */
    int replaySince(long endpointId, Instant since) {
        if (locked(endpointId).switchedOffAt() != null) {
            throw new WebhookEndpoints.SwitchedOff();
        }
        log("webhook-delivery.replayed", endpointId);
        return deliveries.replaySince(access.organizationId(), endpointId, since, MOST_AT_ONCE);
    }

    private void check(String address) {
        EndpointAddress.mistake(address.strip(), endpoints.onlyThisMachine()).ifPresent(mistake -> {
            throw new InvalidInput("address", mistake.message());
        });
    }

    private WebhookEndpointView locked(long id) {
        return endpoints.lock(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    private void log(String action, long id) {
        accessLog.record(action, "webhook-endpoint:" + id, List.of());
    }

    private String actor() {
        return access.actor().toString();
    }
}
