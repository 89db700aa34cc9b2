package se.ringstuga.surveys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;

@QuarkusTest
@SuppressWarnings("NullAway.Init")
class SurveyPagesTest extends BrowserTest {

    @Inject
    Members members;

    private String token;
    private long survey;
    private String link;

    @BeforeEach
    void annasLink() {
        long solna = a.organization("solna");
        token = a.token("solna");
        survey = as(token)
                .body(Map.of(
                        "title",
                        "Medlemsenkäten",
                        "questions",
                        List.of(
                                Map.of(
                                        "text",
                                        "Vad vill du bidra med?",
                                        "type",
                                        "MULTIPLE_CHOICE",
                                        "required",
                                        true,
                                        "options",
                                        List.of("Dela flygblad", "Inte just nu")),
                                Map.of("text", "Något du undrar över?", "type", "TEXT"),
                                Map.of("text", "Ringarens intryck", "type", "TEXT", "callersOnly", true))))
                .post(in("solna", "/surveys"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        long anna = members.person(solna, "Anna");
        link = URI.create(as(token)
                        .body(Map.of("surveyId", survey))
                        .post(in("solna", "/people/" + anna + "/survey-links"))
                        .jsonPath()
                        .getString("link"))
                .getPath();
    }

    private Response open(String address) {
        return given().accept(ContentType.HTML).get(address);
    }

    private int answers() {
        return as(token)
                .get(in("solna", "/surveys/" + survey + "/results"))
                .jsonPath()
                .getInt("submissions");
    }

    @Test
    void thePageShowsTheFirstNameAndTheMembersQuestionsOnly() {
        open(link)
                .then()
                .statusCode(200)
                .body(
                        containsString("Hej Anna"),
                        containsString("Dela flygblad"),
                        not(containsString("Ringarens intryck")))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer");
        assertThat(answers()).isZero();
    }

    @Test
    void aRequiredQuestionIsAskedAgainBesideItsFieldAndWhatWasWrittenIsKept() {
        Page page = phone();
        page.navigate(link);
        fitsTheScreen(page);
        picture(page, "20-survey");
        page.getByLabel("Något du undrar över?").fill("När är nästa möte?");
        press(page);
        assertThat(page.locator("fieldset .wrong")).hasText("Den här frågan behöver ett svar.");
        assertThat(page.getByLabel("Något du undrar över?")).hasValue("När är nästa möte?");
        picture(page, "21-survey-missing");
        page.getByText("Dela flygblad").click();
        press(page);
        assertThat(page.locator("h1")).hasText("Tack för dina svar");
        picture(page, "22-survey-thanks");
        assertThat(answers()).isEqualTo(1);
        refusalsAreExpected();
    }

    private static void press(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Skicka svaren"))
                .click();
    }

    @Test
    void sentTwiceItCountsOnce() {
        String field = open(link).asString().replaceAll("(?s).*name=\"(option-\\d+)\" value=\"(\\d+)\".*", "$1=$2");
        for (int i = 0; i < 2; i++) {
            given().accept(ContentType.HTML)
                    .contentType(ContentType.URLENC)
                    .formParam(field.split("=", 2)[0], field.split("=", 2)[1])
                    .post(link)
                    .then()
                    .statusCode(200)
                    .body(containsString("Tack för dina svar"));
        }
        assertThat(answers()).isEqualTo(1);
    }

    @Test
    void unknownAndExpiredLinksLookTheSameAndGuessingIsSlowedDown() {
        String unknown = open("/e/unknown").then().statusCode(404).extract().asString();
        clock.advance(Duration.ofDays(15));
        open(link).then().statusCode(404).body(equalTo(unknown));
        for (int i = 1; i < 20; i++) {
            open("/e/guess" + i).then().statusCode(404);
        }
        open("/e/guess").then().statusCode(429).body(containsString("Vänta en minut"));
    }
}
