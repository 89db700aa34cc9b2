package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.gateway.ProviderEvent;

/** Who is served first, and what becomes of a message between two attempts. */
@QuarkusTest
class TurnsTest extends SmsCostTest {

    @Inject
    MessageClaims claims;

    @Inject
    Dispatch dispatch;

    @Inject
    MessagingConfig config;

    @Inject
    ProviderNews news;

    @Inject
    SendingFixtures sending;

    private void approved(String text) {
        act(draft(broadcast(text)), "approval").statusCode(200);
    }

    private List<String> taken(int most) {
        return claims.take(most).attempts().stream()
                .map(attempt -> attempt.text().replaceFirst("^\\w+: ", ""))
                .toList();
    }

    @Test
    void whatIsUrgentGoesBeforeWhatIsForMany() {
        people(4);
        approved("Till alla");
        clock.advance(Duration.ofMinutes(2));
        assertThat(taken(2)).containsExactly("Till alla", "Till alla");

        single(person("Bo", 30), "Till en").statusCode(201);

        assertThat(taken(2)).containsExactly("Till en");
        assertThat(taken(2)).containsExactly("Till alla", "Till alla");
    }

    @Test
    void anotherOrganizationsFirstMessageWaitsForOneBatchAtMost() {
        people(9);
        approved("Från Solna");
        var other = new Other();
        clock.advance(Duration.ofMinutes(2));
        assertThat(taken(2)).containsExactly("Från Solna", "Från Solna");
        other.approved("Från Täby");
        clock.advance(Duration.ofMinutes(2));

        var two = List.of(taken(2), taken(2));

        assertThat(two.stream().flatMap(List::stream)).contains("Från Täby").contains("Från Solna");
    }

    /** A second organization, with one member. */
    private final class Other {

        private final String theirs;

        Other() {
            a.organization("taby");
            theirs = a.token("taby");
            sending.sender(theirs, "taby");
            sending.person(theirs, "taby", "+46701740690");
        }

        void approved(String text) {
            var id = as(theirs)
                    .body(new HashMap<>(broadcast(text)))
                    .post(in("taby", "/broadcasts"))
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath()
                    .getLong("id");
            as(theirs)
                    .post(in("taby", "/broadcasts/" + id + "/approval"))
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void whatCouldOutlastItsLeaseIsNotBegunAndGoesWithTheNextBatch() throws Exception {
        var id = single(person("Bo", 30), "Hej").extract().jsonPath().getLong("id");
        var taken = claims.take(10).attempts();
        var missing = new CountDownLatch(1);
        var tooLate = config.lease().minus(config.longestAttempt()).plusMillis(1);

        dispatch.send(taken, System.nanoTime() - tooLate.toNanos(), _ -> missing.countDown());
        missing.await();

        assertThat(arrived()).isEmpty();
        message(id).body("state", equalTo("QUEUED"));
        sendAll();
        assertThat(arrived()).containsExactly("Hej");
    }

    @Test
    void aWordThatItArrivedTakesAMessageThatWaitsForAnotherAttemptOutOfTheQueue() {
        var id = single(person("Bo", 30), "Hej [BUSY]").extract().jsonPath().getLong("id");
        sendAll();
        message(id).body("state", equalTo("QUEUED"));

        sending.inTransaction(() -> news.apply(
                List.of(new ProviderEvent("sandbox", "s1", id, 1, DeliveryStatus.DELIVERED, null, null, null))));

        message(id).body("state", equalTo("DELIVERED"));
        clock.advance(Duration.ofMinutes(5));
        assertThat(claims.take(10).attempts()).isEmpty();
        message(id).body("state", equalTo("DELIVERED"));
    }
}
