package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.NamedSql;

/**
 * Random evenings: several instances take messages out of the queue while people say no in every way there is. Nothing may be
 * taken for whoever's no was committed before the taking began.
 */
@QuarkusTest
class OptOutRacesTest extends SmsCostTest {

    private static final int HISTORIES = 25;
    private static final int PEOPLE = 12;
    private static final int EACH = 3;

    @Inject
    MessageClaims claims;

    @Inject
    Consents consents;

    /** Counts what was committed, so that "before" has a meaning. */
    private final AtomicLong committed = new AtomicLong();

    /** By the person's id, or the number that alone was told of. */
    private final Map<String, Long> saidNoAt = new ConcurrentHashMap<>();

    private final List<String> wrong = new ArrayList<>();

    static LongStream seeds() {
        return LongStream.range(0, HISTORIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingGoesToWhoeverHadSaidNoBeforeItWasTaken(long seed) throws Exception {
        var random = new Random(seed);
        var people = new ArrayList<Long>();
        for (var i = 0; i < PEOPLE; i++) {
            people.add(person("Anna", 5 + random.nextInt(PEOPLE)));
        }
        giveSecondNumbers();
        for (var i = 0; i < PEOPLE * EACH; i++) {
            single(people.get(random.nextInt(PEOPLE)), "Hej " + i).statusCode(201);
        }
        sql.update(NamedSql.of("""
                update message m set address = p.alt_phone from person p where p.id = m.person_id and m.id % 3 = :some"""), Map.of("some", random.nextInt(3)));
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            running.add(threads.submit(after(start, () -> sayNo(people, new Random(seed)))));
            running.add(threads.submit(after(start, () -> sayNo(people, new Random(seed + HISTORIES)))));
            running.add(threads.submit(after(start, () -> take(new Random(seed)))));
            running.add(threads.submit(after(start, () -> take(new Random(seed + HISTORIES)))));
            start.countDown();
            for (var one : running) {
                one.get();
            }
        }

        take(random);
        assertThat(wrong).isEmpty();
        assertThat(sql.first(
                        NamedSql.of("select count(*) as left from message where state = 'QUEUED'"),
                        Map.of(),
                        row -> row.number("left")))
                .contains(0L);
    }

    /** Of which several people have the same. */
    private void giveSecondNumbers() {
        sql.update(
                NamedSql.of("update person set alt_phone = '+467017406' || (80 + id % 7), alt_phone_kind = 'MOBILE'"),
                Map.of());
    }

    private static Callable<Void> after(CountDownLatch start, Callable<?> work) {
        return () -> {
            start.await();
            work.call();
            return null;
        };
    }

    private Void sayNo(List<Long> people, Random random) {
        for (var i = 0; i < PEOPLE / 2; i++) {
            var person = people.get(random.nextInt(PEOPLE));
            var concerned = QuarkusTransaction.requiringNew().call(() -> no(person, random.nextInt(6)));
            var at = committed.incrementAndGet();
            concerned.forEach(one -> saidNoAt.putIfAbsent(one, at));
        }
        return null;
    }

    /** Says whom it concerns: a number speaks for all who have it. */
    private List<String> no(long person, int how) {
        var organization = one("select organization_id as value from person where id = :person", person);
        var topic = Consents.Topic.any(Channel.SMS);
        var said = new Consents.Said(Consents.Decision.WITHDRAWN, "test", "staff:1");
        return switch (how) {
            case 0 -> {
                consents.record(new Consents.Person(organization, person), topic, said);
                yield List.of(String.valueOf(person));
            }
            case 1 -> {
                consents.suppress(organization, Channel.SMS, number("phone", person), "test");
                yield sharing(person);
            }
            case 2 -> {
                consents.recordForAll(organization, number("phone", person), topic, said);
                yield sharing(person);
            }
            case 5 -> {
                var second = number("alt_phone", person);
                consents.suppress(organization, Channel.SMS, second, "test");
                yield List.of(second);
            }
            case 3 ->
                changed(
                        "update person set stopped_at = created_at, stopped_reason = 'DECEASED' where id = :person",
                        person);
            default -> changed("update membership set left_on = '2026-11-01' where person_id = :person", person);
        };
    }

    private List<String> changed(String statement, long person) {
        sql.update(NamedSql.of(statement), Map.of("person", person));
        return List.of(String.valueOf(person));
    }

    private long one(String question, long person) {
        return sql.first(NamedSql.of(question), Map.of("person", person), row -> row.number("value"))
                .orElseThrow();
    }

    private String number(String which, long person) {
        return sql.first(
                        NamedSql.of("select " + which + " as number from person where id = :person"),
                        Map.of("person", person),
                        row -> row.text("number"))
                .orElseThrow();
    }

    private List<String> sharing(long person) {
        return sql.list(
                NamedSql.of("select id from person where phone = (select phone from person where id = :person)"),
                Map.of("person", person),
                row -> String.valueOf(row.number("id")));
    }

    private Void take(Random random) {
        for (var any = true; any; ) {
            var before = committed.get();
            var taken = claims.take(Map.of(Channel.SMS, 1 + random.nextInt(4)));
            any = taken.any();
            for (var attempt : taken.attempts()) {
                var person = one("select person_id as value from message where id = :person", attempt.messageId());
                for (var who : List.of(String.valueOf(person), attempt.address())) {
                    var no = saidNoAt.get(who);
                    if (no != null && no <= before) {
                        synchronized (wrong) {
                            wrong.add(who + " said no as " + no + ", taken after " + before);
                        }
                    }
                }
            }
        }
        return null;
    }
}
