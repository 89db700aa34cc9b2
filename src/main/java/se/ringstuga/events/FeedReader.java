package se.ringstuga.events;

import java.time.ZoneId;
import se.ringstuga.http.Language;

/**
 * Whose feed it is, as far as the feed needs to know.
 *
 * @param member whether they are a member now
 */
record FeedReader(long personId, long organizationId, boolean member, Language language, ZoneId zone) {}
