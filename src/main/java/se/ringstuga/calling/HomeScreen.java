package se.ringstuga.calling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page before the first person, said as it is to be read.
 *
 * @param openCall the first name of somebody the caller already has, null when nobody
 * @param unreported calls to tell about first (rule 6)
 */
record HomeScreen(
        String callerName,
        String organizationName,
        String title,
        String script,
        String from,
        String to,
        long callsTonight,
        long calls,
        long reached,
        @Nullable String openCall,
        List<Unreported> unreported) {

    record Unreported(long claimId, String givenName, String when) {}
}
