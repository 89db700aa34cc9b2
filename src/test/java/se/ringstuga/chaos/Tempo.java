package se.ringstuga.chaos;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How fast things go that take minutes or a day in life, and how the provider behaves.
 *
 * @param perSecond how many messages a second while instances are killed
 * @param provider what the stub is told
 * @param environment what the application is told
 */
record Tempo(double perSecond, List<String> provider, Map<String, String> environment) {

    /** For the command: some minutes in all. */
    static final Tempo WHOLE = new Tempo(
            10,
            List.of(
                    "mischief=0.05",
                    "astray=0.3",
                    "refusing=0.03",
                    "failing=0.1",
                    "latencyFrom=50",
                    "latencyTo=900",
                    "hang=3500",
                    "reportStep=400",
                    "late=6000",
                    "retryStep=500",
                    "listLag=8000",
                    "listTakes=700"),
            Map.of(
                    "RINGSTUGA_SMS_TIMEOUT", "2s",
                    "RINGSTUGA_MESSAGING_LONGEST_ATTEMPT", "5s",
                    "RINGSTUGA_MESSAGING_LEASE", "15s",
                    "RINGSTUGA_MESSAGING_RECONCILE_AFTER", "90s",
                    "RINGSTUGA_MESSAGING_SETTLE_AFTER", "10s",
                    "RINGSTUGA_MESSAGING_SETTLE_EVERY", "7s",
                    "RINGSTUGA_MESSAGING_SETTLE_LOOK", "3s",
                    "RINGSTUGA_MESSAGING_SETTLE_FIRST", "5s",
                    "RINGSTUGA_MESSAGING_COMPARE_EVERY", "20s",
                    "RINGSTUGA_MESSAGING_COMPARE_FIRST", "30s"));

    /** For the tests: some seconds after the last kill. Nothing is refused, since of a few dozen one is many. */
    static final Tempo SMALL = new Tempo(
            8,
            List.of(
                    "mischief=0.03",
                    "astray=0.3",
                    "failing=0.1",
                    "latencyFrom=50",
                    "latencyTo=700",
                    "hang=1500",
                    "reportStep=100",
                    "late=1000",
                    "retryStep=300",
                    "listLag=1000",
                    "listTakes=100"),
            Map.ofEntries(
                    entry("RINGSTUGA_SMS_TIMEOUT", "1s"),
                    entry("RINGSTUGA_MESSAGING_LONGEST_ATTEMPT", "2s"),
                    entry("RINGSTUGA_MESSAGING_LEASE", "6s"),
                    entry("RINGSTUGA_MESSAGING_SWEEP_EVERY", "1s"),
                    entry("RINGSTUGA_MESSAGING_RECONCILE_AFTER", "16s"),
                    entry("RINGSTUGA_MESSAGING_SETTLE_AFTER", "3s"),
                    entry("RINGSTUGA_MESSAGING_SETTLE_EVERY", "2s"),
                    entry("RINGSTUGA_MESSAGING_SETTLE_LOOK", "2s"),
                    entry("RINGSTUGA_MESSAGING_SETTLE_FIRST", "2s"),
                    entry("RINGSTUGA_MESSAGING_COMPARE_EVERY", "3s"),
                    entry("RINGSTUGA_MESSAGING_COMPARE_FIRST", "3s")));

    /** All that the stub is told. */
    String[] stub(String... besides) {
        return Stream.concat(Stream.of(besides), provider.stream()).toArray(String[]::new);
    }
}
