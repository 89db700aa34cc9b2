package se.ringstuga.webhooks;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageForm;
import se.ringstuga.http.PageRequest;
import se.ringstuga.http.SpokenTime;
import se.ringstuga.organizations.Organizations;

/** Says in words what listens and what it was told. */
@ApplicationScoped
class WebhookScreens {

    private static final int SHOWN = 50;

    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final Organizations organizations;
    private final Access access;
    private final PageContext page;

    WebhookScreens(
            WebhookEndpoints endpoints,
            WebhookDeliveries deliveries,
            Organizations organizations,
            Access access,
            PageContext page) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.organizations = organizations;
        this.access = access;
        this.page = page;
    }

    WebhookMessages say() {
        return MessageBundles.get(
                WebhookMessages.class, Localized.Literal.of(page.language().tag()));
    }

    /**
     * What is shown besides what is stored.
     *
     * @param cursor of the deliveries; null for the first page
     */
    record Shown(
            boolean dead,
            @Nullable String cursor,
            PageForm form,
            @Nullable String refused) {}

    WebhookScreen of(Shown shown) {
        var time = page.time(access.zone());
        var state = shown.dead() ? WebhookDeliveryView.State.DEAD : null;
        var told = deliveries.list(access.organizationId(), state, new PageRequest(shown.cursor(), SHOWN));
        return new WebhookScreen(
                access.slug(),
                organizations.view(access.organizationId()).name(),
                endpoints.list(access.organizationId()).stream()
                        .map(endpoint -> endpoint(endpoint, time))
                        .toList(),
                Arrays.stream(WebhookType.values()).map(WebhookType::written).toList(),
                told.items().stream().map(delivery -> delivery(delivery, time)).toList(),
                shown.dead(),
                told.next(),
                shown.form(),
                shown.refused());
    }

    String formerUntil(WebhookEndpointView endpoint) {
        var until = endpoint.formerSecretUntil();
        return until == null ? "" : say().formerUntil(page.time(access.zone()).moment(until));
    }

    /** How one stands at this moment. */
    WebhookScreen.Endpoint endpoint(WebhookEndpointView endpoint) {
        return endpoint(endpoint, page.time(access.zone()));
    }

    private WebhookScreen.Endpoint endpoint(WebhookEndpointView endpoint, SpokenTime time) {
        return new WebhookScreen.Endpoint(
                endpoint.id(),
                endpoint.title(),
                endpoint.address(),
                endpoint.types().stream().map(WebhookType::written).collect(Collectors.joining(", ")),
                endpoint.switchedOffAt() == null,
                said(endpoint, time));
    }

    private @Nullable String said(WebhookEndpointView endpoint, SpokenTime time) {
        var off = endpoint.switchedOffAt();
        if (off != null) {
            return endpoint.switchedOffBy() == null
                    ? say().offFailing(time.moment(off))
                    : say().offBy(time.moment(off));
        }
        return endpoint.failingSince() == null ? null : say().failing(time.moment(endpoint.failingSince()));
    }

    private WebhookScreen.Delivery delivery(WebhookDeliveryView delivery, SpokenTime time) {
        var status = delivery.answerStatus() == null ? "" : delivery.answerStatus() + " ";
        var answer = delivery.answer() == null ? "" : delivery.answer();
        return new WebhookScreen.Delivery(
                delivery.id(),
                delivery.type() + " " + delivery.ids(),
                state(delivery.state()),
                colour(delivery.state()),
                time.moment(delivery.happenedAt()) + " · " + say().attempts(delivery.attempts()),
                (status + answer).strip(),
                delivery.state() != WebhookDeliveryView.State.WAITING);
    }

    private String state(WebhookDeliveryView.State state) {
        return switch (state) {
            case WAITING -> say().waiting();
            case DELIVERED -> say().delivered();
            case DEAD -> say().dead();
        };
    }

    private static String colour(WebhookDeliveryView.State state) {
        return switch (state) {
            case WAITING -> "";
            case DELIVERED -> "good";
            case DEAD -> "warn";
        };
    }
}
