package se.ringstuga.events;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list of events is narrowed to.
 *
 * @param from those that end after this
 * @param until those that begin before this
 * @param published false for drafts alone
 * @param updatedSince those that changed at or after this, in the order of their changes
 */
record EventSearch(
        @QueryParam("from") @Nullable Instant from,
        @QueryParam("until") @Nullable Instant until,
        @QueryParam("kindId") @Nullable Long kindId,
        @QueryParam("seriesId") @Nullable Long seriesId,
        @QueryParam("status") @Nullable EventStatus status,
        @QueryParam("published") @Nullable Boolean published,
        @QueryParam("updatedSince") @Nullable Instant updatedSince) {

    static final EventSearch ALL = new EventSearch(null, null, null, null, null, null, null);
}
