package se.ringstuga.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as a calendar program reads it.
 *
 * @param uid the same for as long as the event is the same, whatever becomes of it
 * @param sequence one more with each change that calendars must learn of
 * @param description plain text; null for none
 * @param location a place in one line; null for none
 * @param url a page about it that whoever may read the feed may open; null for none
 */
record FeedEntry(
        String uid,
        int sequence,
        Instant startsAt,
        Instant endsAt,
        String summary,
        @Nullable String description,
        @Nullable String location,
        @Nullable String url,
        String category,
        boolean cancelled,
        Instant createdAt,
        Instant changedAt) {}
