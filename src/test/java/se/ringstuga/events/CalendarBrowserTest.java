package se.ringstuga.events;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;

/** The calendar of an association in a browser: a list, a month, and the year as a wheel. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class CalendarBrowserTest extends BrowserTest {

    @Inject
    CalendarFixtures events;

    @BeforeEach
    void aYearOfAnAssociation() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        for (int month = 1; month <= 12; month++) {
            if (month != 7) {
                events.event("solna", month == 2 ? "Årsmöte" : "Medlemsmöte")
                        .at("2027-%02d-12T18:30".formatted(month))
                        .save();
                events.event("solna", "Styrelsemöte")
                        .kind("Styrelsemöte")
                        .at("2027-%02d-03T18:00".formatted(month))
                        .save();
            }
        }
        for (var day = LocalDate.of(2027, 1, 18); day.isBefore(LocalDate.of(2027, 4, 20)); day = day.plusWeeks(1)) {
            events.event("solna", "Studiecirkel: feminism")
                    .kind("Studiecirkel")
                    .at(day + "T18:00")
                    .save();
        }
        events.event("solna", "Flygblad, Solna centrum")
                .kind("Flygbladsutdelning")
                .at("2027-04-24T11:00")
                .save();
        events.event("solna", "Flygblad, Råsunda")
                .kind("Flygbladsutdelning")
                .at("2027-04-25T11:00")
                .save();
        events.event("solna", "Första maj")
                .kind("Demonstration")
                .at("2027-05-01T12:00")
                .save();
        events.event("solna", "Sommarläger på Öland")
                .kind("Läger")
                .at("2027-08-09T12:00")
                .lasting(Duration.ofDays(6))
                .save();
        events.event("solna", "Välkomstfika för nya medlemmar med mera")
                .kind("Nya medlemmar")
                .at("2026-11-30T18:30")
                .save();
        long cancelled = events.event("solna", "Pubkväll")
                .kind("Pubkväll")
                .at("2026-12-04T19:00")
                .save();
        long moved = events.event("solna", "Ringstuga")
                .kind("Ringstuga")
                .at("2026-12-09T18:00")
                .save();
        events.event("solna", "Julfest").kind("Fest").at("2026-12-12T18:00").save();
        events.change(cancelled, "cancelled_at = :now, cancelled_by = 'staff:1', cancelled_why = 'Sjukdom'");
        events.change(moved, "moved_at = :now, moved_from = starts_at - interval '2 days'");
    }

    private void look(Page page, String name) {
        fitsTheScreen(page);
        picture(page, name);
    }

    @Test
    void theListAndTheMonthLeadToEachOther() {
        Page page = phone();
        page.navigate("/a/solna");
        assertThat(page.getByText("Välkomstfika för nya medlemmar")).isVisible();
        look(page, "calendar-list");

        page.getByText("Prenumerera på kalendern").click();
        assertThat(page.locator("code")).containsText("/a/solna/calendar.ics");

        page.getByText("Månad").click();
        page.getByText("Nästa →").click();
        assertThat(page.locator("h1")).hasText("December 2026");
        assertThat(page.getByText("Julfest")).isVisible();
        look(page, "calendar-month");
    }

    @Test
    void theYearIsAWheelWithItsListBelow() {
        Page page = phone();
        page.navigate("/a/solna/year/2027");
        assertThat(page.locator("svg")).isVisible();
        assertThat(page.locator("svg title").first()).hasText("Årshjul 2027 för solna");
        look(page, "calendar-year");
        page.setViewportSize(1100, 1500);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots/calendar-year-whole.png")));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots/calendar-year-dark.png")));
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setMedia(Media.PRINT));
        page.setViewportSize(700, 1000);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots/calendar-year-print.png")));
    }

    /** Each pair of labels that are drawn: the boxes around turned text overlap, so the text's own corners are asked. */
    @Test
    void noLabelOfTheWheelLeavesThePictureOnADesktop() {
        Page page = phone();
        page.setViewportSize(1100, 1300);
        page.navigate("/a/solna/year/2027");

        var outside = page.evaluate("""
                [...document.querySelectorAll('.wheel .labels text')].filter(text => {
                  const box = text.getBoundingClientRect(), all = document.querySelector('.wheel svg').getBoundingClientRect();
                  return box.left < all.left || box.right > all.right || box.top < all.top || box.bottom > all.bottom;
                }).map(text => text.textContent).join(', ')""");
        assertThat(outside).isEqualTo("");
    }

    @Test
    void whoeverReadsEnglishReadsTheYearInEnglish() {
        Page page = phone();
        page.navigate("/a/solna/year/2027?lang=en");
        assertThat(page.locator("h1")).hasText("Year wheel 2027 of solna");
        assertThat(page.locator(".names")).containsText("May");
        look(page, "calendar-year-english");
    }
}
