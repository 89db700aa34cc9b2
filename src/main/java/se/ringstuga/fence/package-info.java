/**
 * Whether this database may act on the world: it may not after a restore or in a copy (hold), nor where somebody has pulled
 * the switch (stop). What people decided about being contacted is also kept outside of it (journal).
 */
@NullMarked
package se.ringstuga.fence;

import org.jspecify.annotations.NullMarked;
