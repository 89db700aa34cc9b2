package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;
import se.ringstuga.fence.SendingStarted;

/** Whoever ends a stop locks lanes in the order of everybody else: SMS before e-mail, then by number. */
@QuarkusTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init")
class LaneOrderTest extends BroadcastTest {

    private static final NamedSql LOCK =
            NamedSql.of("select id from send_lane where channel = :channel order by id for update nowait");
    private static final NamedSql WAITING =
            NamedSql.of("select exists (select from pg_locks where not granted) as waiting");

    @Inject
    Lanes lanes;

    /** The e-mail's lane is the older one, and would be met first by whoever takes them as they lie. */
    @BeforeEach
    void stoppedLanes() {
        for (var broadcast : new Long[] {1L, 2L}) {
            lanes.at(new Lanes.Place(organization(), Channel.EMAIL, null, Lanes.BULK, broadcast), NOON);
            lanes.at(new Lanes.Place(organization(), Channel.SMS, sender(), Lanes.BULK, broadcast), NOON);
        }
        sql.update(NamedSql.of("update send_lane set stopped = true"), Map.of());
    }

    @Test
    void whoeverHoldsTheLaneOfTheSmsMayTakeThatOfTheEmailToo() throws Exception {
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var ending = QuarkusTransaction.requiringNew().call(() -> {
                assertThat(lock("SMS")).isEqualTo(2);
                var running = others.submit(this::end);
                while (!waiting()) {
                    Thread.onSpinWait();
                }
                assertThat(lock("EMAIL")).isEqualTo(2);
                return running;
            });
            assertThat(ending.get()).isTrue();
        }

        assertThat(count("send_lane where stopped")).isZero();
    }

    @Test
    void manyAtOnceWaitForOneAnotherAndNobodyFails() throws Exception {
        assertThat(atOnce(8, both())).containsOnly(true);

        assertThat(count("send_lane where stopped")).isZero();
    }

    private Callable<Boolean> both() {
        return () -> Thread.currentThread().threadId() % 2 == 0 ? end() : holdBoth();
    }

    private boolean end() {
        QuarkusTransaction.requiringNew().run(() -> lanes.comeBack(new SendingStarted(organization())));
        return true;
    }

    /** As whoever cancels a notice does. */
    private boolean holdBoth() {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.list(
                        NamedSql.of("select id from send_lane order by channel desc, id for update"),
                        Map.of(),
                        row -> row.number("id")));
        return true;
    }

    private int lock(String channel) {
        return sql.list(LOCK, Map.of("channel", channel), row -> row.number("id"))
                .size();
    }

    private boolean waiting() {
        return sql.first(WAITING, Map.of(), row -> row.is("waiting")).orElseThrow();
    }

    private long organization() {
        return number("select id as n from organization where slug = 'solna'");
    }

    private long sender() {
        return number("select id as n from sms_sender");
    }

    private long number(String query) {
        return sql.first(NamedSql.of(query), Map.of(), row -> row.number("n")).orElseThrow();
    }
}
