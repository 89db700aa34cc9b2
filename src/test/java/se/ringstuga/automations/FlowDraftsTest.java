package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Flows that are being written or changed: overtaken by somebody else, thrown away, and how many there may be. */
@QuarkusTest
class FlowDraftsTest extends AutomationPageTest {

    @Test
    void whoeverIsOvertakenSeesWhatStandsAndDecides() {
        var id = written(definition(joined(), sms("Ett")));
        var draft = draftOf(id);
        as(token)
                .body(map("title", "Flöde", "definition", definition(joined(), sms("Två"))))
                .put(in(SOLNA, "/automations/" + id))
                .then()
                .statusCode(200);
        var shown = post(draft + "/publish")
                .statusCode(400)
                .body(allOf(containsString("Någon har ändrat flödet"), containsString("Två"), containsString("Ett")))
                .extract()
                .body()
                .asString();
        var seen = shown.replaceFirst("(?s).*name=\"over\" value=\"([^\"]*)\".*", "$1");
        post(draft + "/publish", "over", seen).statusCode(303);
        assertThat(automation(id).getString("definition.steps[0].text")).isEqualTo("Ett");
    }

    @Test
    void aDraftIsThrownAwayAndAFlowThatNeverRanIsDeleted() {
        var id = written(definition(joined(), sms("Ett")));
        post(draftOf(id) + "/discard").statusCode(303).header("Location", endsWith("/automations/" + id));
        page("/" + id).body(allOf(containsString("Ta bort flödet"), not(containsString("Det finns ett utkast"))));
        post("/" + id + "/do/delete").statusCode(303).header("Location", endsWith("/automations"));
        page("/" + id).statusCode(404);

        var ran = running(definition(joined(), sms("Ett")));
        imported(member(5, "Anna", 0));
        goOn();
        page("/" + ran).body(not(containsString("Ta bort flödet")));
        post("/" + ran + "/do/delete").statusCode(409);
    }

    @Test
    void draftsStandInTheListAndThereAreNotTooMany() {
        for (int i = 0; i < FlowDrafts.MOST; i++) {
            begun("Utkast nummer " + i, "NOTHING");
        }
        page("").body(allOf(containsString("Utkast nummer 0"), containsString("Nytt flöde")));
        post("/new", "title", "Ett till", "beginning", "NOTHING")
                .statusCode(400)
                .body(containsString("som får plats"));
        post("/new", "title", "", "beginning", "NOTHING").statusCode(400).body(containsString("1 till 200 tecken"));
    }
}
