/**
 * What people text to us: opt-outs take effect at once, JA and NEJ go to what asked, and everything else lands where an
 * organizer answers. The number that a text seems to come from can be forged by anybody, so a text can do no more than that
 * (rule 25).
 */
@NullMarked
package se.ringstuga.inbox;

import org.jspecify.annotations.NullMarked;
