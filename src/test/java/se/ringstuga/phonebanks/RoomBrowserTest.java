package se.ringstuga.phonebanks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** A whole evening: the organizer's desk, the wall, two volunteers and a leader on their phones. */
@QuarkusTest
class RoomBrowserTest extends BrowserTest {

    private static final String SOLNA = "solna";

    @Inject
    RoomFixtures room;

    @Inject
    StaffFixtures staff;

    @Test
    void volunteersComeInByTheCodeTheWallMovesAndTheEveningIsClosed() {
        var desk = organizer();
        opened(desk);
        picture(desk, "room-01-open");
        desk.setViewportSize(1280, 900);
        var wall = wall(desk);

        var noor = asks("Noor", code(desk));
        picture(noor, "room-02-number");
        var number = noor.locator("#number").innerText();
        assertThat(desk.getByRole(AriaRole.BUTTON, named(number + " Släpp in Noor")))
                .isVisible();
        picture(desk, "room-03-waiting");
        desk.setViewportSize(1280, 900);
        desk.getByRole(AriaRole.BUTTON, named(number + " Släpp in Noor")).click();
        begins(noor);
        assertThat(wall.locator("[data-part=callers]")).containsText("Noor");

        var kalle = asks("Kalle", code(desk));
        desk.getByRole(AriaRole.BUTTON, named("Släpp in Kalle")).click();
        begins(kalle);
        press(noor, "Visa numret");
        assertThat(wall.locator("[data-part=callers]")).containsText("ringer 0 min");
        assertThat(desk.locator("[data-part=callers]")).containsText("ringer 0 min");
        noor.locator("#evening").getByRole(AriaRole.BUTTON).click();
        assertThat(noor.locator("#evening")).containsText("Hjälp är på väg.");
        assertThat(wall.locator("[data-part=callers]")).containsText("vill ha hjälp");
        for (var member : List.of("Fatima", "Göran", "Maj-Britt")) {
            assertThat(wall.locator("main")).not().containsText(member);
        }
        wall.setViewportSize(1600, 900);
        wall.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/room-04-wall.png")));
        picture(wall, "room-04-wall");

        desk.getByLabel("Meddelande till alla som ringer").fill("Fika kl 19");
        desk.getByRole(AriaRole.BUTTON, named("Visa för alla")).click();
        kalle.navigate("/ring");
        assertThat(kalle.getByText("Fika kl 19")).isVisible();
        picture(kalle, "room-05-message");

        desk.getByRole(AriaRole.LINK, named("Stäng ringstugan…")).click();
        desk.getByRole(AriaRole.BUTTON, named("Stäng för i kväll")).click();
        assertThat(desk.getByText("Tack för i kväll")).isVisible();
        picture(desk, "room-06-result");
        assertThat(wall.getByText("Tack för i kväll")).isVisible();
        kalle.navigate("/ring");
        press(kalle, "Börja ringa");
        assertThat(kalle.getByRole(AriaRole.BUTTON, named("Visa numret"))).hasCount(0);
    }

    @Test
    void aLeaderLetsInAndClosesFromAPhoneWithoutSeeingTheRegister() {
        var desk = organizer();
        opened(desk);
        desk.getByLabel("Namn").fill("Ali");
        desk.getByRole(AriaRole.BUTTON, named("Lägg till ledare")).click();
        var link = URI.create(desk.locator(".notice code").innerText()).getPath();

        var ali = phone();
        ali.navigate(link);
        press(ali, "Börja leda");
        assertThat(ali.getByText("Du håller i kvällen, Ali")).isVisible();
        fitsTheScreen(ali);
        var noor = asks("Noor", code(desk));
        ali.getByRole(AriaRole.BUTTON, named("Släpp in Noor")).click();
        begins(noor);
        assertThat(ali.locator("[data-part=callers]")).containsText("Noor");
        picture(ali, "room-07-leader");
        press(ali, "Pausa");
        assertThat(ali.locator("[data-part=when]")).containsText("Pausad");
        press(ali, "Fortsätt");
        ali.getByRole(AriaRole.LINK, named("Ta bort… Noor")).click();
        press(ali, "Ta bort Noor");
        assertThat(ali.locator("[data-part=callers]")).not().containsText("Noor");
        ali.getByRole(AriaRole.LINK, named("Stäng ringstugan…")).click();
        press(ali, "Stäng för i kväll");
        assertThat(ali.getByText("Tack för i kväll")).isVisible();
        assertThat(ali.locator("main")).not().containsText("Fatima");
    }

    @Test
    void aPageWhoseLineIsLostSaysSoAndComesBack() {
        var desk = organizer();
        opened(desk);
        assertThat(desk.locator("#lost")).isHidden();
        desk.route("**/live", route -> route.abort());
        desk.reload();
        assertThat(desk.locator("#lost")).isVisible();
        picture(desk, "room-08-lost");
        desk.unroute("**/live");
        assertThat(desk.locator("#lost")).isHidden();
        lostLineIsExpected();
    }

    private Page organizer() {
        a.organization(SOLNA);
        for (var name : List.of("Fatima", "Göran", "Maj-Britt")) {
            room.person(SOLNA, name);
        }
        room.assignment(a.token(SOLNA), SOLNA);
        var page = phone(new Browser.NewContextOptions()
                .setBaseURL(address())
                .setViewportSize(1280, 900)
                .setLocale("sv-SE")
                .setTimezoneId("Europe/Stockholm"));
        page.navigate("/sign-in");
        var session = staff.session(staff.staff("anna@example.org", SOLNA, Role.ADMINISTRATOR));
        page.context().addCookies(List.of(new Cookie("ringstuga", session).setUrl(page.url())));
        return page;
    }

    private String address() {
        return aPhone().baseURL;
    }

    private void opened(Page desk) {
        desk.navigate("/o/solna/ringstugor");
        desk.getByRole(AriaRole.LINK, named("Ny ringstuga")).click();
        desk.getByLabel("Hur många hoppas ni nå?").fill("50");
        desk.getByRole(AriaRole.BUTTON, named("Öppna ringstugan")).click();
        assertThat(desk.locator("#code")).hasText(Pattern.compile("[A-Z2-9]{3} [A-Z2-9]{3}"));
        fitsTheScreen(desk);
    }

    private Page wall(Page desk) {
        var link =
                URI.create(desk.getByRole(AriaRole.LINK, named("Öppna väggen")).getAttribute("href"));
        var wall = phone();
        wall.navigate(link.getPath());
        fitsTheScreen(wall);
        return wall;
    }

    private static String code(Page desk) {
        return desk.locator("#code").innerText();
    }

    private Page asks(String name, String code) {
        var page = phone();
        page.navigate("/r");
        page.getByLabel("Kod").fill(code);
        page.getByLabel("Vad heter du?").fill(name);
        fitsTheScreen(page);
        press(page, "Be att få komma in");
        assertThat(page.locator("#number")).hasText(Pattern.compile("\\d\\d"));
        fitsTheScreen(page);
        return page;
    }

    private void begins(Page volunteer) {
        press(volunteer, "Jag lovar");
        press(volunteer, "Börja ringa");
        assertThat(volunteer.getByRole(AriaRole.BUTTON, named("Visa numret"))).isVisible();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
