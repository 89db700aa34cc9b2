package se.ringstuga.webhooks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageForm;

/**
 * The page of webhooks.
 *
 * @param dead whether only what was put aside is listed
 * @param next the cursor of the next page of deliveries; null on the last
 */
record WebhookScreen(
        String slug,
        String organization,
        List<Endpoint> endpoints,
        List<String> types,
        List<Delivery> deliveries,
        boolean dead,
        @Nullable String next,
        PageForm form,
        @Nullable String refused) {

    /** @param said what stands in its way; null when nothing does */
    record Endpoint(
            long id,
            String title,
            String address,
            String types,
            boolean on,
            @Nullable String said) {}

    /** @param replayable whether it is over */
    record Delivery(
            long id, String type, String state, String colour, String when, String answer, boolean replayable) {}
}
