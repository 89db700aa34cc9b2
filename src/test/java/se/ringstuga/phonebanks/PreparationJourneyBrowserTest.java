package se.ringstuga.phonebanks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** Everything that comes before the first call, done by one person at a desk, on the pages alone. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class PreparationJourneyBrowserTest extends BrowserTest {

    private static final String REGISTER = """
            Medlemsnummer;Förnamn;Efternamn;Mobil;E-post;Ort;Inträdesdatum
            1;Åsa;Ek;070-174 06 05;asa@example.org;Solna;2026-11-01
            2;Bo;Berg;070-174 06 06;bo@example.org;Solna;2026-11-02
            3;Cia;Dal;070-174 06 07;inte en adress;Sundbyberg;2026-10-20
            4;Dan;Eld;070-174 06 08;;Solna;2026-11-20
            5;Eva;Fors;;eva@example.org;Solna;2026-11-21
            """;

    @Inject
    StaffFixtures staff;

    private Page desk;
    private int step;

    @BeforeEach
    void anAssociationWithAnOrganizerAndNothingElse() {
        a.organization("solna");
        desk = phone(new Browser.NewContextOptions()
                .setBaseURL(aPhone().baseURL)
                .setViewportSize(1280, 900)
                .setLocale("sv-SE")
                .setTimezoneId("Europe/Stockholm"));
        desk.navigate("/sign-in");
        var session = staff.session(staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR));
        desk.context().addCookies(List.of(new Cookie("ringstuga", session).setUrl(desk.url())));
    }

    @Test
    void anOrganizersWholePreparationFromAnEmptyAssociationToAnOpenRingstuga() {
        theEmptyAssociationSaysWhatToDoNext();
        theRegisterComesIn();
        aSegmentIsBuilt();
        aSurveyIsMade();
        aCallListIsMadeByTheGuide();
        theRingstugaIsOpened();
        aVolunteerWaitsInTheRoom();
    }

    private void theEmptyAssociationSaysWhatToDoNext() {
        desk.navigate("/");
        look("home");
        empty("Ringstugor", "Inga ringstugor än");
        follow("Ny ringstuga");
        assertThat(desk.getByText("Det finns ingen öppen ringlista.")).isVisible();
        look("no-list");
        follow("Gör en ringlista");
        assertThat(heading()).hasText("Ny ringlista");
        empty("Ringlistor", "Gör den första ringlistan");
        empty("Enkäter", "Här finns inga enkäter än.");
        empty("Urval", "Här finns inga urval än.");
        empty("Människor", "Registret är tomt.");
    }

    private void theRegisterComesIn() {
        follow("Läs in medlemmar");
        desk.getByLabel("Släpp filen här, eller välj den")
                .setInputFiles(new FilePayload("medlemmar.csv", "text/csv", REGISTER.getBytes(StandardCharsets.UTF_8)));
        look("file-chosen");
        press("Kontrollera filen");
        assertThat(desk.getByText("Så här blir det")).isVisible();
        assertThat(desk.getByLabel("Mobil", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("mobile");
        look("file-checked");
        desk.getByLabel("Ort", new Page.GetByLabelOptions().setExact(true)).selectOption("city");
        press("Kontrollera igen");
        assertThat(desk.getByText("Så här blir det")).isVisible();
        desk.getByText("E-postadressen går inte att läsa").first().click();
        assertThat(desk.locator("tbody tr")).hasCount(1);
        press("Läs in filen");
        assertThat(desk.getByText("Så här blev det")).isVisible();
        look("file-imported");
        follow("Till medlemmarna");
        assertThat(desk.locator(".people li")).hasCount(5);
        look("people");
    }

    private void aSegmentIsBuilt() {
        place("Urval");
        follow("Nytt urval");
        desk.locator("[id='f.add']").selectOption("FIELD");
        desk.locator("button[value='add f']").click();
        desk.locator("[id='f.0.value']").fill("Solna");
        desk.locator("[id='f.0.value']").blur();
        assertThat(desk.locator("#outcome")).containsText("4 personer är med");
        assertThat(desk.locator("#outcome")).containsText("De som har ort som är Solna.");
        desk.locator("#title").fill("Solnabor");
        look("segment-builder");
        press("Spara urvalet");
        assertThat(heading()).hasText("Solnabor");
        look("segment");
    }

    private void aSurveyIsMade() {
        place("Enkäter");
        follow("Ny enkät");
        desk.locator("#title").fill("Medlemsenkäten");
        question("SINGLE_CHOICE", "Vad vill du göra?");
        desk.locator("[id='q.0.o.0.text']").fill("Ringa");
        desk.locator("[id='q.0.o.1.text']").fill("Baka");
        question("TEXT", "Något mer?");
        assertThat(desk.locator("#preview")).containsText("Något mer?");
        look("survey-editor");
        press("Spara enkäten");
        assertThat(heading()).containsText("Medlemsenkäten");
        assertThat(heading()).containsText("öppen");
        look("survey");
    }

    private void question(String type, String text) {
        var number = desk.locator("textarea[id^='q.'][id$='.text']").count();
        desk.locator("#addType").selectOption(type);
        press("Lägg till");
        desk.locator("[id='q." + number + ".text']").fill(text);
        desk.locator("[id='q." + number + ".text']").blur();
        assertThat(desk.locator("#preview")).containsText(text);
    }

    private void aCallListIsMadeByTheGuide() {
        place("Ringlistor");
        follow("Gör den första ringlistan");
        desk.locator("input[name=to][value=SEGMENT]").check();
        desk.locator("#segment").selectOption("Solnabor");
        press("Räkna");
        assertThat(desk.getByText("3 kan ringas")).isVisible();
        assertThat(desk.getByText("1 saknar nummer")).isVisible();
        look("guide-whom");
        press("Vidare");
        desk.getByLabel("Namn på ringlistan").fill("Välkomna nya");
        desk.getByText("När personen har svarat på hela enkäten").click();
        look("guide-why");
        press("Vidare");
        look("guide-until");
        press("Vidare");
        desk.getByLabel("Vad säger ringaren?").fill("Hej {förnamn}! Jag heter {ringare} och ringer från {förening}.");
        look("guide-script");
        press("Vidare");
        desk.getByLabel("Enkät att fylla i under samtalet").selectOption("Medlemsenkäten");
        look("guide-survey");
        press("Vidare");
        assertThat(desk.getByText("Åsa Ek")).isVisible();
        look("guide-check");
        press("Öppna ringlistan");
        assertThat(heading()).containsText("Välkomna nya");
        look("callers");
    }

    private void theRingstugaIsOpened() {
        place("Ringstugor");
        follow("Ny ringstuga");
        desk.getByLabel("Hur många hoppas ni nå?").fill("3");
        look("evening-new");
        press("Öppna ringstugan");
        assertThat(desk.locator("#code")).hasText(Pattern.compile("[A-Z2-9]{3} [A-Z2-9]{3}"));
        look("evening-open");
    }

    private void aVolunteerWaitsInTheRoom() {
        var noor = phone();
        noor.navigate("/r");
        noor.getByLabel("Kod").fill(desk.locator("#code").innerText());
        noor.getByLabel("Vad heter du?").fill("Noor");
        noor.getByRole(AriaRole.BUTTON, named("Be att få komma in")).click();
        assertThat(noor.locator("#number")).hasText(Pattern.compile("\\d\\d"));
        assertThat(noor.locator("main")).not().containsText("Välkomna nya");
        fitsTheScreen(noor);
        shoot(noor, "volunteer-waits");
        var number = noor.locator("#number").innerText();
        assertThat(desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(number + " Släpp in Noor")))
                .isVisible();
        look("evening-waiting");
    }

    /** Goes there by the bar and finds the words that say what to do. */
    private void empty(String place, String says) {
        if (desk.url().endsWith("/")) {
            follow(place);
        } else {
            place(place);
        }
        assertThat(desk.getByText(says)).isVisible();
        look("empty-" + desk.url().replaceAll(".*/", ""));
    }

    private void place(String name) {
        desk.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Sidor i föreningen"))
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private void follow(String name) {
        desk.getByRole(AriaRole.LINK, named(name)).first().click();
    }

    private void press(String name) {
        desk.getByRole(AriaRole.BUTTON, named(name)).click();
    }

    private Locator heading() {
        return desk.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private void look(String name) {
        fitsTheScreen(desk);
        shoot(desk, name);
    }

    private void shoot(Page page, String name) {
        step++;
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "journey-%02d-%s.png".formatted(step, name)))
                .setFullPage(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
