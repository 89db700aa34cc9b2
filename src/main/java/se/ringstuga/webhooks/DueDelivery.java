package se.ringstuga.webhooks;

import java.time.Instant;
import java.util.List;
import se.ringstuga.database.Row;

/**
 * A delivery that was taken, with all that a call needs.
 *
 * @param attempt counted from one, this one included
 * @param locked the secrets that sign, one or two, as they are stored; in hex
 */
record DueDelivery(
        long id,
        long endpointId,
        String address,
        List<String> locked,
        String type,
        String slug,
        long about,
        String ids,
        Instant happenedAt,
        int attempt) {

    static DueDelivery of(Row row) {
        return new DueDelivery(
                row.number("id"),
                row.number("endpoint_id"),
                row.text("address"),
                row.texts("locked"),
                row.text("type"),
                row.text("slug"),
                row.number("about"),
                row.text("ids"),
                row.instant("happened_at"),
                row.count("attempt"));
    }
}
