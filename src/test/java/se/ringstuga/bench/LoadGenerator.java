package se.ringstuga.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * The third process of a measurement: reads one job a line, sends the requests from threads of its own and answers with
 * every sample on a line. It lives as long as the bench, so that its own warming up is over when it counts.
 */
final class LoadGenerator {

    /** What is sent: a claim for each caller, a report for each claim, or both in a circle. */
    enum Mode {
        CLAIMS,
        REPORTS,
        CYCLES
    }

    /**
     * @param base the organization's address, {@code /api/organizations/…}
     * @param subjects callers (CLAIMS, CYCLES) or claims (REPORTS)
     * @param seconds when to stop at the latest; REPORTS and CLAIMS also stop when the subjects are used up
     */
    record Job(
            Mode mode,
            int port,
            String token,
            String base,
            long assignment,
            List<Long> subjects,
            String report,
            int connections,
            int seconds) {}

    /**
     * @param seconds from the first request to the last answer
     * @param claimMicros the time of every claim
     * @param claims the ids of what was handed out
     */
    record Result(
            double seconds,
            List<Long> claimMicros,
            List<Long> reportMicros,
            List<Long> claims,
            int failures,
            String firstFailure) {}

    private static final Pattern CLAIM_ID = Pattern.compile("^\\{\\s*\"id\"\\s*:\\s*(\\d+)");

    private final Job job;
    private final AtomicInteger next = new AtomicInteger();
    private final long until;
    private final CountDownLatch ready;
    private final AtomicBoolean failed = new AtomicBoolean();

    LoadGenerator(Job job) {
        this.job = job;
        this.ready = new CountDownLatch(job.connections());
        this.until = System.nanoTime() + job.seconds() * 1_000_000_000L;
    }

    public static void main(String[] args) throws Exception {
        var json = new ObjectMapper();
        var jobs = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (var line = jobs.readLine(); line != null; line = jobs.readLine()) {
            var result = new LoadGenerator(json.readValue(line, Job.class)).run();
            System.out.println(json.writeValueAsString(result));
        }
    }

    /** The first failure ends the job for every connection, and is in the result. */
    Result run() throws InterruptedException {
        var workers = new ArrayList<Worker>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < job.connections(); i++) {
            var worker = new Worker(i);
            workers.add(worker);
            threads.add(Thread.ofPlatform().start(worker));
        }
        ready.await();
        var start = System.nanoTime();
        for (var thread : threads) {
            thread.join();
        }
        return Worker.joined(workers, (System.nanoTime() - start) / 1e9);
    }

    /** One connection. */
    private final class Worker implements Runnable {

        private final int number;
        private final List<Long> claimMicros = new ArrayList<>();
        private final List<Long> reportMicros = new ArrayList<>();
        private final List<Long> claims = new ArrayList<>();
        private int failures;
        private String firstFailure = "";

        Worker(int number) {
            this.number = number;
        }

        static Result joined(List<Worker> workers, double seconds) {
            return new Result(
                    seconds,
                    workers.stream().flatMap(w -> w.claimMicros.stream()).toList(),
                    workers.stream().flatMap(w -> w.reportMicros.stream()).toList(),
                    workers.stream().flatMap(w -> w.claims.stream()).toList(),
                    workers.stream().mapToInt(w -> w.failures).sum(),
                    workers.stream()
                            .map(w -> w.firstFailure)
                            .filter(f -> !f.isEmpty())
                            .findFirst()
                            .orElse(""));
        }

        @Override
        public void run() {
            try (var connection = new KeepAlive(job.port(), job.token())) {
                ready.countDown();
                ready.await();
                LongSupplier subjects =
                        job.mode() == Mode.CYCLES ? () -> job.subjects().get(number) : this::nextSubject;
                for (var subject = subjects.getAsLong(); subject >= 0; subject = subjects.getAsLong()) {
                    if (failed.get() || System.nanoTime() > until || !send(connection, subject)) {
                        return;
                    }
                }
            } catch (IOException | InterruptedException | RuntimeException cause) {
                fail(cause.toString());
            } finally {
                // Whoever could not even connect must not keep the others waiting.
                ready.countDown();
            }
        }

        private long nextSubject() {
            var index = next.getAndIncrement();
            return index < job.subjects().size() ? job.subjects().get(index) : -1;
        }

        /** Whether to go on. */
        private boolean send(KeepAlive connection, long subject) throws IOException {
            return switch (job.mode()) {
                case CLAIMS -> claim(connection, subject) > 0;
                case REPORTS -> report(connection, subject);
                case CYCLES -> {
                    var claim = claim(connection, subject);
                    yield claim > 0 && report(connection, claim);
                }
            };
        }

        private long claim(KeepAlive connection, long caller) throws IOException {
            var start = System.nanoTime();
            var answer = connection.send(
                    "POST",
                    job.base() + "/call-assignments/" + job.assignment() + "/claims",
                    "{\"callerId\":" + caller + "}");
            claimMicros.add((System.nanoTime() - start) / 1000);
            var id = CLAIM_ID.matcher(answer.body());
            if (answer.status() / 100 != 2 || !id.find()) {
                fail(answer.status() + " " + answer.body());
                return -1;
            }
            claims.add(Long.valueOf(id.group(1)));
            return claims.getLast();
        }

        private boolean report(KeepAlive connection, long claim) throws IOException {
            var start = System.nanoTime();
            var answer = connection.send("PUT", job.base() + "/claims/" + claim + "/report", job.report());
            reportMicros.add((System.nanoTime() - start) / 1000);
            if (answer.status() != 200) {
                fail(answer.status() + " " + answer.body());
                return false;
            }
            return true;
        }

        private void fail(String what) {
            failures++;
            failed.set(true);
            if (firstFailure.isEmpty()) {
                firstFailure = what;
            }
        }
    }
}
