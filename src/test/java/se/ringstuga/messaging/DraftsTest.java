package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts are changed and thrown away, approvals taken back. */
@QuarkusTest
class DraftsTest extends BroadcastTest {

    private ValidatableResponse change(long id, Object changes) {
        return as(token).body(changes).patch(in(SOLNA, "/broadcasts/" + id)).then();
    }

    private ValidatableResponse takeBack(long id) {
        return as(token).delete(in(SOLNA, "/broadcasts/" + id + "/approval")).then();
    }

    @Test
    void whatIsNamedChangesAndTheRestStays() {
        var id = draft("Välkomna på tisdag");

        change(id, Map.of("text", "Hej {förnamn|du}, välkommen på onsdag", "sendAtLocal", "2026-12-01T17:30"))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", equalTo("Medlemsmöte"))
                .body("text", equalTo("Hej {förnamn|du}, välkommen på onsdag"))
                .body("personal", equalTo(true))
                .body("filter.type", equalTo("all"))
                .body("sendAt", equalTo("2026-12-01T16:30:00Z"))
                .body("version", equalTo(1));
        change(id, Map.of("filter", Map.of("type", "hasPhone"), "title", "Årsmöte", "purpose", "INFORMATION"))
                .statusCode(200)
                .body("filter.type", equalTo("hasPhone"))
                .body("title", equalTo("Årsmöte"))
                .body("purpose", equalTo("INFORMATION"))
                .body("sendAt", equalTo("2026-12-01T16:30:00Z"));
    }

    @Test
    void nullWrittenOutTakesAway() {
        var wanted = broadcast("Välkomna");
        wanted.put("subject", "Möte");
        wanted.put("sendAt", "2026-12-01T16:30:00Z");
        wanted.put("notAfter", "2026-12-02T16:30:00Z");
        var id = draft(wanted);

        var nothing = new HashMap<String, @Nullable Object>();
        List.of("subject", "senderId", "sendAt", "notAfter").forEach(field -> nothing.put(field, null));
        change(id, nothing)
                .statusCode(200)
                .body("subject", nullValue())
                .body("sendAt", nullValue())
                .body("notAfter", nullValue());
    }

    @Test
    void thePeopleStayThoseOfTheSegmentAsItWasChosen() {
        var segment = as(token)
                .body(Map.of("title", "Alla", "filter", Map.of("type", "hasPhone")))
                .post(in(SOLNA, "/segments"))
                .jsonPath()
                .getLong("id");
        var wanted = broadcast("Välkomna");
        wanted.remove("filter");
        wanted.put("segmentId", segment);
        var id = draft(wanted);
        as(token)
                .body(Map.of("title", "Alla", "filter", Map.of("type", "hasEmail")))
                .put(in(SOLNA, "/segments/" + segment))
                .then()
                .statusCode(200);

        change(id, Map.of("title", "Nytt namn"))
                .body("segmentId", equalTo((int) segment))
                .body("filter.type", equalTo("hasPhone"));
        change(id, Map.of("segmentId", segment)).body("filter.type", equalTo("hasEmail"));
        change(id, Map.of("filter", Map.of("type", "hasMobile")))
                .body("segmentId", nullValue())
                .body("filter.type", equalTo("hasMobile"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | ' '",
                "text | ' '",
                "text | Hej {förnam}",
                "purpose | REMINDER",
                "channel | CALL",
                "segmentId | 99999",
                "senderId | 99999",
                "senderId | x",
                "sendAt | 2026-12-01",
                "sendAtLocal | 2026-12-01",
                "notAfter | 2026-11-01T00:00:00Z",
                "unknown | x",
            })
    void whatCannotBeIsRefusedByName(String field, String value) {
        var id = draft("Välkomna");

        change(id, Map.of(field, value.matches("\\d+") ? (Object) Long.valueOf(value) : value))
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
        read(id).body("version", equalTo(0));
    }

    @Test
    void aTimeIsGivenOnce() {
        var wanted = broadcast("Välkomna");
        wanted.put("sendAt", "2026-12-01T16:30:00Z");
        wanted.put("sendAtLocal", "2026-12-01T17:30");

        as(token)
                .body(wanted)
                .post(in(SOLNA, "/broadcasts"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("sendAtLocal"));
    }

    @Test
    void theSecondOfTwoEditorsIsLate() throws Exception {
        var id = draft("Välkomna");
        var answers = atOnce(
                4,
                () -> as(token)
                        .header("If-Match", "\"0\"")
                        .body(Map.of("text", "Välkomna hem"))
                        .patch(in(SOLNA, "/broadcasts/" + id))
                        .statusCode());

        assertThat(answers).containsExactlyInAnyOrder(200, 412, 412, 412);
    }

    @Test
    void whatIsApprovedIsNeitherChangedNorDeleted() {
        person("Anna", "+46701740605");
        var id = draft("Välkomna");
        act(id, "approval");

        change(id, Map.of("text", "Något helt annat"))
                .statusCode(409)
                .body("type", endsWith("/problems/broadcast-not-a-draft"))
                .body("state", equalTo("SENDING"));
        as(token).delete(in(SOLNA, "/broadcasts/" + id)).then().statusCode(409);
        read(id).body("text", equalTo("Välkomna"));
    }

    @Test
    void aDraftIsThrownAway() {
        var id = draft("Välkomna");

        as(token).delete(in(SOLNA, "/broadcasts/" + id)).then().statusCode(204);
        as(token).get(in(SOLNA, "/broadcasts/" + id)).then().statusCode(404);
    }

    @Test
    void anApprovalIsTakenBackWithoutATraceAsLongAsNothingWasSent() {
        person("Anna", "+46701740605");
        var id = draft("Välkomna på tisdag");
        act(id, "approval");
        act(id, "pause");

        takeBack(id)
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("account", nullValue())
                .body("approvedBy", nullValue());
        assertThat(count("message")).isZero();
        clock.advance(Duration.ofHours(1));
        sendAll();
        assertThat(arrived()).isEmpty();

        change(id, Map.of("text", "Välkomna på onsdag")).statusCode(200);
        act(id, "approval");
        clock.advance(Duration.ofMinutes(2));
        sendAll();
        assertThat(arrived()).containsExactly("Välkomna på onsdag");
    }

    @Test
    void afterTheFirstMessageAnApprovalStands() {
        person("Anna", "+46701740605");
        person("Bo", "+46701740606");
        var id = draft("Hej {förnamn|du}");
        act(id, "approval");
        clock.advance(Duration.ofMinutes(2));
        sendAll();

        takeBack(id)
                .statusCode(409)
                .body("type", endsWith("/problems/approval-stands"))
                .body("state", equalTo("DONE"));
        assertThat(count("message")).isEqualTo(2);
    }

    @Test
    void whoTakesBackAndWhoSendsAtTheSameMomentDoNotBothSucceed() throws Exception {
        for (var i = 0; i < 12; i++) {
            person("Anna " + i, "+467017406" + (10 + i));
        }
        var id = draft("Välkomna");
        act(id, "approval");
        clock.advance(Duration.ofMinutes(2));
        var answers = atOnce(6, () -> {
            if (Thread.currentThread().threadId() % 2 == 0) {
                sendAll();
            }
            return takeBack(id).extract().statusCode();
        });
        sendAll();

        assertThat(arrived()).hasSize(answers.contains(200) ? 0 : 12);
        assertThat(count("message")).isEqualTo(answers.contains(200) ? 0 : 12);
    }

    @Test
    void aDraftThatLayForDaysIsSentAsIfItWereWrittenToday() {
        person("Anna", "+46701740605");
        var id = draft("Välkomna");
        clock.advance(Duration.ofDays(5));
        act(id, "approval");
        clock.advance(Duration.ofMinutes(2));
        sendAll();

        assertThat(arrived()).hasSize(1);
    }

    @Test
    void whatIsPastItsTimeIsNotApproved() {
        var wanted = broadcast("Välkomna");
        wanted.put("notAfter", "2026-11-21T11:00:00Z");
        var id = draft(wanted);
        clock.advance(Duration.ofDays(1));

        as(token)
                .post(in(SOLNA, "/broadcasts/" + id + "/approval"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/broadcast-too-late"));
    }

    @Test
    void theListIsNarrowedToAState() {
        person("Anna", "+46701740605");
        var draft = draft("Utkast");
        var sending = draft("Skickas");
        act(sending, "approval");
        var paused = draft("Pausat");
        act(paused, "approval");
        act(paused, "pause");
        var cancelled = draft("Avbrutet");
        act(cancelled, "cancellation");

        for (var expected : Map.of("DRAFT", draft, "SENDING", sending, "PAUSED", paused, "CANCELLED", cancelled)
                .entrySet()) {
            as(token)
                    .get(in(SOLNA, "/broadcasts?state=" + expected.getKey()))
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(expected.getValue().intValue()));
        }
        as(token)
                .get(in(SOLNA, "/broadcasts"))
                .then()
                .body("items", hasSize(4))
                .body("items.find { it.state == 'PAUSED' }.account.waiting", equalTo(1))
                .body("items.find { it.state == 'DRAFT' }.account", nullValue());
        as(token)
                .get(in(SOLNA, "/broadcasts?state=GONE"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("state"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/approval"})
    void draftsBelongToTheirOrganizationAndNeedTheRight(String path) {
        a.organization("taby");
        var id = draft("Välkomna");

        as(a.token("taby"))
                .delete(in("taby", "/broadcasts/" + id + path))
                .then()
                .statusCode(404);
        as(reader()).delete(in(SOLNA, "/broadcasts/" + id + path)).then().statusCode(403);
        as("none").delete(in(SOLNA, "/broadcasts/" + id + path)).then().statusCode(401);
        var change = Map.of("title", "x");
        as(a.token("taby"))
                .body(change)
                .patch(in("taby", "/broadcasts/" + id))
                .then()
                .statusCode(404);
        as(reader()).body(change).patch(in(SOLNA, "/broadcasts/" + id)).then().statusCode(403);
        as("none").body(change).patch(in(SOLNA, "/broadcasts/" + id)).then().statusCode(401);
    }
}
