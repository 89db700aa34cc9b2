package se.ringstuga.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import se.ringstuga.bench.SendQueue.Broadcast;
import se.ringstuga.database.EmbeddedDatabase;

/**
 * {@code bin/bench sends}: what is sent through the stub over HTTP by one and two instances, beside the same writes as bare
 * SQL and a client that does nothing but post, in one run, the legs equally long and in random order.
 */
final class SendsBench {

    private static final String TOKEN = "bench-token-that-is-long-enough-for-a-start";
    private static final String ROOT = "bench";
    private static final String ONLY = "--only=";
    private static final String LARGE = "bench-large";
    private static final String SMALL = "bench-small";
    private static final double RAW_CLAIMS_OF_A_MACHINE = 8_000;
    private static final int FEW = 1_000;
    private static final int FIRST_PORT = 18_474;
    private static final double NEVER_TOO_SLOW = 100_000;
    private static final long BETWEEN_REMINDERS_MILLIS = 40;

    private final Pace pace;
    private final Set<Leg> wanted;
    private final Path folder;
    private final Figures figures = new Figures();
    private final Map<Leg, List<Double>> samples = new EnumMap<>(Leg.class);
    private final List<Double> waits = new ArrayList<>();
    private final List<Map<String, Double>> cpuPerMessage = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    /** How long each part runs; {@code quick} shows that the bench works, not how fast the product is. */
    record Pace(int warmUpSeconds, double legSeconds, int legs, int large) {

        static Pace of(boolean quick) {
            return quick ? new Pace(5, 2, 1, 10_000) : new Pace(30, 10, 3, 100_000);
        }
    }

    /** What is measured, each several times. */
    private enum Leg {
        SENDS_ONE,
        SENDS_ONE_SMALL,
        SENDS_ONE_CALLBACKS,
        SENDS_TWO,
        REMINDERS,
        RAW_WRITES,
        RAW_CLAIMS,
        BARE_POSTS,
        FREEZE,
        BARE_INSERT
    }

    /** Everything that runs beside the bench. */
    private record Running(
            EmbeddedDatabase database,
            Twilio twilio,
            Product first,
            Product second,
            SendQueue queue,
            SendsSetup setup,
            Cpu cpu) {}

    private SendsBench(Pace pace, Set<Leg> wanted, Path folder) {
        this.pace = pace;
        this.wanted = wanted;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "sends-");
        var bench = new SendsBench(Pace.of(List.of(args).contains("--quick")), wanted(args), folder);
        bench.run();
        bench.wrong.forEach(System.err::println);
        var missed = bench.bounds().told(System.err);
        System.exit(bench.wrong.isEmpty() ? missed : 1);
    }

    /** {@code --only=sends_one,raw_writes} for whoever works at one of them. */
    private static Set<Leg> wanted(String[] args) {
        var named = Arrays.stream(args)
                .filter(arg -> arg.startsWith(ONLY))
                .flatMap(arg -> Arrays.stream(arg.substring(ONLY.length()).split(",")))
                .map(name -> Leg.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
        return named.isEmpty() ? EnumSet.allOf(Leg.class) : EnumSet.copyOf(named);
    }

    private void run() throws Exception {
        figures.setting("pace", pace.toString());
        figures.setting("java", Runtime.version().toString());
        figures.setting("processors", Runtime.getRuntime().availableProcessors());
        var data = folder.resolve("data");
        try (var database = EmbeddedDatabase.start(data);
                var twilio = Twilio.start("listed=0", "log=" + folder.resolve("stub.jsonl"), "reportStep=50");
                var first = instance(0, database, twilio);
                var second = instance(1, database, twilio);
                var queue = new SendQueue(database.jdbcUrl(), database.username(), database.password())) {
            var processes = Map.of("first", first.handle(), "second", second.handle(), "stub", twilio.handle());
            measure(new Running(
                    database,
                    twilio,
                    first,
                    second,
                    queue,
                    new SendsSetup(FIRST_PORT, TOKEN, ROOT),
                    new Cpu(processes, data.resolve("database/postmaster.pid"))));
        }
        tell();
        figures.write(Path.of("target/bench/sends.json"));
    }

    private Product instance(int number, EmbeddedDatabase database, Twilio twilio) throws IOException {
        var environment = new HashMap<>(twilio.environment("instance" + number));
        environment.put("RINGSTUGA_JDBC_URL", database.jdbcUrl());
        environment.put("RINGSTUGA_JDBC_USERNAME", database.username());
        environment.put("RINGSTUGA_JDBC_PASSWORD", database.password());
        environment.put("RINGSTUGA_SECRET", "bench-secret-that-is-long-enough-for-a-start");
        environment.put("RINGSTUGA_PUBLIC_URL", "http://127.0.0.1:" + FIRST_PORT);
        environment.put("RINGSTUGA_BOOTSTRAP_TOKEN", TOKEN);
        environment.put("RINGSTUGA_BOOTSTRAP_ORGANIZATION", ROOT);
        return Product.start(FIRST_PORT + number, environment, folder.resolve("instance" + number + ".log"));
    }

    private void measure(Running now) throws Exception {
        now.setup().association(LARGE, 0, pace.large(), NEVER_TOO_SLOW);
        now.setup().association(SMALL, pace.large(), FEW, NEVER_TOO_SLOW);
        now.queue().permit(now.queue().organization(LARGE));
        now.queue().permit(now.queue().organization(SMALL));
        now.queue().settle();
        var large = approved(now, LARGE);
        var small = approved(now, SMALL);
        warmUp(now, large, small);
        var legs = new ArrayList<Leg>();
        for (int i = 0; i < pace.legs(); i++) {
            legs.addAll(wanted);
        }
        Collections.shuffle(legs, new Random(42));
        for (var leg : legs) {
            samples.computeIfAbsent(leg, _ -> new ArrayList<>()).add(leg(now, leg, large, small));
            System.err.println(leg + " " + samples.get(leg).getLast());
        }
    }

    private Broadcast approved(Running now, String slug) throws IOException, SQLException {
        var id = now.setup().draft(slug, "SMS");
        now.setup().approve(slug, id);
        return now.queue().frozen(id);
    }

    private void warmUp(Running now, Broadcast large, Broadcast small) throws Exception {
        now.twilio().reporting(true);
        sends(now, large, pace.warmUpSeconds(), true);
        sends(now, small, 1, true);
    }

    private double leg(Running now, Leg leg, Broadcast large, Broadcast small) throws Exception {
        now.twilio().reporting(leg == Leg.SENDS_ONE_CALLBACKS);
        if (leg == Leg.SENDS_TWO) {
            now.second().resume();
        } else {
            standStill(now);
        }
        var raw = new RawSends(
                now.database().jdbcUrl(),
                now.database().username(),
                now.database().password());
        try {
            return switch (leg) {
                case SENDS_ONE, SENDS_TWO -> sends(now, large, pace.legSeconds(), false);
                case SENDS_ONE_CALLBACKS -> sends(now, large, pace.legSeconds(), true);
                case SENDS_ONE_SMALL -> sends(now, small, pace.legSeconds(), false);
                case REMINDERS -> reminders(now, large);
                case RAW_WRITES -> raw(now, raw, RawSends.Part.SENDS, large);
                case RAW_CLAIMS -> raw(now, raw, RawSends.Part.CLAIMS, large);
                case BARE_POSTS -> BarePosts.perSecond(now.twilio().port(), pace.legSeconds());
                case FREEZE -> freeze(now);
                case BARE_INSERT -> bareInsert(now);
            };
        } finally {
            now.second().resume();
        }
    }

    /** The second instance, in no transaction, so that it holds nobody up. */
    private static void standStill(Running now) throws Exception {
        now.second().suspend();
        while (!now.queue().quiet()) {
            now.second().resume();
            TimeUnit.MILLISECONDS.sleep(20);
            now.second().suspend();
        }
    }

    private double raw(Running now, RawSends raw, RawSends.Part part, Broadcast broadcast) throws Exception {
        now.queue().refill(broadcast);
        now.queue().settle();
        return raw.perSecond(part, broadcast.lane(), pace.legSeconds());
    }

    /** Messages a second from the first that is due to the last that is written down, over as many rounds as the time holds. */
    private double sends(Running now, Broadcast broadcast, double forSeconds, boolean callbacks) throws Exception {
        var seconds = 0.0;
        var sent = 0L;
        var used = now.cpu().used();
        while (seconds < forSeconds) {
            now.queue().refill(broadcast);
            var before = now.twilio().state().accepted();
            var start = System.nanoTime();
            now.queue().open(broadcast);
            seconds += round(now, broadcast, start, forSeconds - seconds, callbacks);
            var here = now.queue().accepted(broadcast);
            sent += here;
            agree("accepted by the stub", now.twilio().state().accepted() - before, here);
            if (callbacks) {
                agree("delivered", here, now.queue().delivered(broadcast));
            }
        }
        cpuPerMessage.add(now.cpu().each(used, Math.toIntExact(sent)));
        return sent / seconds;
    }

    private double round(Running now, Broadcast broadcast, long start, double forSeconds, boolean callbacks)
            throws Exception {
        while (since(start) < forSeconds && now.queue().waiting(broadcast)) {
            LockSupport.parkNanos(5_000_000);
        }
        now.queue().hold(broadcast);
        while (now.queue().underWay()) {
            LockSupport.parkNanos(2_000_000);
        }
        while (callbacks && (now.twilio().state().reports() > 0 || now.queue().unread())) {
            LockSupport.parkNanos(5_000_000);
        }
        return since(start);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void agree(String what, long stub, long ours) {
        if (stub != ours) {
            wrong.add(what + ": " + stub + ", written down: " + ours);
        }
    }

    /** Reminders through the API while the other half of a hundred thousand is being sent; the longest wait. */
    private double reminders(Running now, Broadcast bulk) throws Exception {
        now.queue().refill(bulk);
        now.queue().halve(bulk);
        var people = now.queue().people(now.queue().organization(LARGE), FEW);
        now.queue().open(bulk);
        var start = System.nanoTime();
        TimeUnit.SECONDS.sleep(1);
        for (int i = 0; since(start) < pace.legSeconds() && now.queue().waiting(bulk); i++) {
            var message = Map.<String, Object>of(
                    "personId", people.get(i % people.size()),
                    "channel", "SMS",
                    "purpose", "REMINDER",
                    "text", "Hej {förnamn|du}! Mötet börjar om en timme. {förening}");
            now.setup().post(LARGE, "/messages", message, 201);
            TimeUnit.MILLISECONDS.sleep(BETWEEN_REMINDERS_MILLIS);
        }
        now.queue().hold(bulk);
        while (now.queue().underWay() || now.queue().remindersWithout() > 0) {
            LockSupport.parkNanos(5_000_000);
        }
        var here = now.queue().reminderWaits();
        waits.addAll(here);
        return Figures.percentile(here, 1);
    }

    private double freeze(Running now) throws IOException, SQLException {
        var id = now.setup().draft(LARGE, "SMS");
        var start = System.nanoTime();
        now.setup().approve(LARGE, id);
        var seconds = since(start);
        agree("frozen", now.queue().frozen(id).people(), pace.large());
        now.queue().forget(id);
        return seconds;
    }

    private double bareInsert(Running now) throws SQLException {
        var seconds = now.queue().bareInsertSeconds(now.queue().organization(LARGE));
        now.queue().forget(0);
        return seconds;
    }

    private void tell() {
        samples.forEach((leg, values) -> figures.sample(leg.name().toLowerCase(Locale.ROOT), values));
        figures.sample("reminder_wait_seconds", waits);
        figures.sample("cpu_ms_per_message", cpuPerMessage);
        tell("sends_per_second_1", Leg.SENDS_ONE, "messages/s");
        tell("sends_per_second_1_callbacks", Leg.SENDS_ONE_CALLBACKS, "messages/s");
        tell("sends_per_second_2", Leg.SENDS_TWO, "messages/s");
        tell("raw_writes_per_second", Leg.RAW_WRITES, "messages/s");
        tell("raw_claims_per_second", Leg.RAW_CLAIMS, "claims/s");
        tell("bare_posts_per_second", Leg.BARE_POSTS, "posts/s");
        ratio("sends_ratio", Leg.SENDS_ONE, Leg.RAW_WRITES);
        ratio("two_to_one_ratio", Leg.SENDS_TWO, Leg.SENDS_ONE);
        ratio("flatness_100k_to_1k", Leg.SENDS_ONE, Leg.SENDS_ONE_SMALL);
        if (!waits.isEmpty()) {
            figures.figure("reminder_wait_p99_seconds", Figures.percentile(waits, 0.99), "s");
        }
        ratio("freeze_ratio", Leg.FREEZE, Leg.BARE_INSERT);
        figures.figure("failures", wrong.size(), "legs");
    }

    /** Of what was measured; a quick run measures nothing. */
    private Bounds bounds() {
        var bounds = new Bounds();
        if (pace.legs() == 1) {
            return bounds;
        }
        of(Leg.SENDS_ONE, Leg.RAW_WRITES).ifPresent(ratio -> bounds.atLeast("sends_ratio", ratio, 0.25));
        of(Leg.SENDS_ONE, Leg.RAW_CLAIMS).ifPresent(_ -> {
            var machine = Math.min(1, median(Leg.RAW_CLAIMS) / RAW_CLAIMS_OF_A_MACHINE);
            bounds.atLeast("sends_per_second_1", median(Leg.SENDS_ONE), 1_000 * machine);
        });
        of(Leg.SENDS_TWO, Leg.SENDS_ONE).ifPresent(ratio -> bounds.atLeast("two_to_one_ratio", ratio, 0.9));
        of(Leg.SENDS_ONE, Leg.SENDS_ONE_SMALL).ifPresent(ratio -> bounds.atLeast("flatness_100k_to_1k", ratio, 0.8));
        of(Leg.FREEZE, Leg.BARE_INSERT).ifPresent(ratio -> bounds.atMost("freeze_ratio", ratio, 3));
        if (wanted.contains(Leg.REMINDERS)) {
            var p99 = waits.isEmpty() ? Double.NaN : Figures.percentile(waits, 0.99);
            bounds.below("reminder_wait_p99_seconds", p99, 2);
        }
        return bounds;
    }

    private OptionalDouble of(Leg over, Leg under) {
        return samples.containsKey(over) && samples.containsKey(under)
                ? OptionalDouble.of(median(over) / median(under))
                : OptionalDouble.empty();
    }

    private void tell(String name, Leg leg, String unit) {
        if (samples.containsKey(leg)) {
            figures.figure(name, median(leg), unit);
        }
    }

    private void ratio(String name, Leg over, Leg under) {
        of(over, under).ifPresent(ratio -> figures.figure(name, ratio, "ratio"));
    }

    private double median(Leg leg) {
        return Figures.median(samples.getOrDefault(leg, List.of()));
    }
}
