package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** E-mails from the request to the sandbox's mailbox. */
@QuarkusTest
class EmailMessagesTest extends ApiTest {

    @Inject
    Dispatcher dispatcher;

    @Inject
    MessageClaims claims;

    @Inject
    Sql sql;

    @Inject
    StaffFixtures staff;

    private String token;
    private long anna;

    @BeforeEach
    void anAssociation() {
        clock.set(Instant.parse("2026-11-20T12:00:00Z"));
        a.organization("solna");
        token = a.token("solna");
        anna = person("Anna", "anna@example.org");
    }

    private long person(String name, @Nullable String email) {
        var body = new HashMap<String, Object>(Map.of("givenName", name, "familyName", "Ek", "phone", "+46701740605"));
        body.put("email", email);
        return as(token).body(body).post(in("solna", "/people")).jsonPath().getLong("id");
    }

    private Map<String, Object> email(long person, String subject, String text) {
        return new HashMap<>(Map.of(
                "personId", person, "channel", "EMAIL", "subject", subject, "text", text, "purpose", "INFORMATION"));
    }

    private ValidatableResponse send(Map<String, Object> message) {
        return as(token).body(message).post(in("solna", "/messages")).then();
    }

    private long sent(Map<String, Object> message) {
        var id = send(message).statusCode(201).extract().jsonPath().getLong("id");
        sendAll();
        return id;
    }

    private ValidatableResponse message(long id) {
        return as(token).get(in("solna", "/messages/" + id)).then().statusCode(200);
    }

    private void sendAll() {
        while (dispatcher.sendOneBatch()) {
            // Until nothing is due.
        }
    }

    private List<String> mails(String column) {
        return sql.list(
                NamedSql.of("select coalesce(" + column + ", '') as it from sandbox_email order by id"),
                Map.of(),
                row -> row.text("it"));
    }

    @Test
    void anEmailIsSentOnceAndKeptAsItWasSent() {
        var id = sent(email(anna, "Hej {förnamn}", "Välkommen **{förnamn}** till [mötet](https://solna.example)"));
        sendAll();

        assertThat(mails("subject")).containsExactly("Hej Anna");
        assertThat(mails("sender")).containsExactly("solna <solna@sandbox.invalid>");
        assertThat(mails("html").getFirst()).contains("<strong>Anna</strong>", "href=\"https://solna.example\"");
        message(id)
                .body("state", equalTo("ACCEPTED"))
                .body("subject", equalTo("Hej Anna"))
                .body("address", equalTo("anna@example.org"))
                .body("text", containsString("Välkommen Anna till mötet (https://solna.example)"))
                .body("text", containsString("/m/…"))
                .body("events.status", contains("ACCEPTED"));
    }

    @Test
    void newsCanBeEndedWithOneClickAndSummonsLeadToThePage() {
        sent(email(anna, "Nytt", "Hej"));
        var summons = email(anna, "Kallelse", "Hej");
        summons.put("purpose", "NOTICE");
        sent(summons);

        assertThat(mails("unsubscribe").getFirst()).matches("http.*/m/[0-9A-Za-z]{17}/one-click");
        assertThat(mails("unsubscribe").getLast()).isEmpty();
        assertThat(mails("text").getFirst()).contains("Avregistrera dig eller ändra vad du får: http");
        assertThat(mails("text").getLast()).contains("Ändra vad du får: http").doesNotContain("Avregistrera");
    }

    @Test
    void answersGoToTheAssociationOrTheNearestAboveThatSaysWhere() {
        sent(email(anna, "Nytt", "Hej"));
        as(token)
                .body(Map.of("contactEmail", "inget"))
                .put(in("solna", "/messaging-settings"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("contactEmail"));
        as(token)
                .body(Map.of("contactEmail", "styrelsen@solna.example"))
                .put(in("solna", "/messaging-settings"))
                .then()
                .statusCode(200);
        sent(email(anna, "Nytt igen", "Hej"));

        assertThat(mails("reply_to")).containsExactly("", "styrelsen@solna.example");
        assertThat(mails("text").getLast()).contains("skriv till styrelsen@solna.example");
    }

    @Test
    void anEmailNeedsASubjectAndAnSmsHasNone() {
        var without = email(anna, "x", "Hej");
        without.remove("subject");
        send(without).statusCode(400).body("violations.field", contains("subject"));
        send(email(anna, " ", "Hej")).statusCode(400).body("violations.field", contains("subject"));
        send(email(anna, "{okänt}", "Hej")).statusCode(400).body("violations.field", contains("subject"));
        var sms = email(anna, "Hej", "Hej");
        sms.put("channel", "SMS");
        send(sms).statusCode(400).body("violations.field", contains("subject"));
        var broadcast = new HashMap<String, Object>(
                Map.of("title", "Nytt", "channel", "EMAIL", "filter", Map.of("type", "hasEmail"), "text", "Hej"));
        as(token)
                .body(broadcast)
                .post(in("solna", "/broadcasts"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("subject"));
    }

    @Test
    void aBroadcastGoesToEverybodyWithAnAddressAndItsAccountAddsUp() {
        person("Bo", "bo@example.org");
        person("Cilla", null);
        unsubscribe(person("David", "david@example.org"));
        var id = as(token)
                .body(Map.of(
                        "title",
                        "Medlemsblad",
                        "channel",
                        "EMAIL",
                        "subject",
                        "Medlemsbladet, {förnamn}",
                        "filter",
                        Map.of("type", "hasPhone"),
                        "text",
                        "Hej {förnamn}"))
                .post(in("solna", "/broadcasts"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        as(token).post(in("solna", "/broadcasts/" + id + "/approval")).then().statusCode(200);
        clock.advance(Duration.ofMinutes(3));
        sendAll();

        assertThat(mails("subject")).containsExactlyInAnyOrder("Medlemsbladet, Anna", "Medlemsbladet, Bo");
        as(token)
                .get(in("solna", "/broadcasts/" + id))
                .then()
                .body("account.targeted", equalTo(4))
                .body("account.sent", equalTo(2))
                .body("account.skipped.NO_ADDRESS", equalTo(1))
                .body("account.skipped.OPTED_OUT", equalTo(1));
    }

    private void unsubscribe(long person) {
        as(token)
                .body(Map.of(
                        "preferences",
                        List.of(Map.of("channel", "EMAIL", "purpose", "INFORMATION", "state", "WITHDRAWN"))))
                .put(in("solna", "/people/" + person + "/preferences"))
                .then()
                .statusCode(200);
    }

    @Test
    void aNoThatCameBeforeTheClaimKeepsTheEmailBack() {
        var id = send(email(anna, "Nytt", "Hej"))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        unsubscribe(anna);
        sendAll();

        assertThat(mails("subject")).isEmpty();
        message(id).body("state", equalTo("SKIPPED")).body("reason", equalTo("OPTED_OUT"));
    }

    @Test
    void anAddressThatMailCameBackFromIsNotUsedUntilAnotherIsBrought() {
        sql.update(
                NamedSql.of("update person set email_wrong_at = :now where id = :id"),
                Map.of("now", clock.instant(), "id", anna));
        send(email(anna, "Nytt", "Hej")).statusCode(201).body("reason", equalTo("NO_ADDRESS"));
        var person = as(token).get(in("solna", "/people/" + anna)).then().body("emailWrong", equalTo(true));

        as(token)
                .header("If-Match", person.extract().header("ETag"))
                .body(Map.of("email", "anna.ek@example.org"))
                .patch(in("solna", "/people/" + anna))
                .then()
                .statusCode(200)
                .body("emailWrong", equalTo(false));
        send(email(anna, "Nytt", "Hej")).statusCode(201).body("reason", nullValue());
    }

    @Test
    void theMailServersRateIsSharedByAll() {
        for (int i = 0; i < 12; i++) {
            send(email(person("P" + i, "p" + i + "@example.org"), "Nytt", "Hej"))
                    .statusCode(201);
        }
        sendAll();
        assertThat(mails("subject")).as("a second's worth").hasSize(5);

        clock.advance(Duration.ofSeconds(1));
        sendAll();
        assertThat(mails("subject")).hasSize(10);
    }

    @Test
    void whereThereIsNoRoomForEmailsTextMessagesGoOn() {
        send(email(anna, "Nytt", "Hej")).statusCode(201);
        as(token)
                .body(Map.of("address", "+46701740699"))
                .post(in("solna", "/sms-senders"))
                .then()
                .statusCode(201);
        send(new HashMap<>(Map.of("personId", anna, "channel", "SMS", "text", "Hej")))
                .statusCode(201);

        var taken = claims.take(Map.of(Channel.SMS, 20));
        assertThat(taken.attempts()).extracting(Attempt::text).containsExactly("solna: Hej");
        assertThat(claims.take(Map.of(Channel.EMAIL, 4)).attempts())
                .extracting(Attempt::channel)
                .containsExactly(Channel.EMAIL);
    }

    @Test
    void whatCertainlyWasNotSentIsTriedAgainAndWhatMayHaveBeenIsNot() {
        var refused = sent(email(anna, "[REFUSED]", "Hej"));
        var busy = sent(email(anna, "[BUSY]", "Hej"));
        var silent = sent(email(anna, "[SILENT]", "Hej"));

        message(refused).body("state", equalTo("FAILED")).body("code", equalTo("sandbox-refused"));
        message(busy).body("state", equalTo("QUEUED"));
        message(silent).body("state", equalTo("UNKNOWN"));
    }

    @Test
    void administratorsAloneSeeTheMailOfTheSandbox() {
        sent(email(anna, "Hej <script>", "Hej {förnamn}"));

        staff.browserOf("anna@solna.example", "solna", Role.ADMINISTRATOR)
                .get("/o/solna/sandbox/mail")
                .then()
                .statusCode(200)
                .body(containsString("Hej &lt;script&gt;"))
                .body(containsString("anna@example.org"));
        staff.browserOf("bo@solna.example", "solna", Role.ORGANIZER)
                .get("/o/solna/sandbox/mail")
                .then()
                .statusCode(404);
        a.organization("malmo");
        staff.browserOf("cilla@malmo.example", "malmo", Role.ADMINISTRATOR)
                .get("/o/malmo/sandbox/mail")
                .then()
                .statusCode(200)
                .body(not(containsString("anna@example.org")));
        var actions = sql.list(NamedSql.of("select action from access_log"), Map.of(), row -> row.text("action"));
        assertThat(actions.contains("sandbox.mail")).isTrue();
    }

    @Test
    void anEmailIsPreviewedAsItWillCome() {
        as(token)
                .body(Map.of(
                        "channel", "EMAIL", "subject", "Hej {förnamn}", "text", "**Hej** {förnamn}", "personId", anna))
                .post(in("solna", "/messages/preview"))
                .then()
                .statusCode(200)
                .body("subject", equalTo("Hej Anna"))
                .body("html", containsString("<strong>Hej</strong> Anna"))
                .body("text", containsString("/m/xxxxxxxxxxxxxxxxx"));
    }
}
