package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;

/** What several do at the same moment with one budget. */
@QuarkusTest
class BudgetRacesTest extends SmsCostTest {

    private <T> List<T> atOnce(int times, IndexedWork<T> work) throws Exception {
        var start = new CountDownLatch(1);
        var results = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (var i = 0; i < times; i++) {
                var index = i;
                running.add(threads.submit(() -> {
                    start.await();
                    return work.run(index);
                }));
            }
            start.countDown();
            for (var one : running) {
                results.add(one.get());
            }
        }
        return results;
    }

    private interface IndexedWork<T> {
        T run(int index) throws Exception;
    }

    private double total() {
        return sql.first(
                        NamedSql.of("select coalesce(sum(price), 0) as total from message where payer_id is not null"
                                + " and state not in ('SKIPPED', 'EXPIRED', 'CANCELLED', 'FAILED')"),
                        Map.of(),
                        row -> row.decimal("total"))
                .orElseThrow();
    }

    @Test
    void twoApprovalsAtOnceNeverExceedTheBudgetTogether() throws Exception {
        people(4);
        budget(5, 5);
        var drafts = new ArrayList<Long>();
        for (var i = 0; i < 6; i++) {
            drafts.add(draft(broadcast("Nummer " + i)));
        }

        var answers =
                atOnce(6, index -> act(drafts.get(index), "approval").extract().statusCode());

        assertThat(answers)
                .containsOnly(200, 409)
                .filteredOn(status -> status == 200)
                .hasSize(2);
        assertThat(total()).isEqualTo(4);
    }

    @Test
    void twoApprovalsAtOnceNeverExceedTheLimitOfADayTogether() throws Exception {
        people(2);
        choose(Map.of("approvalLimit", 3));
        var drafts = new ArrayList<Long>();
        for (var i = 0; i < 6; i++) {
            drafts.add(draft(broadcast("Nummer " + i)));
        }

        var answers =
                atOnce(6, index -> act(drafts.get(index), "approval").extract().statusCode());

        assertThat(answers)
                .containsOnly(200, 409)
                .filteredOn(status -> status == 200)
                .hasSize(1);
    }

    @Test
    void instancesThatSendAtOnceNeverExceedItEither() throws Exception {
        budget(4, 4);
        var bo = person("Bo", 30);
        for (var i = 0; i < 20; i++) {
            single(bo, "Nummer " + i).statusCode(201);
        }

        atOnce(4, _ -> {
            sendAll();
            return true;
        });
        sendAll();

        assertThat(arrived()).hasSize(8);
        assertThat(total()).isEqualTo(4);
    }
}
