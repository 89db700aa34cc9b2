package se.ringstuga.calling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tags that callers may put on people: those the organizer chose for the assignment. */
@QuarkusTest
class CallTagsTest extends CallTest {

    @Inject
    Reports reports;

    @Inject
    Callers callers;

    private long offered;
    private long kept;
    private long assignment;

    @BeforeEach
    void twoTags() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        offered = tag("Vill dela flygblad");
        kept = tag("Styrelsen");
        assignment = assignment("\"tagIds\":[" + offered + "]");
    }

    private long tag(String title) {
        return as(token)
                .body(Map.of("title", title))
                .post(in(SOLNA, "/tags"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static CallReport tagged(Long... tags) {
        return new CallReport(
                Outcome.REACHED, null, List.of(tags), null, null, null, null, null, null, null, null, null);
    }

    @Test
    void aCallerPutsOnWhatTheOrganizerChoseAndNothingElse() {
        var caller = caller(assignment);
        var claim =
                claim(assignment, caller).statusCode(201).extract().jsonPath().getLong("id");
        var own = CallScope.caller(
                calls.query("select id from organization", row -> row.number("id"))
                        .getFirst(),
                caller);

        assertThat(callers.home(own).tags()).containsExactly(new OfferedTag(offered, "Vill dela flygblad"));
        reports.report(own, claim, tagged(offered, kept));
        assertThat(calls.query("select tag_id from person_tag", row -> row.number("tag_id")))
                .containsExactly(offered);
    }

    private void offerNothingMore() {
        as(token)
                .body(Map.of("tagIds", List.of()))
                .patch(in(SOLNA, "/call-assignments/" + assignment))
                .then()
                .statusCode(200);
    }

    @Test
    void whatTheOrganizerTookAwayDuringTheCallCostsNoCallerTheReport() {
        var caller = caller(assignment);
        var claim =
                claim(assignment, caller).statusCode(201).extract().jsonPath().getLong("id");
        var own = CallScope.caller(
                calls.query("select id from organization", row -> row.number("id"))
                        .getFirst(),
                caller);
        offerNothingMore();

        assertThat(reports.report(own, claim, tagged(offered)).outcome()).isEqualTo(Outcome.REACHED);
        assertThat(reports.report(own, claim, tagged(offered)).outcome()).isEqualTo(Outcome.REACHED);
        assertThat(calls.count("select count(*) from person_tag")).isZero();
    }

    @Test
    void aReportFromTheOutboxIsTakenWithoutTheTagThatIsNoLongerOffered() {
        var claim = claimed(assignment);
        offerNothingMore();

        given().contentType(ContentType.JSON)
                .header("Claim-Secret", claim.getString("secret"))
                .body("{\"outcome\":\"DO_NOT_CALL\",\"tagIds\":[" + offered + "]}")
                .put("/api/claims/" + claim.getLong("id") + "/report")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("DO_NOT_CALL"));
        assertThat(calls.count("select count(*) from person_tag")).isZero();
    }

    @Test
    void aToolIsToldOfATagThatDoesNotExistAndOfTooMany() {
        var claim = claimed(assignment).getLong("id");
        var tooMany = LongStream.rangeClosed(1, 51).boxed().toList();

        report(claim, "{\"outcome\":\"REACHED\",\"tagIds\":[4711]}")
                .statusCode(400)
                .body("violations[0].field", equalTo("tagIds"));
        report(claim, "{\"outcome\":\"REACHED\",\"tagIds\":" + tooMany + "}")
                .statusCode(400)
                .body("violations.size()", equalTo(1))
                .body("violations[0].message", equalTo("must have at most 50"));
    }

    @Test
    void aToolPutsOnAnyTagOfTheOrganization() {
        var claim = claimed(assignment).getLong("id");

        report(claim, "{\"outcome\":\"REACHED\",\"tagIds\":[" + kept + "]}").statusCode(200);
        assertThat(calls.query("select tag_id from person_tag", row -> row.number("tag_id")))
                .containsExactly(kept);
    }

    @Test
    void theOrganizerChoosesAmongTheTagsThatExistAndMayChooseNoneAgain() {
        var path = in(SOLNA, "/call-assignments/" + assignment);
        as(token).get(path).then().body("tagIds", contains((int) offered));
        as(token)
                .body(Map.of("tagIds", List.of(4711)))
                .patch(path)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("tagIds"));
        as(token)
                .body("{\"title\":\"Ring\",\"target\":" + CallFixtures.EVERYBODY + ",\"tagIds\":[4711]}")
                .post(in(SOLNA, "/call-assignments"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("tagIds"));
        as(token)
                .body(Map.of("tagIds", List.of()))
                .patch(path)
                .then()
                .statusCode(200)
                .body("tagIds", empty());
    }
}
