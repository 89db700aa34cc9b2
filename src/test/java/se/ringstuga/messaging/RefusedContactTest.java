package se.ringstuga.messaging;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.gateway.Outcome;
import se.ringstuga.messaging.gateway.ProviderEvent;
import se.ringstuga.messaging.gateway.Refusal;

/** Whether what a provider refused counts among the contacts of a week, of which there may be one here. */
@QuarkusTest
class RefusedContactTest extends BroadcastTest {

    @Inject
    StaffFixtures staff;

    @Inject
    SendingFixtures sending;

    @Inject
    ProviderNews news;

    @Inject
    MessageClaims claims;

    @Inject
    Outcomes outcomes;

    private long anna;

    @BeforeEach
    void aMemberWhoIsWrittenToOnceAWeek() {
        anna = person("Anna", "+46701740605");
        sql.update(NamedSql.of("update organization set settings = '{\"weeklyCap\": 1}'"), Map.of());
    }

    private long write(String text) {
        return as(token)
                .body(Map.of("personId", anna, "channel", "SMS", "purpose", "INFORMATION", "text", text))
                .post(in(SOLNA, "/messages"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private long written(String text) {
        var message = write(text);
        sendAll();
        return message;
    }

    private ValidatableResponse message(long id) {
        return as(token).get(in(SOLNA, "/messages/" + id)).then();
    }

    private void tooOften(long message) {
        message(message).body("state", equalTo("SKIPPED")).body("reason", equalTo("CONTACTED_RECENTLY_HERE"));
    }

    @Test
    void aBroadcastThatTheProviderRefusedIsSentAgainAndCountsOnce() {
        var wanted = broadcast("Nyheter [REFUSED]");
        wanted.put("purpose", "INFORMATION");
        var id = draft(wanted);
        act(id, "approval");
        clock.advance(Duration.ofMinutes(2));
        sendAll();
        read(id).body("account.failed.sandbox-refused", equalTo(1));

        wanted.put("text", "Nyheter");
        var next = draft(wanted);
        act(next, "approval");
        clock.advance(Duration.ofMinutes(2));
        sendAll();
        read(next).body("account.delivered", equalTo(1));
        tooOften(write("Ännu en nyhet"));
    }

    @Test
    void oneMessageIsSentAgainToo() {
        var refused = written("Hej [REFUSED]");
        message(refused).body("state", equalTo("FAILED"));

        StaffFixtures.browser(staff.session(staff.staff("olle@example.org", SOLNA, Role.ORGANIZER)))
                .accept(ContentType.JSON)
                .post(in(SOLNA, "/messages/" + refused + "/resend"))
                .then()
                .statusCode(201)
                .body("state", equalTo("QUEUED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SILENT", "FAILED", "DELIVERED"})
    void whatThePersonMayHaveGotCounts(String fate) {
        written("Hej [" + fate + "]");

        tooOften(write("Hej igen"));
    }

    @Test
    void aRefusalThatTurnsOutToHaveArrivedCountsAfterAll() {
        var refused = written("Hej [REFUSED]");
        arrives(refused);

        message(refused).body("state", equalTo("DELIVERED"));
        tooOften(write("Hej igen"));
    }

    @Test
    void whatHadArrivedBeforeItWasRefusedStillCounts() {
        var id = write("Hej");
        var attempt = claims.take(1).attempts().getFirst();
        arrives(id);
        sending.inTransaction(() -> outcomes.record(
                List.of(new Outcomes.Told(attempt, "sandbox", new Outcome.Refused("sandbox-refused", Refusal.OTHER)))));

        message(id).body("state", equalTo("DELIVERED"));
        tooOften(write("Hej igen"));
    }

    private void arrives(long message) {
        sending.inTransaction(() -> news.apply(List.of(
                new ProviderEvent("sandbox", "s" + message, message, 1, DeliveryStatus.DELIVERED, null, null, null))));
    }
}
