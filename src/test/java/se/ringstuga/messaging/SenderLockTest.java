package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;

/** Whoever freezes a large broadcast, and whoever sends with the same sender, do not wait for one another. */
@QuarkusTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SenderLockTest extends BroadcastTest {

    @Inject
    LaneTurns turns;

    @Inject
    MessageClaims claims;

    @Inject
    Lanes lanes;

    @Test
    void anApprovalGoesThroughWhileAClaimHoldsTheSender() throws Exception {
        person("Anna", "+46701740605");
        var first = draft("Kallelse");
        act(first, "approval");
        var second = draft("Påminnelse");
        clock.advance(Duration.ofMinutes(3));
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var claim = others.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                var lane = turns.next(Map.of(Channel.SMS, 1).keySet(), clock.instant())
                        .orElseThrow();
                var allowance = turns.allowance(lane, clock.instant());
                turns.spend(lane, allowance, 1, clock.instant());
                held.countDown();
                return release.await(50, TimeUnit.SECONDS);
            }));
            held.await();
            try {
                act(second, "approval");
                assertThat(claim.isDone()).isFalse();
            } finally {
                release.countDown();
            }
            assertThat(claim.get()).isTrue();
        }
    }

    @Test
    void aClaimGoesThroughWhileAnApprovalHoldsOnToTheSender() throws Exception {
        person("Anna", "+46701740605");
        var first = draft("Kallelse");
        act(first, "approval");
        clock.advance(Duration.ofMinutes(3));
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var freezing = others.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                // A lane of a new broadcast names the sender, as freezing does.
                lanes.at(
                        new Lanes.Place(organization(), Channel.SMS, sender(), Lanes.BULK, draft("Till")),
                        clock.instant());
                held.countDown();
                return release.await(50, TimeUnit.SECONDS);
            }));
            held.await();
            try {
                assertThat(claims.take(10).attempts()).hasSize(1);
                assertThat(freezing.isDone()).isFalse();
            } finally {
                release.countDown();
            }
            assertThat(freezing.get()).isTrue();
        }
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
