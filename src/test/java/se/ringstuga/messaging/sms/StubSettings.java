package se.ringstuga.messaging.sms;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a stubbed provider behaves. As arguments: {@code seed=7 port=4020 mischief=0.1 log=target/stub.jsonl}; every name
 * below, times in milliseconds.
 *
 * @param mischief the share of POSTs that are not answered with a plain 201
 * @param astray the share of messages whose reports are late, doubled, reversed, lost or before the answer
 * @param refusing the share of numbers that are always refused
 * @param failing the share of messages whose last word is "undelivered", "failed", or no more than "sent"
 * @param hang how long an answer takes that comes too late; longer than the time-out of who asks
 * @param beforehand how much earlier than the answer a report can come
 * @param reportStep between acceptance, "sent" and the last word
 * @param late how much later than usual late reports are
 * @param retryStep before the first repetition of a report that was not taken; then twice that, and so on
 * @param listLag the longest time before a message stands in the list
 * @param listTakes how long a page of the list takes
 * @param listPage the most that stand on a page, whatever is asked for
 * @param listed whether accepted messages are kept for the list; a measurement of millions needs none
 * @param log where the log goes; nowhere but memory when empty
 */
record StubSettings(
        long seed,
        int port,
        String accountSid,
        String authToken,
        double mischief,
        double astray,
        double refusing,
        double failing,
        long latencyFrom,
        long latencyTo,
        long hang,
        long beforehand,
        boolean reports,
        long reportStep,
        long late,
        long retryStep,
        long listLag,
        long listTakes,
        int listPage,
        boolean listed,
        Optional<Path> log) {

    static final String ACCOUNT_SID = "AC" + "0123456789abcdef".repeat(2);
    static final String AUTH_TOKEN = "an auth token for tests alone";

    /** Well-behaved, quick, and on a free port. */
    static StubSettings plain() {
        return of();
    }

    static StubSettings of(String... arguments) {
        var given = new Given(Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
        return new StubSettings(
                given.number("seed", 1),
                (int) given.number("port", 0),
                given.text("accountSid").orElse(ACCOUNT_SID),
                given.text("authToken").orElse(AUTH_TOKEN),
                given.share("mischief"),
                given.share("astray"),
                given.share("refusing"),
                given.share("failing"),
                given.number("latencyFrom", 0),
                given.number("latencyTo", 0),
                given.number("hang", 12_000),
                given.number("beforehand", 200),
                given.number("reports", 1) == 1,
                given.number("reportStep", 50),
                given.number("late", 5_000),
                given.number("retryStep", 200),
                given.number("listLag", 0),
                given.number("listTakes", 0),
                (int) given.number("listPage", 1000),
                given.number("listed", 1) == 1,
                given.text("log").map(Path::of));
    }

    private record Given(Map<String, String> values) {
        Optional<String> text(String name) {
            return Optional.ofNullable(values.get(name));
        }

        long number(String name, long otherwise) {
            return text(name).map(Long::parseLong).orElse(otherwise);
        }

        double share(String name) {
            return text(name).map(Double::parseDouble).orElse(0.0);
        }
    }
}
