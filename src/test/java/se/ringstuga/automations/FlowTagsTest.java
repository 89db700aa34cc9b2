package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tags that are written in the forms of a flow, where none could be chosen yet. */
@QuarkusTest
class FlowTagsTest extends AutomationPageTest {

    private String draft;

    @BeforeEach
    void somethingToWriteIn() {
        draft = begun("Flöde", "NOTHING");
    }

    @Test
    void aTagIsWrittenWhereAStepSetsIt() {
        page(draft + "/new-step?kind=tag&way=steps").body(containsString("Eller skriv en ny"));
        post(draft + "/new-step?kind=tag&way=steps", "tag", "", "newTag", "  Ny i höst ")
                .statusCode(303);
        post(draft + "/new-step?kind=tag&way=steps", "tag", "", "newTag", "ny i HÖST")
                .statusCode(303);

        same(texts("select title as t from tag"), "Ny i höst");
        page(draft).body(containsString("Ny i höst"));
    }

    @Test
    void aWrittenTagIsKeptWhereAStepIsChanged() {
        post(draft + "/new-step?kind=tag&way=steps", "newTag", "Ett").statusCode(303);
        var step = draft + "/steps/tag";
        post(step, "mark", mark(step), "tag", String.valueOf(number("select id as n from tag")), "newTag", "Två")
                .statusCode(303);

        same(texts("select title as t from tag order by id"), "Ett", "Två");
        page(draft).body(allOf(containsString("Två"), not(containsString("Ett"))));
    }

    @Test
    void aTagIsWrittenWhereItStartsTheFlowAndStaysChosenWhenSomethingElseIsWrong() {
        var start = draft + "/start";
        post(start, "mark", mark(start), "title", "", "trigger", "tagged", "newTag", "Ny", "is", "EVERYBODY")
                .statusCode(400)
                .body(containsString("<option value=\"" + number("select id as n from tag") + "\" selected>Ny"));
        post(start, "mark", mark(start), "title", "Flöde", "trigger", "tagged", "newTag", "Ny", "is", "EVERYBODY")
                .statusCode(303);

        assertThat(number("select count(*) as n from tag")).isEqualTo(1);
        page(draft).body(containsString("Ny"));
    }

    @Test
    void whatCanBeNoTagIsSaidBesideItAndTheTitleStays() {
        var start = draft + "/start";
        var born = "Född 19900101-0017";
        post(draft + "/new-step?kind=tag&way=steps", "newTag", born)
                .statusCode(400)
                .body(allOf(
                        containsString("utan personnummer"),
                        containsString("value=\"" + born),
                        not(containsString("Välj en etikett"))));
        post(start, "mark", mark(start), "title", "Flöde", "trigger", "tagged", "newTag", born, "is", "EVERYBODY")
                .statusCode(400)
                .body(containsString("utan personnummer"));
        assertThat(number("select count(*) as n from tag")).isZero();
    }

    @Test
    void whatTakesATagOffNeedsOneThatIsThere() {
        page(draft + "/new-step?kind=untag&way=steps").body(not(containsString("Eller skriv en ny")));
        post(draft + "/new-step?kind=untag&way=steps", "newTag", "Ny").statusCode(400);
        assertThat(number("select count(*) as n from tag")).isZero();
    }
}
