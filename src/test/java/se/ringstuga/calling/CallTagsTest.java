package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.http.InvalidInput;

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

    private static CallReport tagged(long tag) {
        return new CallReport(Outcome.REACHED, null, List.of(tag), null, null, null, null, null, null, null);
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
        assertThatThrownBy(() -> reports.report(own, claim, tagged(kept)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("tag " + kept);
        reports.report(own, claim, tagged(offered));
        assertThat(calls.query("select tag_id from person_tag", row -> row.number("tag_id")))
                .containsExactly(offered);
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
