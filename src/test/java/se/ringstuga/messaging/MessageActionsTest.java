package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;

/** What a person can still do about one message: send it again, stop it, and read of it where the person is. */
@QuarkusTest
class MessageActionsTest extends BroadcastTest {

    @Inject
    StaffFixtures staff;

    @Inject
    UnsureMessages unsure;

    private long organizer;
    private long anna;

    @BeforeEach
    void anOrganizerAndAMember() {
        organizer = staff.staff("olle@example.org", SOLNA, Role.ORGANIZER);
        anna = person("Anna", "+46701740605");
    }

    private ValidatableResponse resend(long message) {
        return StaffFixtures.browser(staff.session(organizer))
                .accept(ContentType.JSON)
                .post(in(SOLNA, "/messages/" + message + "/resend"))
                .then();
    }

    private ValidatableResponse cancel(long message) {
        return as(token)
                .post(in(SOLNA, "/messages/" + message + "/cancellation"))
                .then();
    }

    private ValidatableResponse message(long id) {
        return as(token).get(in(SOLNA, "/messages/" + id)).then();
    }

    private long send(String text, String purpose) {
        return as(token)
                .body(Map.of("personId", anna, "channel", "SMS", "text", text, "purpose", purpose))
                .post(in(SOLNA, "/messages"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private void fail(long message) {
        sql.update(
                NamedSql.of("update message set state = 'FAILED', rank = 60, code = '30006' where id = :id"),
                Map.of("id", message));
    }

    private long onlyMessageOf(long broadcast) {
        return as(token)
                .get(in(SOLNA, "/broadcasts/" + broadcast + "/messages"))
                .jsonPath()
                .getLong("items[0].id");
    }

    @Test
    void whatWasNeverConfirmedIsSentAgainByAPersonAsANewMessage() {
        var old = send("Hej [SILENT]", "REQUESTED");
        sendAll();
        clock.advance(Duration.ofHours(25));
        unsure.giveUp();

        var again = resend(old)
                .statusCode(201)
                .body("state", equalTo("QUEUED"))
                .body("purpose", equalTo("REQUESTED"))
                .body("text", equalTo("Hej [SILENT]"))
                .extract()
                .jsonPath()
                .getLong("id");

        message(old)
                .body("replacedBy", equalTo((int) again))
                .body("state", equalTo("FAILED"))
                .body("events.status", hasItem("SENT_AGAIN"));
        message(again).body("replacedBy", nullValue());
    }

    @Test
    void aDoubleClickSendsOnce() throws Exception {
        var old = send("Hej", "REQUESTED");
        sendAll();
        fail(old);

        var answers = atOnce(4, () -> resend(old).extract().statusCode());
        sendAll();

        assertThat(answers).containsExactlyInAnyOrder(201, 200, 200, 200);
        assertThat(arrived()).hasSize(2);
    }

    @Test
    void inTheAccountOfABroadcastThePersonGoesOnCountingOnce() {
        var id = draft("Välkomna");
        act(id, "approval");
        clock.advance(Duration.ofMinutes(2));
        sendAll();
        fail(onlyMessageOf(id));
        read(id).body("account.failed.30006", equalTo(1));

        resend(onlyMessageOf(id)).statusCode(201).body("text", equalTo("Välkomna"));
        read(id).body("account.targeted", equalTo(1)).body("account.waiting", equalTo(1));
        sendAll();

        assertThat(arrived()).containsExactly("Välkomna", "Välkomna");
        read(id).body("account.targeted", equalTo(1))
                .body("account.delivered", equalTo(1))
                .body("account.failed", equalTo(Collections.emptyMap()));
    }

    @Test
    void nothingOfACancelledBroadcastIsSentAgain() {
        person("Bo", "+46701740606");
        var id = draft("Välkomna");
        act(id, "approval");
        clock.advance(Duration.ofMinutes(2));
        sql.update(NamedSql.of("update sms_sender set per_second = 1, tokens = 1"), Map.of());
        sendAll();
        act(id, "cancellation");
        var sent = sql.first(
                        NamedSql.of("select id from message where state = 'DELIVERED'"),
                        Map.of(),
                        row -> row.number("id"))
                .orElseThrow();
        fail(sent);

        resend(sent)
                .statusCode(409)
                .body("type", endsWith("/problems/broadcast-cancelled"))
                .body("broadcastId", equalTo((int) id));
        message(sent).body("replacedBy", nullValue());
        read(id).body("account.targeted", equalTo(2))
                .body("account.failed.30006", equalTo(1))
                .body("account.skipped.CANCELLED", equalTo(1));
    }

    @Test
    void thePolicyIsAskedAnewAndACorrectedNumberUsed() {
        var old = send("Hej", "REQUESTED");
        sendAll();
        fail(old);
        as(token)
                .body(Map.of("phone", "+46701740609"))
                .patch(in(SOLNA, "/people/" + anna))
                .then()
                .statusCode(200);
        resend(old).statusCode(201).body("address", equalTo("+46701740609"));

        var other = send("Hej igen", "REQUESTED");
        sendAll();
        fail(other);
        withdraw(anna, "SMS");
        resend(other).statusCode(201).body("state", equalTo("SKIPPED")).body("reason", equalTo("OPTED_OUT"));
    }

    @Test
    void whatWaitsOrArrivedIsNotSentAgainAndNoToolSendsAgain() {
        var waiting = send("Hej", "REQUESTED");
        resend(waiting)
                .statusCode(409)
                .body("type", endsWith("/problems/message-in-state"))
                .body("state", equalTo("QUEUED"));
        sendAll();
        resend(waiting).statusCode(409).body("state", equalTo("DELIVERED"));

        fail(waiting);
        as(token)
                .post(in(SOLNA, "/messages/" + waiting + "/resend"))
                .then()
                .statusCode(403)
                .body("type", endsWith("/problems/only-a-person"));
    }

    @Test
    void whatWaitsIsStoppedForGood() {
        clock.set(Instant.parse("2026-11-20T22:00:00Z"));
        var message = send("Hej", "INFORMATION");

        cancel(message)
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("events.status", contains("CANCELLED"));
        cancel(message).statusCode(200).body("events.status", contains("CANCELLED"));
        clock.advance(Duration.ofHours(12));
        sendAll();
        assertThat(arrived()).isEmpty();

        var sent = send("Hej", "REQUESTED");
        sendAll();
        cancel(sent).statusCode(409).body("state", equalTo("DELIVERED"));
    }

    @Test
    void whoStopsAndWhoSendsAtTheSameMomentDoNotBothSucceed() throws Exception {
        var message = send("Hej", "REQUESTED");
        var answers = atOnce(4, () -> {
            if (Thread.currentThread().threadId() % 2 == 0) {
                sendAll();
            }
            return cancel(message).extract().statusCode();
        });
        sendAll();

        assertThat(arrived()).hasSize(answers.contains(200) ? 0 : 1);
    }

    @Test
    void thePersonsTimelineTellsOfMessages() {
        var id = draft("Välkomna");
        act(id, "approval");
        clock.advance(Duration.ofMinutes(2));
        sendAll();

        as(token)
                .get(in(SOLNA, "/people/" + anna + "/timeline"))
                .then()
                .body("items[0].kind", equalTo("MESSAGE"))
                .body("items[0].details.state", equalTo("DELIVERED"))
                .body("items[0].details.channel", equalTo("SMS"))
                .body("items[0].details.title", equalTo("Medlemsmöte"))
                .body("items[0].details.broadcastId", equalTo((int) id));
        a.organizationBelow(SOLNA, "huvudsta");
        sql.update(NamedSql.of("""
                insert into person_connection (connected_to, organization_id, person_id, source, connected_at, connected_by)
                select h.id, p.organization_id, p.id, 'STAFF', p.created_at, 'x' from person p, organization h
                where p.id = :anna and h.slug = 'huvudsta'"""), Map.of("anna", anna));
        as(a.token("huvudsta"))
                .get(in("huvudsta", "/people/" + anna + "/timeline"))
                .then()
                .statusCode(200)
                .body("items.findAll { it.kind == 'MESSAGE' }", equalTo(Collections.emptyList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resend", "cancellation"})
    void messagesBelongToTheirOrganizationAndNeedTheRight(String action) {
        a.organization("taby");
        var message = send("Hej", "REQUESTED");

        StaffFixtures.browser(staff.session(staff.staff("tora@example.org", "taby", Role.ORGANIZER)))
                .accept(ContentType.JSON)
                .post(in("taby", "/messages/" + message + "/" + action))
                .then()
                .statusCode(404);
        as(reader())
                .post(in(SOLNA, "/messages/" + message + "/" + action))
                .then()
                .statusCode(403);
        as("none").post(in(SOLNA, "/messages/" + message + "/" + action)).then().statusCode(401);
    }
}
