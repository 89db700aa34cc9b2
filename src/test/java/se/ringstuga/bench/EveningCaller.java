package se.ringstuga.bench;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** One volunteer: takes somebody, reads, shows the number, talks for a while, tells how it went, breathes. */
final class EveningCaller implements Runnable {

    private static final Pattern CALL = Pattern.compile("action=\"(/ring/call/\\d+)/report\"");

    private final EveningBrowser browser;
    private final EveningTally tally;
    private final EveningTally.Until until;
    private final Random random;

    EveningCaller(EveningBrowser browser, EveningTally tally, EveningTally.Until until, int seed) {
        this.browser = browser;
        this.tally = tally;
        this.until = until;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        while (!until.over()) {
            try {
                call();
            } catch (IOException | RuntimeException failed) {
                tally.failed(failed.toString());
                rest(1, 2);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** Tenths of what people take: half a minute to read, up to five minutes to talk. */
    private void call() throws IOException, InterruptedException {
        var start = System.nanoTime();
        var status = browser.post("/ring/next?asked=true", "");
        tally.claimed((System.nanoTime() - start) / 1e6);
        browser.require(303, status, "the claim");
        var call = CALL.matcher(browser.page("/ring/call"));
        if (!call.find()) {
            throw new IOException("the page has no call");
        }
        rest(1, 4);
        browser.require(303, browser.post(call.group(1) + "/number", ""), "the number");
        rest(3, 30);
        browser.require(303, browser.post(call.group(1) + "/report", "outcome=REACHED"), "the report");
        tally.reported();
        rest(1, 3);
    }

    private void rest(double from, double to) {
        var seconds = from + random.nextDouble() * (to - from);
        LockSupport.parkNanos((long) (seconds * TimeUnit.SECONDS.toNanos(1)));
    }
}
