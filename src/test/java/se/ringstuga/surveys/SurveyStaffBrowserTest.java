package se.ringstuga.surveys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static se.ringstuga.surveys.AnswerInput.ofOptions;
import static se.ringstuga.surveys.AnswerInput.ofValue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** An organizer writes a survey, changes it when answers exist, and goes from a number to its people. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class SurveyStaffBrowserTest extends BrowserTest {

    @Inject
    StaffFixtures staff;

    @Inject
    Members members;

    private long solna;
    private String token;
    private long asa;

    @BeforeEach
    void anAssociation() {
        solna = a.organization("solna");
        token = a.token("solna");
        asa = staff.staff("asa@example.org", "solna", Role.ORGANIZER);
    }

    @Test
    void aSurveyIsWrittenAndPreviewedAndReorderedByKeyboard() {
        var page = phone();
        signIn(page);
        page.navigate("/o/solna/surveys");
        look(page, "surveys-empty");
        page.getByText("Ny enkät").click();
        page.locator("[id='title']").fill("Medlemsenkäten");
        add(page, "SINGLE_CHOICE");
        page.locator("[id='q.0.text']").fill("Vad vill du göra?");
        page.locator("[id='q.0.o.0.text']").fill("Ringa");
        page.locator("[id='q.0.o.1.text']").fill("Baka");
        page.locator("[id='q.0.o.1.text']").blur();
        assertThat(page.locator("#preview")).containsText("Vad vill du göra?");
        add(page, "TEXT");
        page.locator("[id='q.1.text']").fill("Ringarens intryck");
        page.locator("input[name='q.1.callersOnly']").check();
        assertThat(page.locator("#preview")).containsText("Så ser medlemmen den");
        assertThat(page.locator("#preview")).not().containsText("Ringarens intryck");
        page.locator("input[name='as'][value=CALLER]").check();
        assertThat(page.locator("#preview")).containsText("Ringarens intryck");

        page.locator("button[value='up q.1']").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("[id='q.0.text']")).hasValue("Ringarens intryck");
        assertThat(page.locator("[id='q.0']")).isFocused();
        look(page, "survey-editor");
        button(page, "Spara enkäten").click();
        assertThat(page.locator("h1")).containsText("Medlemsenkäten");
        assertThat(page.getByText("Ingen har svarat än.")).isVisible();
    }

    @Test
    void aSurveyWithAnswersBecomesANewVersionAndANumberBecomesASegment() {
        var survey = as(token).body("""
                        {"title": "Medlemsenkäten", "questions": [
                          {"text": "Vad vill du göra?", "type": "SINGLE_CHOICE", "options": ["Ringa", "Baka till fikat på medlemsmötet i december"]},
                          {"text": "Hur nöjd är du?", "type": "SCALE"}]}""").post(in("solna", "/surveys")).jsonPath();
        answered(survey.getLong("id"), "Anna", 0, 4);
        clock.advance(Duration.ofDays(2));
        answered(survey.getLong("id"), "Bo", 0, 5);
        answered(survey.getLong("id"), "Cilla", 1, 4);
        var page = phone();
        signIn(page);

        page.navigate("/o/solna/surveys/" + survey.getLong("id"));
        look(page, "survey-results");
        page.getByText("Ändra", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("Enkäten har 3 svar.")).isVisible();
        page.locator("[id='q.0.o.0.text']").fill("Ringa medlemmar");
        button(page, "Spara enkäten").click();
        assertThat(page.getByText("version 2")).isVisible();

        button(page, "Visa tabellen").click();
        assertThat(page.locator("table")).containsText("Ringa medlemmar");
        look(page, "survey-cross");
        page.goBack();
        page.getByText("visa dem som svarade Ringa medlemmar")
                .locator("xpath=..")
                .click();
        assertThat(page.getByText("2 personer är med just nu.")).isVisible();
        look(page, "survey-people");
        page.getByText("Spara som urval").click();
        page.getByLabel("Namn på urvalet").fill("Vill ringa");
        button(page, "Spara").click();
        page.getByText("Vill ringa").click();
        assertThat(page.getByText("De som har svarat ”Ringa medlemmar” på ”Vad vill du göra?”."))
                .isVisible();
    }

    private void answered(long survey, String name, int option, int value) {
        var now = as(token).get(in("solna", "/surveys/" + survey)).jsonPath();
        members.tells(
                solna,
                members.person(solna, name),
                survey,
                ofOptions(
                        now.getLong("questions[0].id"),
                        List.of(now.getLong("questions[0].options[" + option + "].id"))),
                ofValue(now.getLong("questions[1].id"), value));
    }

    private static void add(Page page, String type) {
        page.locator("#addType").selectOption(type);
        button(page, "Lägg till").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void look(Page page, String name) {
        fitsTheScreen(page);
        picture(page, name);
    }

    private void signIn(Page page) {
        page.context()
                .addCookies(List.of(
                        new Cookie("ringstuga", staff.session(asa)).setUrl("http://localhost:" + RestAssured.port)));
    }
}
