package se.ringstuga.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.ringstuga.bench.Figures;
import se.ringstuga.bench.SendQueue;
import se.ringstuga.bench.SideProcess;

/**
 * {@code bin/chaos email --seed N}: two instances send e-mail through servers that fail in every way, are killed again and
 * again, and nobody may get anything twice.
 */
final class EmailChaos {

    private static final String SMTP = "se.ringstuga.messaging.email.FailingSmtp";
    private static final int SETTLING_SECONDS = 240;
    private static final List<String> NAMES = List.of("first", "second");

    private final Options options;
    private final Path folder;
    private final Path file;
    private KillCount kills = new KillCount(0, 0, 0);

    EmailChaos(Options options, Path file) throws IOException {
        this.options = options;
        this.file = file;
        this.folder = Arena.folder("chaos-email");
    }

    public static void main(String[] arguments) throws Exception {
        var options = Options.of(arguments).withoutList();
        var chaos = new EmailChaos(options, Path.of("target/bench/chaos-email.json"));
        var bounds = chaos.run().bounds();
        chaos.kills.require(options, bounds);
        System.exit(bounds.told(System.err));
    }

    EmailVerdict run() throws Exception {
        try (var first = smtp(NAMES.getFirst());
                var second = smtp(NAMES.getLast());
                var arena = new Arena(
                        options, folder, name -> environment(name.equals(NAMES.getFirst()) ? first : second))) {
            var broadcast = arena.broadcast("EMAIL", options.people(), 1);
            for (var kill : Kill.whileSending(options.kills(), new Random(options.seed()))) {
                arena.kill(kill, this::conversing);
            }
            var verdict = settled(arena, broadcast);
            tell(arena, verdict);
            return verdict;
        }
    }

    private SideProcess smtp(String name) throws IOException {
        return SideProcess.start(
                SMTP,
                List.of(
                        "--seed",
                        String.valueOf(options.seed()),
                        "--trouble",
                        "10",
                        "--silence-millis",
                        "5000",
                        "--latency-millis",
                        "400",
                        "--log",
                        log(name).toString()));
    }

    private Path log(String name) {
        return folder.resolve("smtp-" + name + ".jsonl");
    }

    private static Map<String, String> environment(SideProcess smtp) {
        var environment = new HashMap<String, String>();
        environment.put("RINGSTUGA_EMAIL_GATEWAY", "smtp");
        environment.put("RINGSTUGA_EMAIL_HOST", "127.0.0.1");
        environment.put("RINGSTUGA_EMAIL_PORT", String.valueOf(smtp.port()));
        environment.put("RINGSTUGA_EMAIL_TLS", "none");
        environment.put("RINGSTUGA_EMAIL_DOMAIN", "ring.example");
        environment.put("RINGSTUGA_EMAIL_CONNECTIONS", "2");
        // Above what two connections each can do: the instances are held up by the servers, as is meant, not by their
        // rate.
        environment.put("RINGSTUGA_EMAIL_PER_SECOND", "20");
        environment.put("RINGSTUGA_EMAIL_TIMEOUT", "3s");
        environment.put("RINGSTUGA_MESSAGING_LONGEST_ATTEMPT", "5s");
        environment.put("RINGSTUGA_MESSAGING_LEASE", "15s");
        return environment;
    }

    /** An e-mail that was begun a moment ago and not ended: the log is written as it happens. */
    private boolean conversing(String name) {
        try {
            return MailLog.read(Map.of(name, log(name))).conversations().stream()
                    .anyMatch(conversation -> conversation.until() == Long.MAX_VALUE);
        } catch (IOException _) {
            return false;
        }
    }

    private MailLog log() throws IOException {
        return MailLog.read(NAMES.stream().collect(Collectors.toMap(name -> name, this::log)));
    }

    /** Who was asked for patience is not kept waiting for minutes. */
    private EmailVerdict settled(Arena arena, SendQueue.Broadcast broadcast) throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLING_SECONDS);
        while (true) {
            var verdict = EmailVerdict.of(recipients(), arena.believed(broadcast), log());
            if (verdict.passes() || System.nanoTime() > end) {
                return verdict;
            }
            arena.hurry(broadcast);
            TimeUnit.SECONDS.sleep(3);
        }
    }

    private Set<String> recipients() {
        return IntStream.range(0, options.people())
                .mapToObj("medlem.%d@example.org"::formatted)
                .collect(Collectors.toSet());
    }

    private void tell(Arena arena, EmailVerdict verdict) throws IOException {
        var figures = new Figures();
        figures.setting("options", options.toString());
        figures.setting("folder", folder.toString());
        figures.figure("seed", (double) options.seed(), "seed");
        kills = KillCount.of(arena.killed(), log().conversations(), List.of());
        kills.tell(options, figures);
        figures.figure("recipients", verdict.recipients(), "people");
        figures.figure("accepted_twice", verdict.acceptedTwice().size(), "people");
        figures.figure("accepted_once_share", verdict.acceptedOnceShare(), "share");
        figures.figure("unknown", verdict.unknown(), "people");
        figures.figure("state_disagrees", verdict.disagreements().size(), "people");
        figures.figure("unaccounted", verdict.unaccounted().size(), "people");
        figures.sample("accepted_twice", verdict.acceptedTwice());
        figures.sample("state_disagrees", verdict.disagreements());
        figures.sample("unaccounted", verdict.unaccounted());
        figures.sample("kills", arena.killed());
        figures.write(file);
    }
}
