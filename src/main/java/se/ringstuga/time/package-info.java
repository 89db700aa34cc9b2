/** The one source of the present: everything that asks what time it is injects the {@link java.time.Clock} from here. */
@NullMarked
package se.ringstuga.time;

import org.jspecify.annotations.NullMarked;
