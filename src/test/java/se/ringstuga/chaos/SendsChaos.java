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

    private static final double AFTERWARDS_PER_SECOND = 300;
    private static final int SETTLING_SECONDS = 240;

    private final Options options;
    private final Tempo tempo;
    private final Path folder;
    private final Path file;
    private final Path stubLog;
    private KillCount kills = new KillCount(0, 0, 0);

    SendsChaos(Options options, Tempo tempo, Path file) throws IOException {
        this.options = options;
        this.tempo = tempo;
        this.file = file;
        this.folder = Arena.folder("chaos-sends");
        this.stubLog = folder.resolve("stub.jsonl");
    }

    public static void main(String[] arguments) throws Exception {
        var options = Options.of(arguments);
        var chaos = new SendsChaos(options, Tempo.WHOLE, Path.of("target/bench/chaos-sends.json"));
        var bounds = chaos.run().bounds();
        chaos.kills().require(options, bounds);
        System.exit(bounds.told(System.err));
    }

    /** Those of the run. */
    KillCount kills() {
        return kills;
    }

    SendsVerdict run() throws Exception {
        try (var twilio = Twilio.start(tempo.stub("seed=" + options.seed(), "log=" + stubLog));
                var arena = new Arena(options, folder, name -> environment(twilio, name))) {
            var broadcast = arena.broadcast("SMS", options.people(), tempo.perSecond());
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

    private Map<String, String> environment(Twilio twilio, String name) {
        var environment = new HashMap<>(twilio.environment(name));
        environment.putAll(tempo.environment());
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
            if ((verdict.isSettled() && reports == 0) || System.nanoTime() > end) {
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
        kills = KillCount.of(arena.killed(), log.posts(), log.listings());
        kills.tell(options, figures);
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
