package se.ringstuga.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.ringstuga.bench.Figures;
import se.ringstuga.bench.SendQueue;
import se.ringstuga.bench.Twilio;

/**
 * {@code bin/chaos sends --seed N}: two instances send through a provider that stumbles in every way, are killed again and
 * again, and what they say of each recipient afterwards is held against the provider's own log.
 */
final class SendsChaos {

    private static final double WHILE_KILLING_PER_SECOND = 10;
    private static final double AFTERWARDS_PER_SECOND = 300;
    private static final int SETTLING_SECONDS = 240;

    private final Options options;
    private final Path folder;
    private final Path file;
    private final Path stubLog;

    SendsChaos(Options options, Path file) throws IOException {
        this.options = options;
        this.file = file;
        this.folder = Arena.folder("chaos-sends");
        this.stubLog = folder.resolve("stub.jsonl");
    }

    public static void main(String[] arguments) throws Exception {
        var chaos = new SendsChaos(Options.of(arguments), Path.of("target/bench/chaos-sends.json"));
        System.exit(chaos.run().passes() ? 0 : 1);
    }

    SendsVerdict run() throws Exception {
        try (var twilio = Twilio.start(
                        "seed=" + options.seed(),
                        "log=" + stubLog,
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
                        "listTakes=700");
                var arena = new Arena(options, folder, name -> environment(twilio, name))) {
            var broadcast = arena.broadcast("SMS", options.people(), WHILE_KILLING_PER_SECOND);
            var random = new Random(options.seed());
            for (var kill : Kill.whileSending(options.kills(), random)) {
                arena.kill(kill, name -> state(twilio).inFlight(name) > 0);
            }
            arena.rate(AFTERWARDS_PER_SECOND);
            for (var kill : Kill.whileReconciling(options.reconcilingKills(), random)) {
                arena.kill(kill, name -> state(twilio).listing(name) > 0);
            }
            var verdict = settled(arena, twilio, broadcast);
            tell(arena, verdict);
            return verdict;
        }
    }

    /** Everything that takes minutes or a day in life takes seconds here. */
    private static Map<String, String> environment(Twilio twilio, String name) {
        var environment = new HashMap<>(twilio.environment(name));
        environment.put("RINGSTUGA_SMS_TIMEOUT", "2s");
        environment.put("RINGSTUGA_MESSAGING_LONGEST_ATTEMPT", "5s");
        environment.put("RINGSTUGA_MESSAGING_LEASE", "15s");
        environment.put("RINGSTUGA_MESSAGING_RECONCILE_AFTER", "90s");
        environment.put("RINGSTUGA_MESSAGING_SETTLE_AFTER", "10s");
        environment.put("RINGSTUGA_MESSAGING_SETTLE_EVERY", "7s");
        environment.put("RINGSTUGA_MESSAGING_SETTLE_FIRST", "5s");
        environment.put("RINGSTUGA_MESSAGING_COMPARE_EVERY", "20s");
        environment.put("RINGSTUGA_MESSAGING_COMPARE_FIRST", "30s");
        return environment;
    }

    private static Twilio.State state(Twilio twilio) {
        try {
            return twilio.state();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** When nothing is open any more, or when there was time enough for it. */
    private SendsVerdict settled(Arena arena, Twilio twilio, SendQueue.Broadcast broadcast) throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLING_SECONDS);
        while (true) {
            var reports = state(twilio).reports();
            var verdict = SendsVerdict.of(recipients(), arena.believed(broadcast), ProviderLog.read(stubLog));
            if ((verdict.passes() && reports == 0) || System.nanoTime() > end) {
                return verdict;
            }
            TimeUnit.SECONDS.sleep(2);
        }
    }

    private Set<String> recipients() {
        return IntStream.range(0, options.people())
                .mapToObj("+46701%06d"::formatted)
                .collect(Collectors.toSet());
    }

    private void tell(Arena arena, SendsVerdict verdict) throws IOException {
        var log = ProviderLog.read(stubLog);
        var figures = new Figures();
        figures.setting("options", options.toString());
        figures.setting("folder", folder.toString());
        figures.figure("seed", (double) options.seed(), "seed");
        figures.figure("kills", arena.killed().size(), "kills");
        figures.figure("kills_in_flight", ProviderLog.hits(arena.killed(), log.posts()), "kills");
        figures.figure("kills_in_reconciliation", ProviderLog.hits(arena.killed(), log.listings()), "kills");
        figures.figure("recipients", verdict.recipients(), "people");
        figures.figure("accepted_twice", verdict.acceptedTwice().size(), "people");
        figures.figure("accepted_once_share", verdict.acceptedOnceShare(), "share");
        figures.figure("state_disagrees", verdict.disagreements().size(), "people");
        figures.figure("unaccounted", verdict.unaccounted().size(), "people");
        figures.sample("accepted_twice", verdict.acceptedTwice());
        figures.sample("state_disagrees", verdict.disagreements());
        figures.sample("unaccounted", verdict.unaccounted());
        figures.sample("kills", arena.killed());
        figures.write(file);
    }
}
