package se.ringstuga.calling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.accounts.Permission;

/** "Skicka enkäten" in a report: a personal link by SMS or e-mail, once, seen by nobody but whom it is sent to (rule 14). */
@QuarkusTest
class SendSurveyTest extends AskedForSurveyTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private long messages() {
        return calls.count("select count(*) from message");
    }

    @Test
    void theSurveyIsSentBySmsAndItsPageOpensFromThere() {
        report(claimed(withSurvey("")).getLong("id"), BY_SMS).statusCode(200);
        sending.sendAll();
        assertThat(sent()).isEmpty();

        later(A_MINUTE);

        var arrived = calls.query("select text from sandbox_sms where outgoing", row -> row.text("text"));
        assertThat(arrived).singleElement().asString().contains("Hej Anna! Här är enkäten vi pratade om: http");
        given().get("/test/personal-surveys/" + code()).then().statusCode(200).body("firstName", equalTo("Anna"));
        given().get("/e/" + code()).then().statusCode(200).body(containsString("Vill du hjälpa till?"));
    }

    @Test
    void theSurveyIsSentByEmail() {
        report(claimed(withSurvey("")).getLong("id"), BY_EMAIL).statusCode(200);

        later(A_MINUTE);

        assertThat(calls.query(
                        "select channel || ' ' || purpose || ' ' || source as what from message",
                        row -> row.text("what")))
                .containsExactly("EMAIL REQUESTED SURVEY");
        given().get("/e/" + code()).then().statusCode(200);
    }

    @Test
    void nobodyButTheMemberSeesTheLink() {
        var claim = claimed(withSurvey("")).getLong("id");
        var answer = report(claim, BY_SMS).statusCode(200).extract().asString();
        later(A_MINUTE);
        var message = calls.count("select id as count from message");

        var seen = new StringBuilder(answer);
        for (var path : List.of(
                "/messages/" + message,
                "/claims/" + claim + "/report",
                "/people/" + anna,
                "/people/" + anna + "/survey-links")) {
            seen.append(as(token)
                    .get(in(SOLNA, path))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        }
        assertThat(seen).contains("/e/…").doesNotContain(code());
        assertThat(calls.count(
                        "select count(*) from access_log where cast(access_log as text) like '%" + code() + "%'"))
                .isZero();
    }

    @Test
    void theSameReportSendsItOnceAndAnotherIsAConflict() {
        var claim = claimed(withSurvey("")).getLong("id");

        report(claim, BY_SMS).statusCode(200);
        report(claim, BY_SMS).statusCode(200);
        report(claim, BY_EMAIL).statusCode(409);

        later(A_MINUTE);
        assertThat(sent()).hasSize(1);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void aCorrectionDoesNotSendItAgain() {
        var claim = claimed(withSurvey("")).getLong("id");
        report(claim, BY_SMS).statusCode(200);
        later(A_MINUTE);

        correct(claim, "{\"outcome\":\"REACHED\",\"note\":\"Trevlig\",\"sendSurvey\":\"SMS\"}")
                .statusCode(200);
        correct(claim, "{\"outcome\":\"CALL_BACK\"}").statusCode(200);
        correct(claim, BY_EMAIL).statusCode(200);

        later(A_MINUTE);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void whatIsUndoneIsNotSent() {
        var claim = claimed(withSurvey("")).getLong("id");
        report(claim, BY_SMS).statusCode(200);
        clock.advance(Duration.ofSeconds(30));
        sending.sendAll();

        as(token).delete(in(SOLNA, "/claims/" + claim + "/report")).then().statusCode(200);
        later(A_MINUTE);
        assertThat(sent()).isEmpty();
        assertThat(calls.count("select count(*) from survey_promise")).isZero();

        report(claim, BY_SMS).statusCode(200);
        later(A_MINUTE);
        assertThat(sent()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"outcome\":\"REACHED\",\"sendSurvey\":\"FAX\"}",
                "{\"outcome\":\"NO_ANSWER\",\"sendSurvey\":\"SMS\"}",
                "{\"outcome\":\"DECLINED\",\"sendSurvey\":\"SMS\"}",
                "{\"outcome\":\"REACHED\",\"personFact\":\"LEFT\",\"sendSurvey\":\"SMS\"}",
                "{\"outcome\":\"REACHED\",\"wrongNumbers\":[\"PRIMARY\"],\"sendSurvey\":\"SMS\"}"
            })
    void whatDoesNotGoWithItNamesTheFieldAndNothingIsReported(String wrong) {
        var claim = claimed(withSurvey("")).getLong("id");

        report(claim, wrong).statusCode(400).body("violations[0].field", equalTo("sendSurvey"));

        assertThat(messages()).isZero();
        report(claim, outcome("BUSY")).statusCode(200);
    }

    @Test
    void withoutASurveyAnAddressOrASenderItIsRefusedByName() {
        refused(claimed(assignment("")).getLong("id"), BY_SMS);
        calls.change("update call set state = 'LAPSED', ended_at = claimed_at", Map.of());
        calls.change("update call_number set open = false", Map.of());
        calls.change("update person set email = null, phone = '+46846500400', phone_kind = 'LANDLINE'", Map.of());
        var claim = claimed(withSurvey("")).getLong("id");

        refused(claim, BY_SMS);
        refused(claim, BY_EMAIL);
        calls.change("update person set phone = '+46701740605', phone_kind = 'MOBILE'", Map.of());
        calls.change("delete from send_lane", Map.of());
        calls.change("delete from sms_sender", Map.of());
        refused(claim, BY_SMS);
    }

    private void refused(long claim, String report) {
        report(claim, report).statusCode(400).body("violations[0].field", equalTo("sendSurvey"));
    }

    @Test
    void whoeverWantsNoSmsIsNotSentOneAndReturnsForNothing() {
        var claim = claimed(withSurvey("")).getLong("id");
        calls.change(
                "insert into contact_state (organization_id, person_id, channel, purpose, decision, since) "
                        + "select organization_id, id, 'SMS', 'ANY', 'WITHDRAWN', '2026-11-24' from person",
                Map.of());

        report(claim, BY_SMS).statusCode(200);

        later(A_MINUTE);
        assertThat(calls.query("select reason from message", row -> row.text("reason")))
                .containsExactly("OPTED_OUT");
        assertThat(calls.count("select count(*) from survey_promise")).isZero();
    }

    @Test
    void theOrganizationsOwnWordsAreUsed() {
        as(token)
                .body(Map.of("surveyText", "Tack för pratet! {länk}"))
                .put(in(SOLNA, "/messaging-settings"))
                .then()
                .statusCode(200);
        report(claimed(withSurvey("")).getLong("id"), BY_SMS).statusCode(200);

        later(A_MINUTE);

        assertThat(sent()).singleElement().asString().contains("Tack för pratet! http");
    }

    @Test
    void noOtherMessageHasSuchALink() {
        as(token)
                .body(Map.of("personId", anna, "channel", "SMS", "text", "Hej {länk}"))
                .post(in(SOLNA, "/messages"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("text"));
    }

    @Test
    void anotherOrganizationsCallsAndWhoeverMayNotReportSendNothing() {
        var claim = claimed(withSurvey("")).getLong("id");
        a.organization("nacka");

        as(a.token("nacka"))
                .body(BY_SMS)
                .put(in("nacka", "/claims/" + claim + "/report"))
                .then()
                .statusCode(404);
        as(a.token(SOLNA, Permission.PEOPLE_READ))
                .body(BY_SMS)
                .put(in(SOLNA, "/claims/" + claim + "/report"))
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body(BY_SMS)
                .put(in(SOLNA, "/claims/" + claim + "/report"))
                .then()
                .statusCode(401);
        assertThat(messages()).isZero();
    }
}
