package se.ringstuga.events;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who comes asks for.
 *
 * @param needs null leaves those that were noted before; what the event does not ask for is left out
 * @param remark null leaves the one that was noted before
 */
public record Wishes(@Nullable Set<Need> needs, @Nullable String remark) {

    public static final Wishes NONE = new Wishes(null, null);
}
