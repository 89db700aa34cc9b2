package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.sms.ProviderCall;
import se.ringstuga.messaging.sms.SmsGateways;

/** What providers sent is read, whatever one of them, the database or the machine has against it. */
@QuarkusTest
class HookReaderTest extends ApiTest {

    @Inject
    HookReader reader;

    @Inject
    ProviderHooks hooks;

    @Inject
    SmsGateways gateways;

    @Inject
    ProviderNews news;

    @Inject
    Event<SmsReceived> received;

    @Inject
    Sql sql;

    private final List<Long> read = new ArrayList<>();
    private final Map<Long, String> aside = new HashMap<>();

    private List<Long> stored(int many) {
        var calls = new ArrayList<ProviderHooks.Sent>();
        for (var n = 0; n < many; n++) {
            calls.add(new ProviderHooks.Sent(
                    "twilio", new ProviderCall("/hooks/twilio/key/status", "m=1", "n=" + n, null)));
        }
        return hooks.store(calls);
    }

    /** Reads them without doing anything, save the one that fails. */
    private HookReader failing(long bad, Supplier<RuntimeException> failure) {
        return new HookReader(new Stubborn(bad, failure), hooks);
    }

    private final class Stubborn extends HookReading {

        private final long bad;
        private final Supplier<RuntimeException> failure;

        Stubborn(long bad, Supplier<RuntimeException> failure) {
            super(hooks, gateways, news, received);
            this.bad = bad;
            this.failure = failure;
        }

        @Override
        int some(int most) {
            throw failure.get();
        }

        @Override
        void one(long id) {
            if (id == bad) {
                throw failure.get();
            }
            read.add(id);
        }

        @Override
        void putAside(long id, String mistake) {
            aside.put(id, mistake);
        }
    }

    private static Supplier<RuntimeException> thrown(Error error) {
        return () -> {
            throw error;
        };
    }

    @Test
    void anErrorInOneIsItsOwnAndTheOthersAreRead() {
        var ids = stored(3);

        assertThat(failing(ids.get(0), thrown(new StackOverflowError("thrown on purpose")))
                        .read())
                .isEqualTo(3);

        assertThat(read).containsExactly(ids.get(1), ids.get(2));
        assertThat(aside).containsExactly(Map.entry(ids.get(0), "StackOverflowError"));
    }

    @Test
    void whatTheMachineHadNoRoomForWaitsAndTheOthersAreRead() {
        var ids = stored(3);

        assertThat(failing(ids.get(0), thrown(new OutOfMemoryError("thrown on purpose")))
                        .read())
                .isEqualTo(2);

        assertThat(read).containsExactly(ids.get(1), ids.get(2));
        assertThat(aside).isEmpty();
    }

    @Test
    void whatTheDatabaseDidNotKeepIsNotPutAside() {
        var ids = stored(1);
        var lost = new UndeclaredThrowableException(new RollbackException("thrown on purpose"));

        assertThatThrownBy(() -> failing(ids.get(0), () -> lost).read()).isSameAs(lost);

        assertThat(aside).isEmpty();
    }

    @Test
    void anErrorInOneThatIsReadAtOnceLetsItWait() {
        var ids = stored(1);

        failing(ids.get(0), thrown(new NoClassDefFoundError("thrown on purpose")))
                .readNow(ids.get(0));

        assertThat(aside).isEmpty();
    }

    /** An opt-out is in force before the provider has its answer, whoever reads it. */
    @Test
    void whatSomebodyElseIsJustReadingIsWaitedFor() throws Exception {
        var id = stored(1).getFirst();
        var now = QuarkusTransaction.requiringNew().call(() -> {
            assertThat(hooks.lock(10)).hasSize(1);
            var reading = CompletableFuture.runAsync(() -> reader.readNow(id));
            while (!isWaitedForByAnother()) {
                assertThat(reading).isNotDone();
            }
            hooks.markRead(Map.of(id, "read by another"));
            return reading;
        });

        now.get(30, TimeUnit.SECONDS);
        assertThat(sql.list(NamedSql.of("select mistake from provider_hook"), Map.of(), row -> row.text("mistake")))
                .containsExactly("read by another");
    }

    private boolean isWaitedForByAnother() {
        return sql.first(
                        NamedSql.of("select exists (select from pg_locks where not granted) as waiting"),
                        Map.of(),
                        row -> row.is("waiting"))
                .orElseThrow();
    }
}
