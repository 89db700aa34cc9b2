package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tag that begins a flow is given to several at once by no easier decision than people are taken into the flow (rule 23). */
@QuarkusTest
class TaggedAtOnceTest extends TagPressTest {

    @Test
    void whoeverWroteTheFlowDoesNotGiveItsTagToMoreThanOneMayDecideAbout() {
        atMost(SOLNA, 1);
        begins(SOLNA, sms("Hej!"));

        tagsAll(asa)
                .statusCode(409)
                .body(allOf(
                        containsString("sätter igång ”Flöde”"),
                        containsString("fler än 1 personer"),
                        containsString("<option value=\"" + tag + "\" selected>Ny</option>")));
        chosen(asa, "Anna", "Bo").statusCode(409).body(containsString("Etiketten är inte satt"));

        assertThat(tagged()).isZero();
        assertThat(enrolled()).isZero();
    }

    @Test
    void anotherOrganizerMayAndTheyAreWrittenToTwoMinutesLater() {
        atMost(SOLNA, 1);
        begins(SOLNA, sms("Hej!"));

        tagsAll(bo).statusCode(200).body(containsString("”Flöde” sätts igång för 2 av dem, tidigast om två minuter."));
        goOn(Duration.ofSeconds(119));
        assertThat(phones()).isEmpty();

        goOn(Duration.ofSeconds(1));
        same(phones(), "Hej!", "Hej!");
    }

    @Test
    void onePersonGetsItWhateverElseIsSent() {
        atMost(SOLNA, 1);
        begins(SOLNA, sms("Hej!"));
        tagsAll(bo).statusCode(200);
        imported(member(7, "Cia", 3));

        chosen(asa, "Anna", "Bo", "Cia").statusCode(200).body(containsString("för en av dem"));
        goOn(Duration.ofMinutes(2));

        same(phones(), "Hej!", "Hej!", "Hej!");
    }

    @Test
    void whatBeginsNothingThatWritesNeedsNobodyElse() {
        atMost(SOLNA, 1);
        begins(SOLNA, map("type", "call", "title", "Ring"));

        tagsAll(asa).statusCode(200).body(containsString("”Flöde” sätts igång för 2"));
    }

    @Test
    void whatWasSentCountsWhateverIsTakenBackAfterwards() {
        atMost(SOLNA, 3);
        var flow = begins(SOLNA, sms("Hej!"));
        var page = tagsAll(asa).statusCode(200).extract().asString();
        goOn(Duration.ofMinutes(2));
        assertThat(phones()).hasSize(2);

        undone(asa, page);
        as(token)
                .delete(in(SOLNA, "/automations/" + flow + "/activation"))
                .then()
                .statusCode(200);
        assertThat(enrolled()).isEqualTo(2);
        approved().statusCode(409);

        at(NOON.plus(Duration.ofHours(25)));
        approved().statusCode(200);
    }

    @Test
    void itCountsAlsoWhenTheyHaveBeenTakenOverIntoATextThatSendsNothing() {
        atMost(SOLNA, 3);
        var flow = begins(SOLNA, keyed("Hej!"), wait(1));
        tagsAll(asa).statusCode(200);
        goOn(Duration.ofMinutes(2));
        organizer(asa)
                .body(map(
                        "title",
                        "Flöde",
                        "definition",
                        definition(map("type", "tagged", "tagId", tag), wait(1)),
                        "people",
                        "MOVE"))
                .put(in(SOLNA, "/automations/" + flow))
                .then()
                .statusCode(200);

        approved().statusCode(409);
    }

    @Test
    void oneWhomTheFilterLeavesIsOneAlone() {
        atMost(SOLNA, 1);
        begins(SOLNA, sms("Hej!"));
        tagsAll(bo).statusCode(200);
        imported(member(7, "Cia", 3), member(8, "Dag", 3));
        change("update person set stopped_at = updated_at where given_name = 'Dag'");

        chosen(asa, "Cia", "Dag").statusCode(200).body(containsString("för en av dem"));
    }

    @Test
    void whoeverIsTaggedAloneIsNotCounted() {
        atMost(SOLNA, 3);
        begins(SOLNA, sms("Hej!"));
        for (var name : List.of("Anna", "Bo")) {
            chosen(asa, name).statusCode(200);
        }
        goOn();
        assertThat(phones()).hasSize(2);

        approved().statusCode(200);
    }

    @Test
    void whomAFlowTagsIsNotCounted() {
        atMost(SOLNA, 3);
        begins(SOLNA, sms("Hej!"));
        var given = tag;
        tag = made(SOLNA, "/tags", map("title", "Först"));
        begins(SOLNA, map("type", "tag", "tagId", given));
        tagsAll(asa).statusCode(200);
        goOn(Duration.ofMinutes(2));
        goOn(Duration.ofMinutes(1));
        assertThat(phones()).hasSize(2);

        approved().statusCode(200);
    }

    @Test
    void whoeverWasTaggedBeforeIsCountedOnceWhenTheFlowTakesThemIn() {
        atMost(SOLNA, 4);
        tagsAll(asa).statusCode(200).body(not(containsString("sätts igång")));
        var flow = written(SOLNA, sms("Hej!"));
        activate(flow, map("existing", "ENROL", "count", 2)).statusCode(200);

        approved().statusCode(200);
    }

    @Test
    void aFlowFromAboveIsDecidedAboutByItsOwnOrganization() {
        a.organizationBelow(SOLNA, "hagalund");
        var below = a.token("hagalund");
        importedTo("hagalund", below);
        var everybodyThere = made("hagalund", "/segments", all(), below);
        atMost(SOLNA, 1);
        begins(SOLNA, sms("Hej!"));

        tags(asa, "hagalund", everybodyThere).statusCode(409).body(containsString("fler än 1 personer"));
        atMost(SOLNA, 2);
        tags(asa, "hagalund", everybodyThere).statusCode(200);
        tagsAll(asa).statusCode(409);
    }

    @Test
    void whatASisterGivesIsNothingOfThisOnesFlows() {
        a.organizationBelow(SOLNA, "hagalund");
        a.organizationBelow(SOLNA, "huvudsta");
        var below = a.token("hagalund");
        importedTo("hagalund", below);
        var everybodyThere = made("hagalund", "/segments", all(), below);
        atMost("huvudsta", 1);
        begins("huvudsta", sms("Hej!"));

        tags(asa, "hagalund", everybodyThere).statusCode(200).body(not(containsString("sätts igång")));
        goOn(Duration.ofMinutes(1));
        assertThat(enrolled()).isZero();
    }
}
