package se.ringstuga.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Role;

/** What the pages of results answer: numbers with their people, texts, and two questions crossed. */
@QuarkusTest
class SurveyResultPagesTest extends SurveyStaffTest {

    @Test
    void eachNumberOfTheResultsOpensAsManyPeopleAsItSays() {
        answered("Anna", 0, 3, "Mer fika");
        clock.advance(Duration.ofDays(3));
        asa = staff.session(staff.staff("bo@example.org", "solna", Role.ORGANIZER));
        answered("Bo", 1, 3, "Inget");

        var shown = page("/" + survey)
                .statusCode(200)
                .body(allOf(
                        containsString("2 svar = 2 hela + 0 halvfyllda"),
                        containsString("role=\"img\""),
                        containsString("Ringa: 1, Baka: 1</desc>"),
                        containsString("50 %")))
                .extract()
                .asString();
        var links = Pattern.compile("href=\"(/o/solna/segments/found[^\"]+)\"")
                .matcher(shown)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .toList();
        assertThat(links).hasSize(4);
        browser()
                .urlEncodingEnabled(false)
                .get(links.get(0))
                .then()
                .statusCode(200)
                .body(containsString("2 personer är med"));
        browser()
                .urlEncodingEnabled(false)
                .get(links.get(1))
                .then()
                .statusCode(200)
                .body(allOf(containsString("En person är med"), containsString("Anna")));
        browser()
                .urlEncodingEnabled(false)
                .get(links.get(3))
                .then()
                .body(allOf(containsString("2 personer är med"), containsString("Spara som urval")));
    }

    @Test
    void textsAreReadPageByPageWithoutNames() {
        answered("Anna", 0, 3, "Mer fika");
        answered("Bo", 0, 2, "Mindre snö");
        var question = read(survey).getLong("questions[2].id");

        page("/" + survey + "/texts?limit=1&question=" + question)
                .statusCode(200)
                .body(allOf(containsString("Mindre snö"), containsString("cursor="), not(containsString("Bo"))));
        page("/" + survey + "/texts?question=0").statusCode(404);
        assertThat(members.count("select count(*) from access_log where action = 'survey.texts'"))
                .isOne();
    }

    @Test
    void twoQuestionsAreCountedAgainstEachOther() {
        answered("Anna", 0, 3, "");
        answered("Bo", 0, 3, "");
        answered("Cilla", 1, 1, "");
        var now = read(survey);
        var row = now.getLong("questions[0].id");
        var column = now.getLong("questions[1].id");
        var query = "?row=" + row + "&column=" + column;

        as(token)
                .get(in("solna", "/surveys/" + survey + "/results/cross" + query))
                .then()
                .statusCode(200)
                .body("columns.value", contains(1, 2, 3))
                .body("rows.answer.text", contains("Ringa", "Baka"))
                .body("rows[0].counts", contains(0, 0, 2))
                .body("rows[1].counts", contains(1, 0, 0));
        var shown =
                page("/" + survey + "/cross" + query).statusCode(200).extract().asString();
        assertThat(shown).contains("Vad vill du göra? (rader)", ">2</a>", "%22surveyOption%22");
        page("/" + survey + "/cross?row=" + row + "&column=" + now.getLong("questions[2].id"))
                .statusCode(404);
        as(token)
                .get(in("solna", "/surveys/" + survey + "/results/cross?row=" + row))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("column"));
        as(a.token("solna", Permission.CALLS_CALL))
                .get(in("solna", "/surveys/" + survey + "/results/cross" + query))
                .then()
                .statusCode(403);
    }

    @Test
    void aSurveyIsClosedAndOpenedOnItsPage() {
        post("/" + survey + "/do/closure", Map.of()).statusCode(303);
        page("/" + survey).body(containsString("Öppna igen"));
        post("/" + survey + "/do/reopening", Map.of()).statusCode(303);
        page("/" + survey).body(containsString("Stäng enkäten"));
        post("/" + survey + "/do/nonsense", Map.of()).statusCode(404);
    }
}
