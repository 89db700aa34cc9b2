package se.ringstuga.chaos;

import java.util.List;
import se.ringstuga.bench.Bounds;
import se.ringstuga.bench.Figures;

/**
 * How often the hand has hit, by the provider's log: a run in which hardly anybody was killed shows nothing.
 *
 * @param inFlight while the provider had a request of the instance
 * @param reconciling while the instance was reading the provider's list
 */
record KillCount(int all, int inFlight, int reconciling) {

    private static final int LEAST = 20;
    private static final int LEAST_IN_FLIGHT = 10;

    static KillCount of(List<Kill.Done> kills, List<ProviderLog.Span> requests, List<ProviderLog.Span> listings) {
        return new KillCount(kills.size(), ProviderLog.hits(kills, requests), ProviderLog.hits(kills, listings));
    }

    /** A run that was asked for fewer kills must have those, and half of them in flight. */
    void require(Options options, Bounds bounds) {
        bounds.atLeast("kills", all, Math.min(LEAST, options.kills() + options.reconcilingKills()));
        bounds.atLeast("kills_in_flight", inFlight, Math.min(LEAST_IN_FLIGHT, options.kills() / 2));
        if (options.reconcilingKills() > 0) {
            bounds.atLeast("kills_in_reconciliation", reconciling, 1);
        }
    }

    void tell(Options options, Figures figures) {
        figures.figure("kills", all, "kills");
        figures.figure("kills_in_flight", inFlight, "kills");
        if (options.reconcilingKills() > 0) {
            figures.figure("kills_in_reconciliation", reconciling, "kills");
        }
    }
}
