package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.StaffFixtures;

/** Who gets a tag with others begins two minutes later, and does not when the press is taken back in time (rule 23). */
@QuarkusTest
class TagPressUndoneTest extends TagPressTest {

    @Test
    void takenBackInTimeNothingIsSentAndNothingCounted() {
        atMost(SOLNA, 3);
        begins(SOLNA, sms("Hej!"));
        var page = tagsAll(asa).statusCode(200).extract().asString();
        approved().statusCode(409).body("type", endsWith("/problems/second-approval-needed"));
        goOn(Duration.ofSeconds(119));

        undone(asa, page);
        goOn(Duration.ofMinutes(5));
        assertThat(phones()).isEmpty();
        approved().statusCode(200);

        var list = chosen(bo, "Anna", "Bo").statusCode(200).extract().asString();
        assertThat(enrolled()).as("they can come in later").isEqualTo(2);
        untagged(bo, mark(list), "Anna", "Bo").statusCode(303);
        assertThat(enrolled()).isZero();
    }

    @Test
    void theUndoTakesBackThePressAndNothingElse() {
        var flow = begins(SOLNA, sms("Hej!"));
        organizer(asa)
                .body(map("personId", person("Anna")))
                .post(in(SOLNA, "/automations/" + flow + "/enrolments"))
                .then()
                .statusCode(201);
        clock.advance(Duration.ofSeconds(1));
        imported(member(7, "Cia", 3), member(8, "Dag", 3));
        chosen(bo, "Cia").statusCode(200);

        var page = tagsAll(asa)
                .statusCode(200)
                .body(containsString("för 2 av dem"))
                .extract()
                .asString();
        same(entered(), "Anna", "Bo", "Dag");
        undone(asa, page);
        same(entered(), "Anna");

        goOn();
        same(entered(), "Anna", "Cia");
    }

    @Test
    void itDoesSoWhileTheFlowIsPausedAndAfterTheKillSwitch() {
        var flow = begins(SOLNA, sms("Hej!"));
        var first = tagsAll(asa).extract().asString();
        pressed(flow, "pause");
        undone(asa, first);
        assertThat(enrolled()).isZero();

        var second = tagsAll(asa).body(containsString("är pausat")).extract().asString();
        as(token)
                .delete(in(SOLNA, "/automations/" + flow + "/activation"))
                .then()
                .statusCode(200);
        undone(asa, second);
        assertThat(enrolled()).isZero();
    }

    @Test
    void aPausedFlowBeginsTwoMinutesAfterItGoesOn() {
        atMost(SOLNA, 1);
        var flow = begins(SOLNA, sms("Hej!"));
        pressed(flow, "pause");
        after(Duration.ofHours(1));
        tagsAll(asa).statusCode(409);
        tagsAll(bo).statusCode(200).body(containsString("”Flöde” är pausat"));

        goOn(Duration.ofHours(1));
        pressed(flow, "resumption");
        goOn(Duration.ofSeconds(119));
        assertThat(phones()).isEmpty();
        goOn(Duration.ofSeconds(1));
        same(phones(), "Hej!", "Hej!");
    }

    @Test
    void aNewTextTakesTheTwoMinutesFromNobody() {
        var flow = begins(SOLNA, keyed("Hej!"));
        var page = tagsAll(asa).statusCode(200).extract().asString();
        rewritten(flow, map("type", "tagged", "tagId", tag), "MOVE");
        goOn(Duration.ofSeconds(119));
        assertThat(phones()).isEmpty();

        undone(asa, page);
        tagsAll(asa).statusCode(200);
        goOn(Duration.ofMinutes(2));
        same(phones(), "Mendat", "Mendat");
    }

    @Test
    void whomThePressDidNotTakeInTheNextLookDoesNotEither() {
        var other = made(SOLNA, "/tags", map("title", "Annan"));
        var flow = begins(SOLNA, sms("Hej!"));
        rewritten(flow, map("type", "tagged", "tagId", other), "FINISH");
        tagsAll(asa).statusCode(200).body(not(containsString("sätts igång")));
        rewritten(flow, map("type", "tagged", "tagId", tag), "FINISH");

        goOn(Duration.ofSeconds(10));
        goOn(Duration.ofMinutes(2));

        assertThat(enrolled()).isZero();
    }

    @Test
    void pressedTwiceItIsDoneOnceAndCanBeUndoneAllTheSame() {
        begins(SOLNA, sms("Hej!"));
        var key = StaffFixtures.browser(staff.session(asa))
                .get("/o/solna/segments/" + everybody + "/tags")
                .asString()
                .replaceAll("(?s).*name=\"key\" value=\"([^\"]*)\".*", "$1");
        keyed(asa, key).statusCode(200).body(containsString("2 fick etiketten Ny"));
        clock.advance(Duration.ofSeconds(1));

        var again = keyed(asa, key)
                .statusCode(200)
                .body(containsString("2 fick etiketten Ny"))
                .body(containsString("för 2 av dem"))
                .extract()
                .asString();
        assertThat(enrolled()).isEqualTo(2);
        undone(asa, again);
        assertThat(enrolled()).isZero();
    }

    @Test
    void whoeverDidNotPressTakesNothingBack() {
        begins(SOLNA, sms("Hej!"));
        var page = tagsAll(asa).extract().asString();
        undone(bo, page);
        untagged(bo, mark(page), "Anna", "Bo").statusCode(303);
        assertThat(enrolled()).isEqualTo(2);

        undone(
                asa,
                page.replaceAll(
                        "name=\"mark\" value=\"[^\"]*\"", "name=\"mark\" value=\"+1000000000-01-01T00:00:00Z\""));
        assertThat(enrolled()).isEqualTo(2);
    }

    @Test
    void afterTheTwoMinutesWhoeverWaitsInFrontOfTheFirstMessageIsTakenOutToo() {
        begins(SOLNA, wait(2), sms("Hej!"));
        var page = tagsAll(asa).extract().asString();
        goOn(Duration.ofHours(1));

        undone(asa, page);
        assertThat(enrolled()).isZero();
    }

    @Test
    void soIsWhoeverOnlyPassedAFork() {
        var fork = map("type", "branch", "filter", map("type", "hasEmail"), "then", List.of(wait(3)));
        begins(SOLNA, fork, sms("Hej!"));
        var page = tagsAll(asa).extract().asString();
        goOn(Duration.ofHours(1));
        assertThat(log("Anna")).isNotEmpty();

        undone(asa, page);
        assertThat(enrolled()).isZero();
    }

    @Test
    void whatThePauseTookIsNotCountedForWhoeverCameInTheMiddleOfIt() {
        var flow = begins(
                SOLNA,
                map(
                        "type",
                        "waitFor",
                        "untilDay",
                        5,
                        "filter",
                        map("type", "tag", "anyOf", List.of(made(SOLNA, "/tags", map("title", "Aldrig"))))),
                sms("Hej!"));
        pressed(flow, "pause");
        after(Duration.ofDays(10));
        tagsAll(asa).statusCode(200);
        after(Duration.ofDays(1));
        pressed(flow, "resumption");
        goOn(Duration.ofDays(4));
        assertThat(log("Anna")).isEmpty();
        goOn(Duration.ofDays(1));
        assertThat(log("Anna").getFirst()).isEqualTo("waitfor NO");
    }
}
