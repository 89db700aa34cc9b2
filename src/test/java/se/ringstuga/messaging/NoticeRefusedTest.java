package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.database.NamedSql;
import se.ringstuga.messaging.email.EmailGateways;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.gateway.ProviderEvent;
import se.ringstuga.messaging.sms.SmsGateways;

/** A notice's SMS that the provider will not carry to the number goes by e-mail, as one that the policy stops does (rule 20). */
@QuarkusTest
class NoticeRefusedTest extends BroadcastTest {

    private static final String EMAILS = "message where channel = 'EMAIL' and state = ";

    @Inject
    SmsGateways sms;

    @Inject
    EmailGateways email;

    @Inject
    ProviderNews news;

    @BeforeEach
    void anna() {
        QuarkusMock.installMockForType(new NoticeByEmailTest.AlsoEmail(sms, email, clock), Carriers.class);
        person("Anna", "+46701740605", "anna@example.org");
    }

    private long sent(String text) {
        var id = draft(text);
        act(id, "approval");
        clock.advance(Duration.ofMinutes(2));
        sendAll();
        return id;
    }

    private ValidatableResponse letters(long id) {
        return as(token).get(in(SOLNA, "/broadcasts/" + id + "/letters")).then().statusCode(200);
    }

    private void told(String code) {
        var message = sql.first(
                        NamedSql.of("select id from message where channel = 'SMS' order by id"),
                        Map.of(),
                        row -> row.number("id"))
                .orElseThrow();
        var event =
                new ProviderEvent("twilio", "SM" + message, message, 1, DeliveryStatus.UNDELIVERED, code, null, null);
        QuarkusTransaction.requiringNew().run(() -> news.apply(List.of(event)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOPPED", "UNKNOWN_NUMBER"})
    void whatIsRefusedAtOnceGoesByEmail(String word) {
        var id = sent("Kallelse [" + word + "]");

        assertThat(arrived()).isEmpty();
        read(id).body("account.targeted", equalTo(1))
                .body("account.sent", equalTo(1))
                .body("account.byEmail", equalTo(1))
                .body("account.failed", equalTo(Map.of()))
                .body("state", equalTo("DONE"));
        as(token)
                .get(in(SOLNA, "/broadcasts/" + id + "/messages?state=ACCEPTED"))
                .then()
                .body("items.address", contains("anna@example.org"));
        letters(id).body("items", empty());
    }

    @Test
    void soDoesWhatTheProviderTellsOfLaterAndOnceHoweverOftenItIsTold() {
        var id = sent("Kallelse [SILENT]");
        read(id).body("account.unknown", equalTo(1));

        told("21610");
        told("21610");
        sendAll();

        assertThat(count(EMAILS + "'ACCEPTED'")).isEqualTo(1);
        assertThat(count("message")).isEqualTo(2);
        read(id).body("account.targeted", equalTo(1)).body("account.sent", equalTo(1));
    }

    @Test
    void whoWasToReadItOnThatPhoneGetsTheirOwnEmailOrALetter() {
        person("Bo", "+46701740605", "bo@example.org");
        person("Cilla", "+46701740605");

        var id = sent("Kallelse [STOPPED]");

        assertThat(count(EMAILS + "'ACCEPTED'")).isEqualTo(2);
        letters(id).body("items.name", contains("Cilla Ek"));
        read(id).body("account.targeted", equalTo(3)).body("account.sent", equalTo(2));
    }

    @Test
    void whoeverHasItOnAnothersPhoneGetsNoLetter() {
        person("Cilla", "+46701740605");

        var id = sent("Kallelse");

        letters(id).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"30003", "30008"})
    void aPhoneThatIsOffTodaySaysNothingOfTheNumberAndStandsOnTheListOfLetters(String code) {
        var id = sent("Kallelse [SILENT]");
        told(code);

        assertThat(count("message")).isEqualTo(1);
        letters(id).body("items.name", contains("Anna Ek"));
    }

    @Test
    void whomNoEmailReachesEitherStandsOnTheListOfLetters() {
        person("Bo", "+46701740606");
        withdraw(person("Cilla", "+46701740607", "cilla@example.org"), "EMAIL");

        var id = sent("Kallelse [STOPPED]");

        letters(id).body("items.name", contains("Bo Ek", "Cilla Ek"));
        read(id).body("account.targeted", equalTo(3)).body("account.failed", equalTo(Map.of("sandbox-stopped", 2)));
    }

    /** Two of a household, whose own texts are ten minutes apart: the broadcast is still under way. */
    private long sentToAnnaAndLaterToBo() {
        person("Bo", "+46701740605");
        return sent("Hej {förnamn|du}, du kallas härmed [SILENT]");
    }

    @Test
    void theEmailOfAPausedBroadcastWaitsWithIt() {
        var id = sentToAnnaAndLaterToBo();
        act(id, "pause");
        told("21610");
        sendAll();
        assertThat(count(EMAILS + "'QUEUED'")).isEqualTo(1);

        act(id, "resumption");
        sendAll();
        assertThat(count(EMAILS + "'ACCEPTED'")).isEqualTo(1);
    }

    @Test
    void aCancelledBroadcastMakesNoEmail() {
        var id = sentToAnnaAndLaterToBo();
        act(id, "cancellation");
        told("21610");

        assertThat(count("message where channel = 'EMAIL'")).isZero();
    }

    @Test
    void informationHasNoStandIn() {
        var wanted = broadcast("Nyheter [STOPPED]");
        wanted.put("purpose", "INFORMATION");
        var id = draft(wanted);
        act(id, "approval");
        clock.advance(Duration.ofMinutes(2));
        sendAll();

        assertThat(count("message where channel = 'EMAIL'")).isZero();
        read(id).body("account.failed", equalTo(Map.of("sandbox-stopped", 1)));
    }
}
