/**
 * The ringstuga: an evening when several people call in one assignment. Who asks to come in and who lets them, who leads it,
 * and what the room sees of itself while it goes on (docs/ringstuga.md). It hands out nobody itself: that is {@code calling}.
 */
@NullMarked
package se.ringstuga.phonebanks;

import org.jspecify.annotations.NullMarked;
