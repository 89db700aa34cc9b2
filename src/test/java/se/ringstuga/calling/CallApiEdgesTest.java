package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tools send and read at the edges: defaults, empty values, and what no database can store. */
@QuarkusTest
class CallApiEdgesTest extends CallTest {

    @Test
    void callingHoursReadAsTheyAreWritten() {
        var assignment = assignment("\"callingHours\":{\"from\":\"17:00\",\"to\":\"20:00\"}");

        as(token)
                .get(in(SOLNA, "/call-assignments/" + assignment))
                .then()
                .body("callingHours.from", equalTo("17:00"))
                .body("callingHours.to", equalTo("20:00"));
    }

    @Test
    void aCallerWithoutANameIsNumbered() {
        var callers = in(SOLNA, "/call-assignments/" + assignment("") + "/callers");

        as(token).body("{}").post(callers).then().statusCode(201).body("name", equalTo("Ringare 1"));
        as(token).body("{\"name\":\" \"}").post(callers).then().statusCode(201).body("name", equalTo("Ringare 2"));
    }

    @Test
    void aCallerWhoDoesNotExistIsNamed() {
        claim(assignment(""), 4711).statusCode(400).body("violations[0].field", equalTo("callerId"));
    }

    @Test
    void nextAtIsThereEvenWhenNobodyIsLeft() {
        var assignment = assignment("");

        claim(assignment, caller(assignment))
                .statusCode(409)
                .body("", hasKey("nextAt"))
                .body("nextAt", nullValue());
    }

    @Test
    void wrongNumbersAreNamedAsInTheClaim() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0), "+46846500400");
        var claim = claimed(assignment("")).getLong("id");

        report(claim, "{\"outcome\":\"WRONG_NUMBER\",\"wrongNumbers\":[\"phone\",\"altPhone\"]}")
                .statusCode(200);

        assertThat(
                        calls.count(
                                "select count(*) from person where phone_wrong_at is not null and alt_phone_wrong_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void whatIsNoTextOrNoIdIsCleanedOrNamed() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var claim = claimed(assignment("")).getLong("id");

        report(claim, "{\"outcome\":\"BUSY\",\"tagIds\":[1,null]}")
                .statusCode(400)
                .body("violations[0].field", equalTo("tagIds"));
        report(claim, "{\"outcome\":\"BUSY\",\"note\":\"a\\u0000b\",\"organizerMessage\":\"\\u0000\"}")
                .statusCode(200);
        assertThat(calls.count("select count(*) from call_note where text = 'ab'"))
                .isEqualTo(1);
        assertThat(calls.count("select count(*) from organizer_message")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{\"title\":\" \"}; title", "{\"shownFields\":[null]}; shownFields"})
    void aChangeThatCannotStandNamesItsField(String change, String field) {
        var assignment = assignment("");

        as(token)
                .body(change)
                .patch(in(SOLNA, "/call-assignments/" + assignment))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void aScriptLosesWhatNobodyTypedOnPurpose() {
        var assignment = assignment("\"script\":\"Hej\\u0000!\"");

        as(token).get(in(SOLNA, "/call-assignments/" + assignment)).then().body("script", equalTo("Hej!"));
    }

    @Test
    void moreAttemptsBringPeopleBackAndFewerTakeThemOut() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"maxAttempts\":1,\"cooldownHours\":0");
        report(claimed(assignment).getLong("id"), outcome("BUSY")).statusCode(200);

        change(assignment, "{\"maxAttempts\":2}");
        statistics(assignment).body("queued", equalTo(1));
        change(assignment, "{\"maxAttempts\":1}");
        statistics(assignment).body("done", equalTo(1));
    }

    private void change(long assignment, String change) {
        as(token)
                .body(change)
                .patch(in(SOLNA, "/call-assignments/" + assignment))
                .then()
                .statusCode(200);
    }

    @Test
    void aPersonWhoseNumbersAreWrongByNowIsPutAsideAtOnce() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        calls.change("update person set phone_wrong_at = '2026-11-01'", Map.of());

        claim(assignment, caller(assignment)).statusCode(409).body("reasons.withoutNumber", equalTo(1));
    }
}
