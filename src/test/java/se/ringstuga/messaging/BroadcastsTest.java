package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Texts to many, from the draft to the account of every recipient. */
@QuarkusTest
class BroadcastsTest extends ApiTest {

    @Inject
    Dispatcher dispatcher;

    @Inject
    HookReader hooks;

    @Inject
    Sql sql;

    private String token;

    @BeforeEach
    void anAssociationWithFiveMembers() {
        clock.set(Instant.parse("2026-11-20T12:00:00Z"));
        a.organization("solna");
        token = a.token("solna");
        person("Anna", "+46701740605");
        person("Bo", "+46701740605");
        person("Cecilia", "+46701740606");
        person("David", "+46846500400");
        withdraw(person("Eva", "+46701740607"));
        as(token)
                .body(Map.of("address", "+46701740699", "perSecond", 1000))
                .post(in("solna", "/sms-senders"))
                .then()
                .statusCode(201);
    }

    private long person(String name, String phone) {
        return as(token)
                .body(Map.of("givenName", name, "familyName", "Ek", "phone", phone))
                .post(in("solna", "/people"))
                .jsonPath()
                .getLong("id");
    }

    private void withdraw(long person) {
        sql.update(NamedSql.of("""
                insert into contact_state (organization_id, person_id, channel, purpose, decision, since)
                select organization_id, id, 'SMS', 'ANY', 'WITHDRAWN', created_at from person where id = :person"""), Map.of("person", person));
    }

    private Map<String, Object> broadcast(String text) {
        return new HashMap<>(Map.of(
                "title",
                "Medlemsmöte",
                "channel",
                "SMS",
                "purpose",
                "NOTICE",
                "filter",
                Map.of("type", "hasPhone"),
                "text",
                text));
    }

    private long draft(String text) {
        return as(token)
                .body(broadcast(text))
                .post(in("solna", "/broadcasts"))
                .then()
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("account", nullValue())
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private void act(long id, String what) {
        as(token).post(in("solna", "/broadcasts/" + id + "/" + what)).then().statusCode(200);
    }

    private void sendAll() {
        while (dispatcher.sendOneBatch()) {
            // Until nothing is due.
        }
        hooks.read();
    }

    private List<String> arrived() {
        return sql.list(NamedSql.of("select text from sandbox_sms order by id"), Map.of(), row -> row.text("text"));
    }

    @Test
    void aDryRunTellsWhoWouldNotGetItAndWhyAndStoresNothing() {
        as(token)
                .body(broadcast("Välkomna på tisdag"))
                .post(in("solna", "/broadcasts?dryRun=true"))
                .then()
                .statusCode(200)
                .body("targeted", equalTo(5))
                .body("waiting", equalTo(2))
                .body("skipped.OPTED_OUT", equalTo(1))
                .body("skipped.NO_ADDRESS", equalTo(1))
                .body("skipped.SHARED_NUMBER", equalTo(1));
        as(token).get(in("solna", "/broadcasts")).then().body("items", hasSize(0));
    }

    @Test
    void everyRecipientIsAccountedForToTheEnd() {
        var id = draft("Välkomna på tisdag");
        act(id, "approval");
        sendAll();
        assertThat(arrived()).as("there are two minutes to stop it").isEmpty();

        clock.advance(Duration.ofMinutes(2));
        sendAll();

        as(token)
                .get(in("solna", "/broadcasts/" + id))
                .then()
                .body("state", equalTo("DONE"))
                .body("account.targeted", equalTo(5))
                .body("account.delivered", equalTo(2))
                .body("account.skipped.OPTED_OUT", equalTo(1))
                .body("account.skipped.NO_ADDRESS", equalTo(1))
                .body("account.skipped.SHARED_NUMBER", equalTo(1))
                .body("account.waiting", equalTo(0));
        as(token)
                .get(in("solna", "/broadcasts/" + id + "/messages?state=SKIPPED&reason=NO_ADDRESS"))
                .then()
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("David Ek"));
    }

    @Test
    void aPersonalTextGoesToEachOfAHouseholdByNameTenMinutesApart() {
        var id = draft("Hej {förnamn|du}, välkommen");
        act(id, "approval");
        clock.advance(Duration.ofMinutes(2));
        sendAll();
        assertThat(arrived()).containsExactlyInAnyOrder("solna: Hej Anna, välkommen", "solna: Hej Cecilia, välkommen");

        clock.advance(Duration.ofMinutes(10));
        sendAll();
        assertThat(arrived()).contains("solna: Hej Bo, välkommen").hasSize(3);
    }

    @Test
    void anUnknownFieldIsRefusedWhenSavedAndNamed() {
        as(token)
                .body(broadcast("Hej {förnam}"))
                .post(in("solna", "/broadcasts"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("text"))
                .body("violations[0].message", containsString("förnam"));
    }

    @Test
    void approvedTwiceItIsSentOnce() {
        var id = draft("Välkomna");
        act(id, "approval");
        act(id, "approval");
        clock.advance(Duration.ofMinutes(2));
        sendAll();

        assertThat(arrived()).hasSize(2);
    }

    @Test
    void whatIsPausedWaitsAndWhatIsCancelledIsNotSent() {
        var id = draft("Välkomna");
        act(id, "approval");
        act(id, "pause");
        clock.advance(Duration.ofMinutes(5));
        sendAll();
        assertThat(arrived()).isEmpty();

        act(id, "resumption");
        act(id, "cancellation");
        sendAll();
        assertThat(arrived()).isEmpty();
        as(token)
                .get(in("solna", "/broadcasts/" + id))
                .then()
                .body("state", equalTo("CANCELLED"))
                .body("account.skipped.CANCELLED", equalTo(2));
    }

    @Test
    void whatIsResumedGoesOn() {
        var id = draft("Välkomna");
        act(id, "approval");
        act(id, "pause");
        clock.advance(Duration.ofMinutes(5));
        act(id, "resumption");
        sendAll();

        assertThat(arrived()).hasSize(2);
    }

    @Test
    void whoSaysNoAfterTheApprovalIsNotSentTo() {
        var id = draft("Välkomna");
        act(id, "approval");
        withdraw(sql.first(
                        NamedSql.of("select id from person where given_name = 'Cecilia'"),
                        Map.of(),
                        row -> row.number("id"))
                .orElseThrow());
        clock.advance(Duration.ofMinutes(2));
        sendAll();

        assertThat(arrived()).hasSize(1);
        as(token)
                .get(in("solna", "/broadcasts/" + id))
                .then()
                .body("account.skipped.OPTED_OUT", equalTo(2))
                .body("account.targeted", equalTo(5));
    }

    @Test
    void manyNeedTheAgreementOfSomebodyElse() {
        sql.update(NamedSql.of("update organization set settings = '{\"approvalLimit\": 1}'"), Map.of());
        var id = draft("Välkomna");

        as(token)
                .post(in("solna", "/broadcasts/" + id + "/approval"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/second-approval-needed"));
        as(a.token("solna"))
                .post(in("solna", "/broadcasts/" + id + "/approval"))
                .then()
                .statusCode(200)
                .body("state", equalTo("SENDING"));
    }

    @Test
    void whenTheNightLeavesNoTimeEverybodyIsSkippedWithTheReasonBeforeAnybodyWaits() {
        clock.set(Instant.parse("2026-11-20T19:00:00Z"));
        var wanted = broadcast("Välkomna");
        wanted.put("sendAt", "2026-11-20T20:00:00Z");
        wanted.put("notAfter", "2026-11-21T07:00:00Z");

        as(token)
                .body(wanted)
                .post(in("solna", "/broadcasts?dryRun=true"))
                .then()
                .statusCode(200)
                .body("skipped.QUIET_HOURS", equalTo(3))
                .body("waiting", equalTo(0));
    }

    @Test
    void anothersBroadcastLooksAsIfItDidNotExist() {
        a.organization("taby");
        var stranger = a.token("taby");
        var id = draft("Välkomna");

        for (var path : List.of("", "/messages")) {
            as(stranger).get(in("taby", "/broadcasts/" + id + path)).then().statusCode(404);
        }
        for (var what : List.of("approval", "pause", "resumption", "cancellation")) {
            as(stranger)
                    .post(in("taby", "/broadcasts/" + id + "/" + what))
                    .then()
                    .statusCode(404);
        }
    }
}
