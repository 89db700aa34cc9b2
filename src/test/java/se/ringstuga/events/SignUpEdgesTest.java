package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;

/** Sign-ups whose event or person changes at the same moment, and those who stood there already. */
@QuarkusTest
class SignUpEdgesTest extends EventTest {

    @Inject
    Departures departures;

    private void change(String statement) {
        QuarkusTransaction.requiringNew().run(() -> sql.update(NamedSql.of(statement), Map.of()));
    }

    @Test
    void whoeverSignsUpWhileTheEventGetsAnotherKindFindsIt() throws Exception {
        var event = published(meeting());
        var anna = person("Anna");
        var other = kind("pubkvall");

        var result = whileSomebodyHolds(
                "update event set kind_id = " + other + " where id = " + event, () -> byLink(event, anna));

        assertThat(result).isInstanceOf(SignUpResult.SignedUp.class);
    }

    /** Does the work until it waits for what the statement has locked, and commits that then. */
    private <T> T whileSomebodyHolds(String statement, Supplier<T> work) throws Exception {
        var held = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var holding = threads.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                sql.update(NamedSql.of(statement), Map.of());
                held.countDown();
                while (!somebodyWaits()) {
                    Thread.onSpinWait();
                }
            }));
            held.await();
            var done = work.get();
            holding.get();
            return done;
        }
    }

    private boolean somebodyWaits() {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.first(NamedSql.of("""
                        select count(*) as n from pg_stat_activity
                        where wait_event_type = 'Lock' and query like '%for no key update%'"""), Map.of(), row -> row.number("n") > 0)
                        .orElse(false));
    }

    @Test
    void whoeverWasOnlyInvitedAndStoppedByMistakeIsAskedAgain() {
        var event = published(meeting());
        var anna = person("Anna");
        transactions.in(() -> signUps.invite(event, known(anna), BY_LINK));
        change("update person set stopped_at = created_at, stopped_reason = 'DECEASED' where id = " + anna);
        transactions.in(() -> {
            departures.leave(List.of(anna), "call:1");
            return 0;
        });
        assertThat(statuses(event)).containsExactly("CANCELLED");
        change("update person set stopped_at = null, stopped_reason = null where id = " + anna);
        transactions.in(() -> {
            departures.returned(List.of(anna), "call:1");
            return 0;
        });

        assertThat(statuses(event)).containsExactly("INVITED");
    }

    @Test
    void whoeverWaitsOrCameAlreadyIsNoNewSignUp() {
        var event = places(1);
        var anna = person("Anna");
        var bo = person("Bo");
        signUp(event, Map.of("personId", anna)).statusCode(201);
        signUp(event, Map.of("personId", bo)).statusCode(201);
        signUp(event, Map.of("personId", bo)).statusCode(200);
        during();
        signUp(event, Map.of("personId", anna, "attended", true)).statusCode(200);
        signUp(event, Map.of("personId", anna, "attended", true)).statusCode(200);
    }
}
