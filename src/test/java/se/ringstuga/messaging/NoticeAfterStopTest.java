package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;
import se.ringstuga.messaging.email.EmailGateways;
import se.ringstuga.messaging.sms.SmsGateways;

/** Whoever can no longer be sent a notice's SMS when it is due gets it by e-mail or stands on the list (rule 20). */
@QuarkusTest
class NoticeAfterStopTest extends BroadcastTest {

    private static final String MAILED =
            "message where channel = 'EMAIL' and state = 'ACCEPTED' and purpose = 'NOTICE'";

    @Inject
    SmsGateways sms;

    @Inject
    EmailGateways email;

    @Inject
    LaneTurns turns;

    @Inject
    NoticeByEmail notices;

    @Inject
    MessagingSettings settings;

    private long anna;

    @BeforeEach
    void anna() {
        QuarkusMock.installMockForType(new NoticeByEmailTest.AlsoEmail(sms, email, clock), Carriers.class);
        anna = person("Anna", "+46701740605", "anna@example.org");
    }

    private long approved(String text) {
        var id = draft(text);
        act(id, "approval");
        return id;
    }

    private void due() {
        clock.advance(Duration.ofMinutes(2));
        sendAll();
    }

    private ValidatableResponse letters(long id) {
        return as(token).get(in(SOLNA, "/broadcasts/" + id + "/letters")).then().statusCode(200);
    }

    private ValidatableResponse mailed(long id) {
        return as(token)
                .get(in(SOLNA, "/broadcasts/" + id + "/messages?state=ACCEPTED"))
                .then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into contact_state (organization_id, person_id, channel, purpose, decision, since) "
                        + "select organization_id, id, 'SMS', 'ANY', 'WITHDRAWN', created_at from person",
                "update person set phone_wrong_at = created_at",
                "update person set phone = '+46846500400', phone_kind = 'LANDLINE'"
            })
    void whoeverCannotBeSentTheSmsWhenItIsDueGetsAnEmailInstead(String change) {
        var id = approved("Kallelse");
        sql.update(NamedSql.of(change), Map.of());

        due();

        assertThat(arrived()).isEmpty();
        read(id).body("account.targeted", equalTo(1))
                .body("account.sent", equalTo(1))
                .body("account.byEmail", equalTo(1))
                .body("account.skipped", equalTo(Map.of()))
                .body("state", equalTo("DONE"));
        mailed(id).body("items.address", contains("anna@example.org"));
        assertThat(count(MAILED + " and subject = 'Medlemsmöte'")).isEqualTo(1);
        letters(id).body("items", empty());
    }

    @Test
    void whomNeitherReachesStandsOnTheListOfLetters() {
        var david = person("David", "+46701740606");
        var eva = person("Eva", "+46701740607", "eva@example.org");
        var id = approved("Kallelse");
        withdraw(anna, "SMS");
        withdraw(david, "SMS");
        withdraw(eva, "SMS");
        withdraw(eva, "EMAIL");

        due();

        mailed(id).body("items.address", contains("anna@example.org"));
        letters(id).body("items.name", contains("David Ek", "Eva Ek"));
        read(id).body("account.targeted", equalTo(3)).body("account.skipped", equalTo(Map.of("OPTED_OUT", 2)));
    }

    @Test
    void ofThoseWhoShareAnAddressOneGetsWhatIsTheSameForAll() {
        var fia = person("Fia", "+46701740608", "par@example.org");
        var gun = person("Gun", "par@example.org");
        person("Hans", "par@example.org");
        var id = approved("Kallelse");
        read(id).body("account.byEmail", equalTo(1));
        withdraw(fia, "SMS");

        due();

        mailed(id).body("items.personId", contains((int) gun));
        assertThat(count("message where channel = 'EMAIL' and state = 'SKIPPED' and reason = 'SHARED_NUMBER'"))
                .isEqualTo(2);
        read(id).body("account.targeted", equalTo(4));
        letters(id).body("items", empty());
    }

    @Test
    void aPersonalNoticeGoesToEachWhoSharesAnAddress() {
        var fia = person("Fia", "+46701740608", "par@example.org");
        var gun = person("Gun", "+46701740609", "par@example.org");
        var id = approved("Hej {förnamn|du}, du kallas härmed");
        withdraw(fia, "SMS");
        withdraw(gun, "SMS");

        due();
        clock.advance(Duration.ofMinutes(10));
        sendAll();

        mailed(id).body("items.personId", containsInAnyOrder((int) fia, (int) gun));
    }

    @Test
    void informationHasNoStandIn() {
        var wanted = broadcast("Nyheter");
        wanted.put("purpose", "INFORMATION");
        var id = draft(wanted);
        act(id, "approval");
        withdraw(anna, "SMS");

        due();

        assertThat(count("message where channel = 'EMAIL'")).isZero();
        read(id).body("account.skipped", equalTo(Map.of("OPTED_OUT", 1)));
    }

    @Test
    void anApprovalSetsAsideWhatItsSmsCostAndNothingForTheEmailsBesideThem() {
        person("Bo", "+46701740606");
        person("Cecilia", "+46846500400", "cecilia@example.org");
        person("David", "+46846500401");

        var id = approved("Kallelse");

        read(id).body("account.targeted", equalTo(4))
                .body("account.waiting", equalTo(3))
                .body("account.byEmail", equalTo(1));
        assertThat(count("message where channel = 'SMS' and paid_on is not null"))
                .isEqualTo(2);
        assertThat(count("message where channel = 'EMAIL' and paid_on is null")).isEqualTo(1);
        assertThat(count("sms_budget where period = 'DAY' and reserved = 1 and spent = 0"))
                .isEqualTo(1);
        assertThat(count("sms_cost")).as("everything is added up").isZero();
    }

    @Test
    void whatAnEmailTakesOverIsGivenBackToTheBudget() {
        person("Bo", "+46701740606");
        var id = approved("Kallelse");
        withdraw(anna, "SMS");

        due();

        read(id).body("account.targeted", equalTo(2)).body("account.byEmail", equalTo(1));
        assertThat(count("message where channel = 'EMAIL' and price is not null"))
                .isZero();
        as(token)
                .get(in(SOLNA, "/messaging-budget"))
                .then()
                .statusCode(200)
                .body("day.reserved", equalTo(0.0f))
                .body("day.spent", equalTo(0.5f));
    }

    /** The cancellation waits for whoever is taking an SMS out, and comes to know what was made instead. */
    @Test
    void aCancellationEndsTheEmailThatIsJustBeingMadeToo() throws Exception {
        var id = approved("Kallelse");
        clock.advance(Duration.ofMinutes(2));
        var cancelling = QuarkusTransaction.requiringNew().call(() -> {
            var lane = turns.next(Set.of(Channel.SMS), clock.instant()).orElseThrow();
            var cancelled = CompletableFuture.runAsync(() -> act(id, "cancellation"));
            while (!somebodyWaits()) {
                assertThat(cancelled).isNotDone();
            }
            makeAnEmailInstead(lane);
            return cancelled;
        });

        cancelling.get();
        assertThat(count("message where channel = 'EMAIL' and state = 'CANCELLED'"))
                .isEqualTo(1);
        read(id).body("state", equalTo("CANCELLED")).body("account.waiting", equalTo(0));
    }

    private void makeAnEmailInstead(LaneTurns.Lane lane) {
        var skipped = sql.list(NamedSql.of("""
                        update message set state = 'SKIPPED', rank = 35, reason = 'OPTED_OUT', ended_at = created_at
                        where channel = 'SMS' returning id"""), Map.of(), row -> row.number("id"));
        var rules = settings.of(lane.organizationId());
        notices.insteadOf(lane, skipped, rules.circumstances(lane.rootId(), clock.instant()));
    }

    private boolean somebodyWaits() {
        return count("pg_locks where not granted") > 0;
    }
}
