package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** Texts that somebody sends to themselves before they send them to all. */
@QuarkusTest
class TestMessagesTest extends BroadcastTest {

    private static final String TESTS = "/broadcasts/tests";

    @Inject
    StaffFixtures staff;

    private RequestSpecification organizer(String email) {
        return staff.browserOf(email, SOLNA, Role.ORGANIZER)
                .accept(ContentType.JSON)
                .contentType(ContentType.JSON);
    }

    private static Map<String, Object> text(String text) {
        return Map.of("channel", "SMS", "text", text);
    }

    @Test
    void whoIsSignedInGetsItOnTheirOwnPhoneAsItWouldArriveAlsoAtNight() {
        clock.set(Instant.parse("2026-11-20T22:00:00Z"));
        var anna = person("Anna", "+46701740605", "Anna@example.org");

        organizer("anna@example.org")
                .body(text("Hej {förnamn|du}"))
                .post(in(SOLNA, TESTS))
                .then()
                .statusCode(201)
                .body("personId", equalTo((int) anna))
                .body("purpose", equalTo("REQUESTED"));
        sendAll();

        assertThat(arrived()).containsExactly("Hej Anna");
        assertThat(count("message where source = 'TEST' and source_id = id")).isEqualTo(1);
    }

    @Test
    void aDraftIsTriedByWhomeverOneNames() {
        var bo = person("Bo", "+46701740606");
        var id = draft("Hej {förnamn|du}, välkommen");

        as(token)
                .body(Map.of("personId", bo))
                .post(in(SOLNA, "/broadcasts/" + id + "/tests"))
                .then()
                .statusCode(201);
        sendAll();

        assertThat(arrived()).containsExactly("Hej Bo, välkommen");
        read(id).body("state", equalTo("DRAFT"));
    }

    @Test
    void whoIsNotInTheRegisterIsTold() {
        organizer("anna@example.org")
                .body(text("Hej"))
                .post(in(SOLNA, TESTS))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("personId"))
                .body("violations[0].message", containsString("nobody in the register has the address"));
        person("Anna", "+46701740605", "bo@example.org");
        person("Bo", "+46701740606", "bo@example.org");
        organizer("bo@example.org")
                .body(text("Hej"))
                .post(in(SOLNA, TESTS))
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("several"));
        as(token)
                .body(text("Hej"))
                .post(in(SOLNA, TESTS))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("personId"));
    }

    @Test
    void aTestSentTwiceWithOneKeyArrivesOnce() throws Exception {
        var anna = person("Anna", "+46701740605");
        var body = Map.of("channel", "SMS", "text", "Hej", "personId", anna);
        atOnce(
                3,
                () -> as(token)
                        .header("Idempotency-Key", "a click")
                        .body(body)
                        .post(in(SOLNA, TESTS))
                        .statusCode());
        sendAll();

        assertThat(arrived()).hasSize(1);
    }

    @Test
    void aTestDoesNotPassByAnOptOut() {
        var anna = person("Anna", "+46701740605");
        withdraw(anna, "SMS");

        as(token)
                .body(Map.of("channel", "SMS", "text", "Hej", "personId", anna))
                .post(in(SOLNA, TESTS))
                .then()
                .statusCode(201)
                .body("state", equalTo("SKIPPED"))
                .body("reason", equalTo("OPTED_OUT"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | {'channel':'SMS','text':' '}",
                "text | {'channel':'SMS','text':'Hej {förnam}','personId':1}",
                "channel | {'text':'Hej'}",
                "channel | {'channel':'CALL','text':'Hej','personId':1}",
                "personId | {'channel':'SMS','text':'Hej','personId':99999}",
                "senderId | {'channel':'SMS','text':'Hej','personId':1,'senderId':99999}",
                "phone | {'channel':'SMS','text':'Hej','phone':'+46701740605'}",
            },
            quoteCharacter = '"')
    void whatCannotBeIsRefusedByName(String field, String body) {
        as(token)
                .body(body.replace('\'', '"'))
                .post(in(SOLNA, TESTS))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void testsNeedTheRightAndAnothersBroadcastLooksAsIfItDidNotExist() {
        a.organization("taby");
        var id = draft("Välkomna");
        var anna = person("Anna", "+46701740605");

        as(reader()).body(text("Hej")).post(in(SOLNA, TESTS)).then().statusCode(403);
        as("none").body(text("Hej")).post(in(SOLNA, TESTS)).then().statusCode(401);
        as(a.token("taby"))
                .body(Map.of("personId", anna))
                .post(in("taby", "/broadcasts/" + id + "/tests"))
                .then()
                .statusCode(404);
        as(a.token("taby"))
                .body(Map.of("channel", "SMS", "text", "Hej", "personId", anna))
                .post(in("taby", TESTS))
                .then()
                .statusCode(400);
    }
}
