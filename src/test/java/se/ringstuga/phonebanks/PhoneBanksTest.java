package se.ringstuga.phonebanks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;

/** An evening from its planning to its closing, as tools see it. */
@QuarkusTest
class PhoneBanksTest extends PhoneBankTest {

    @Inject
    Punctuality punctuality;

    @Test
    void oneThatBeginsNowIsOpenAtOnceWithItsWaysIn() {
        create(Map.of("goal", 50))
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .body("title", equalTo("Ring nya medlemmar"))
                .body("goal", equalTo(50))
                .body("code", matchesPattern("[ABCDEFGHJKMNPQRSTVWXYZ2-9]{6}"))
                .body("joinLink", containsString("/j/"))
                .body("wallLink", containsString("/wall/"));
        as(token).get(in(SOLNA, "/ringstugor")).then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void aScheduledOneOpensAndClosesByItself() {
        var opens = clock.instant().plus(Duration.ofHours(1));
        var bank = opened(Map.of(
                "opensAt",
                opens.toString(),
                "closesAt",
                opens.plus(Duration.ofHours(1)).toString()));
        assertThat(bank.getString("state")).isEqualTo("SCHEDULED");
        punctuality.keep();
        state(bank.getLong("id"), "SCHEDULED");
        assertThat(waitingRoom.askByCode(bank.getString("code"), "Noor")).isInstanceOf(Asked.Unknown.class);

        clock.set(opens);
        punctuality.keep();
        state(bank.getLong("id"), "OPEN");
        assertThat(waitingRoom.askByCode(bank.getString("code"), "Noor")).isInstanceOf(Asked.Waits.class);
        clock.set(opens.plus(Duration.ofHours(1)));
        punctuality.keep();
        state(bank.getLong("id"), "CLOSED");
    }

    private void state(long bank, String state) {
        as(token).get(at(bank, "")).then().statusCode(200).body("state", equalTo(state));
    }

    @Test
    void moreTimeIsGivenAndNotTakenBackByTheClock() {
        var bank = open().getLong("id");
        var later = clock.instant().plus(Duration.ofHours(3));
        as(token)
                .body(Map.of("closesAt", later.toString()))
                .patch(at(bank, ""))
                .then()
                .statusCode(200);
        clock.advance(Duration.ofHours(2));
        punctuality.keep();
        state(bank, "OPEN");
    }

    @Test
    void ofTwoEveningsInOneAssignmentTheSecondIsRefused() {
        var first = open().getLong("id");
        create(Map.of()).statusCode(409).body("type", endsWith("/ringstuga-overlaps"));
        as(token).put(at(first, "/closing")).then().statusCode(200).body("state", equalTo("CLOSED"));
        create(Map.of()).statusCode(201);
    }

    @Test
    void oneThatIsOpenBeyondItsTimeIsInTheWayUntilItIsClosed() {
        open();
        clock.advance(Duration.ofHours(2).plusSeconds(5));
        create(Map.of()).statusCode(409).body("type", endsWith("/ringstuga-overlaps"));
        punctuality.keep();
        create(Map.of()).statusCode(201);
    }

    @Test
    void codeAndLinkAreReplacedAndDieAtTheClosing() {
        var bank = open();
        var id = bank.getLong("id");
        var inside = comesIn(bank, "Noor");
        var waits = asks(bank, "Kalle");
        var next =
                as(token).put(at(id, "/code")).then().statusCode(200).extract().jsonPath();
        as(token).put(at(id, "/link")).then().statusCode(200);

        assertThat(next.getString("code")).isNotEqualTo(bank.getString("code"));
        assertThat(waitingRoom.askByCode(bank.getString("code"), "Mona")).isInstanceOf(Asked.Unknown.class);
        assertThat(waitingRoom.askByLink(lastPart(bank.getString("joinLink")), "Mona"))
                .isInstanceOf(Asked.Unknown.class);
        assertThat(looks(waits)).isInstanceOf(Answer.Waits.class);
        assertThat(claims.claim(inside, assignment, inside.caller()).created()).isTrue();

        as(token).put(at(id, "/closing")).then().body("code", nullValue()).body("joinLink", nullValue());
        assertThat(waitingRoom.askByCode(next.getString("code"), "Mona")).isInstanceOf(Asked.Unknown.class);
        assertThat(looks(waits)).isInstanceOf(Answer.Refused.class);
    }

    static String lastPart(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    @Test
    void whoeverChangesItSecondIsToldSo() {
        var bank = open().getLong("id");
        as(token)
                .header("If-Match", "\"1\"")
                .body(Map.of("title", "Kvällens ringstuga"))
                .patch(at(bank, ""))
                .then()
                .statusCode(200)
                .body("title", equalTo("Kvällens ringstuga"));
        as(token)
                .header("If-Match", "\"1\"")
                .body(Map.of("goal", 4))
                .patch(at(bank, ""))
                .then()
                .statusCode(412);
    }

    @Test
    void eachFieldSaysWhatIsWrongWithIt() {
        wrong(Map.of("assignmentId", 999), "assignmentId");
        wrong(Map.of("closesAt", clock.instant().toString()), "closesAt");
        wrong(Map.of("closesAt", clock.instant().plus(Duration.ofHours(13)).toString()), "closesAt");
        wrong(Map.of("goal", 0), "goal");
        wrong(Map.of("title", "x".repeat(201)), "title");
        wrong(Map.of("title", "en\nrad"), "title");
        var without =
                new HashMap<String, Object>(Map.of("closesAt", clock.instant().toString()));
        as(token).body(without).post(in(SOLNA, "/ringstugor")).then().statusCode(400);
        var bank = open().getLong("id");
        as(token).body(Map.of("text", " ")).put(at(bank, "/message")).then().statusCode(400);
        as(token)
                .body(Map.of("text", "x".repeat(501)))
                .put(at(bank, "/message"))
                .then()
                .statusCode(400);
        as(token).body(Map.of("name", "")).post(at(bank, "/leaders")).then().statusCode(400);
        as(token)
                .body(Map.of("number", 7, "approved", true))
                .put(at(bank, "/waiting/1/decision"))
                .then()
                .statusCode(400);
        as(token)
                .body(Map.of("number", 17))
                .put(at(bank, "/waiting/1/decision"))
                .then()
                .statusCode(400);
    }

    private void wrong(Map<String, Object> more, String field) {
        create(more).statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void withoutTheRightNothingIsSeenOrDone() {
        var bank = open().getLong("id");
        as("nobody").get(in(SOLNA, "/ringstugor")).then().statusCode(401);
        var reads = a.token(SOLNA, Permission.CALLS_READ);
        var other = a.token(SOLNA, Permission.PEOPLE_READ);
        as(other).get(in(SOLNA, "/ringstugor")).then().statusCode(403);
        as(other).get(at(bank, "/live")).then().statusCode(403);
        as(reads).get(at(bank, "")).then().statusCode(200);
        for (var path : new String[] {"/opening", "/pause", "/closing", "/code", "/link", "/wall", "/leaders/1/link"}) {
            as(reads).put(at(bank, path)).then().statusCode(403);
        }
        for (var path : new String[] {"/pause", "/wall", "/message", "/callers/1", "/callers/1/help", "/leaders/1"}) {
            as(reads).delete(at(bank, path)).then().statusCode(403);
        }
        as(reads).get(at(bank, "/waiting")).then().statusCode(403);
        as(reads).body(Map.of("name", "Ali")).post(at(bank, "/leaders")).then().statusCode(403);
        as(reads).body(Map.of("text", "Fika")).put(at(bank, "/message")).then().statusCode(403);
    }

    @Test
    void anotherOrganizationsEveningDoesNotExist() {
        var bank = open().getLong("id");
        a.organization("nacka");
        var theirs = a.token("nacka");
        for (var path : new String[] {"", "/live", "/waiting", "/leaders"}) {
            as(theirs).get(in("nacka", "/ringstugor/" + bank + path)).then().statusCode(404);
        }
        for (var path : new String[] {"/opening", "/pause", "/closing", "/code", "/link", "/wall", "/leaders/1/link"}) {
            as(theirs).put(in("nacka", "/ringstugor/" + bank + path)).then().statusCode(404);
        }
        for (var path : new String[] {"/pause", "/wall", "/message", "/callers/1", "/callers/1/help", "/leaders/1"}) {
            as(theirs).delete(in("nacka", "/ringstugor/" + bank + path)).then().statusCode(404);
        }
        as(theirs)
                .body(Map.of("title", "x"))
                .patch(in("nacka", "/ringstugor/" + bank))
                .then()
                .statusCode(404);
        as(theirs)
                .body(Map.of("name", "Ali"))
                .post(in("nacka", "/ringstugor/" + bank + "/leaders"))
                .then()
                .statusCode(404);
        as(theirs)
                .body(Map.of("text", "x"))
                .put(in("nacka", "/ringstugor/" + bank + "/message"))
                .then()
                .statusCode(404);
        as(theirs)
                .body(Map.of("number", 17, "approved", true))
                .put(in("nacka", "/ringstugor/" + bank + "/waiting/1/decision"))
                .then()
                .statusCode(404);
        as(theirs)
                .body(Map.of(
                        "assignmentId",
                        assignment,
                        "closesAt",
                        clock.instant().plus(Duration.ofHours(1)).toString()))
                .post(in("nacka", "/ringstugor"))
                .then()
                .statusCode(400);
    }
}
