package se.ringstuga.messaging.sms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one POST, and what is reported of the message afterwards. Decided by the seed, the number and how many
 * POSTs to that number there were before, never by the order in which requests happen to arrive.
 */
record StubFate(String sid, Answer answer, long answerAfter, List<Report> reports, long listedAfter) {

    /** How the provider answers, or does not. */
    enum Answer {
        CREATED,
        TOO_MANY,
        /** 500, and no message. */
        FAILED_BEFORE,
        /** 503, and no message. */
        UNAVAILABLE,
        /** 500, and the message goes. */
        FAILED_AFTER,
        /** No answer in time, and the message goes when nobody waits any more. */
        HUNG_THEN_ACCEPTED,
        /** The connection ends without an answer, and no message. */
        DROPPED_BEFORE,
        /** The connection ends without an answer, and the message goes. */
        DROPPED_AFTER,
        /** The connection ends in the middle of a 201. */
        HALF_ANSWERED;

        boolean accepts() {
            return switch (this) {
                case CREATED, FAILED_AFTER, HUNG_THEN_ACCEPTED, DROPPED_AFTER, HALF_ANSWERED -> true;
                case TOO_MANY, FAILED_BEFORE, UNAVAILABLE, DROPPED_BEFORE -> false;
            };
        }
    }

    /** When the reports of a message come. */
    enum Telling {
        PROMPT,
        LATE,
        DOUBLED,
        REVERSED,
        LOST,
        BEFORE_THE_ANSWER
    }

    /**
     * @param after in milliseconds from acceptance
     * @param told 0 for what changes at the provider without our hearing of it
     */
    record Report(String status, @Nullable String code, long after, int told) {}

    private static final List<Answer> MISCHIEF = List.of(
            Answer.TOO_MANY,
            Answer.TOO_MANY,
            Answer.TOO_MANY,
            Answer.FAILED_BEFORE,
            Answer.UNAVAILABLE,
            Answer.FAILED_AFTER,
            Answer.HUNG_THEN_ACCEPTED,
            Answer.DROPPED_BEFORE,
            Answer.DROPPED_AFTER,
            Answer.HALF_ANSWERED);
    private static final List<Telling> ASTRAY =
            List.of(Telling.LATE, Telling.DOUBLED, Telling.REVERSED, Telling.LOST, Telling.BEFORE_THE_ANSWER);
    private static final List<String> REFUSALS = List.of("21610", "21211", "21614", "21408", "21612");

    static StubFate of(StubSettings settings, String to, int nth) {
        var random = new SplittableRandom(hash(settings.seed(), to, nth));
        var answer = random.nextDouble() < settings.mischief()
                ? MISCHIEF.get(random.nextInt(MISCHIEF.size()))
                : Answer.CREATED;
        var telling =
                random.nextDouble() < settings.astray() ? ASTRAY.get(random.nextInt(ASTRAY.size())) : Telling.PROMPT;
        return of(settings, to, nth, answer, telling);
    }

    /** With the answer and the telling chosen by a test; the rest by the seed. */
    static StubFate of(StubSettings settings, String to, int nth, Answer answer, Telling telling) {
        var random = new SplittableRandom(hash(settings.seed() + 1, to, nth));
        var latency = random.nextLong(settings.latencyFrom(), settings.latencyTo() + 1);
        var lag = settings.listLag() == 0 ? 0 : random.nextLong(settings.listLag() / 2, settings.listLag() + 1);
        var answerAfter = switch (answer) {
            case HUNG_THEN_ACCEPTED -> settings.hang();
            case CREATED -> telling == Telling.BEFORE_THE_ANSWER ? latency + settings.beforehand() : latency;
            default -> latency;
        };
        var id = UUID.nameUUIDFromBytes((settings.seed() + "/" + to + "/" + nth).getBytes(StandardCharsets.UTF_8));
        var sid = "SM" + id.toString().replace("-", "");
        return new StubFate(sid, answer, answerAfter, reports(settings, random, telling), lag);
    }

    /** Of some numbers nothing is ever taken: the code they are refused with. */
    static Optional<String> refusal(StubSettings settings, String to) {
        var random = new SplittableRandom(hash(settings.seed() + 2, to, 0));
        return random.nextDouble() < settings.refusing()
                ? Optional.of(REFUSALS.get(random.nextInt(REFUSALS.size())))
                : Optional.empty();
    }

    private static List<Report> reports(StubSettings settings, SplittableRandom random, Telling telling) {
        if (!settings.reports()) {
            return List.of();
        }
        var step = settings.reportStep();
        var last = lastWord(settings, random, 2 * step);
        return switch (telling) {
            case PROMPT, BEFORE_THE_ANSWER -> withSent(step, last, 1);
            case LATE -> withSent(step + settings.late(), moved(last, settings.late()), 1);
            case DOUBLED -> withSent(step, last, 2);
            case REVERSED -> List.of(moved(last, -step), new Report("sent", null, 3 * step, 1));
            case LOST -> withSent(step, last, 0);
        };
    }

    private static Report lastWord(StubSettings settings, SplittableRandom random, long after) {
        if (random.nextDouble() >= settings.failing()) {
            return new Report("delivered", null, after, 1);
        }
        return switch (random.nextInt(3)) {
            case 0 -> new Report("undelivered", "30003", after, 1);
            case 1 -> new Report("failed", "30008", after, 1);
            default -> new Report("sent", null, after, 1);
        };
    }

    private static List<Report> withSent(long after, Report last, int told) {
        var reports = new ArrayList<Report>();
        reports.add(new Report("sent", null, after, told));
        if (!last.status().equals("sent")) {
            reports.add(new Report(last.status(), last.code(), last.after(), told));
        }
        return List.copyOf(reports);
    }

    private static Report moved(Report report, long by) {
        return new Report(report.status(), report.code(), report.after() + by, report.told());
    }

    private static long hash(long seed, String to, int nth) {
        var id = UUID.nameUUIDFromBytes((seed + " " + to + " " + nth).getBytes(StandardCharsets.UTF_8));
        return id.getMostSignificantBits();
    }
}
