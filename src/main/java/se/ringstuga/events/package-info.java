/**
 * Meetings and activities: what they are, who comes, who came, and the calendars in which they stand.
 */
@NullMarked
package se.ringstuga.events;

import org.jspecify.annotations.NullMarked;
