package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.sms.ProviderCall;

/** What providers send is stored, each for itself, also when all of it comes at once. */
@QuarkusTest
class HookIntakeTest extends ApiTest {

    private static final String WHAT_NO_TEXT_HOLDS = "\u0000";
    private static final int MANY = 300;

    @Inject
    HookIntake intake;

    @Inject
    Sql sql;

    private static ProviderCall call(String body) {
        return new ProviderCall("/hooks/twilio/key/status", "m=1", body, null);
    }

    private Map<Long, String> stored() {
        var stored = new HashMap<Long, String>();
        sql.list(
                        NamedSql.of(
                                "select id, gateway || ' ' || path || ' ' || query || ' ' || body as call from provider_hook"),
                        Map.of(),
                        row -> Map.entry(row.number("id"), row.text("call")))
                .forEach(one -> stored.put(one.getKey(), one.getValue()));
        return stored;
    }

    @Test
    void eachOfManyHasTheNumberOfItsOwn() throws Exception {
        var start = new CountDownLatch(1);
        var ids = new ArrayList<Future<Long>>();
        try (var provider = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MANY; i++) {
                var body = "n=" + i;
                ids.add(provider.submit(() -> {
                    start.await();
                    return intake.store("twilio", call(body));
                }));
            }
            start.countDown();
        }

        var stored = stored();
        assertThat(stored).hasSize(MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(stored).containsEntry(ids.get(i).get(), "twilio /hooks/twilio/key/status m=1 n=" + i);
        }
    }

    @Test
    void oneThatCannotBeStoredIsToldSoAndTheOthersAre() throws Exception {
        var start = new CountDownLatch(1);
        var good = new ArrayList<Future<Long>>();
        var bad = new ArrayList<Future<Long>>();
        try (var provider = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MANY; i++) {
                var isBad = i % 50 == 0;
                (isBad ? bad : good).add(provider.submit(() -> {
                    start.await();
                    return intake.store("twilio", call(isBad ? WHAT_NO_TEXT_HOLDS : "good"));
                }));
            }
            start.countDown();
        }

        for (var one : bad) {
            assertThatThrownBy(one::get).isInstanceOf(ExecutionException.class);
        }
        for (var one : good) {
            assertThat(one.get()).isPositive();
        }
        assertThat(stored()).hasSize(MANY - bad.size());
    }
}
