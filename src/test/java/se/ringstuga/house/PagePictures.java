package se.ringstuga.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;

/** {@code bin/pictures}: takes the README's pictures anew, so that they show the product as it is. */
@QuarkusTest
class PagePictures extends BrowserTest {

    private static final Path PICTURES = Path.of("docs", "pictures");

    @Inject
    EveryPageData data;

    @Inject
    LivelyEvening evening;

    @Test
    void fivePages() throws IOException {
        var phone = phone(aPhone().setDeviceScaleFactor(2));
        var visitor = new EveryPageVisitor(phone);
        var names = data.make();
        visitor.callsAndLeads(names);
        evening.callTheWholeEvening(
                Long.parseLong(Objects.requireNonNull(names.get("assignment"))), visitor.callerSession());
        visitor.waitsToBeLetIn(names);
        visitor.signsIn(data.session());
        phone.navigate("/ring");
        phone.locator("main .primary, .thumb .primary").first().click();
        phone.getByText("Visa numret").first().waitFor();
        take(phone, "call");

        var desk = phone(aPhone().setIsMobile(false).setHasTouch(false).setViewportSize(1120, 780));
        desk.context().addCookies(phone.context().cookies());
        for (var page : List.of("ringstugor/$ringstuga", "broadcasts/$notice", "automations/$automation")) {
            var name = page.replaceAll(".*[$]", "");
            desk.navigate("/o/hagersten/" + page.replace("$" + name, Objects.requireNonNull(names.get(name))));
            take(desk, name);
        }
        desk.navigate("/wall/" + names.get("wall"));
        take(desk, "wall");
    }

    private static void take(Page page, String name) throws IOException {
        var picture = PICTURES.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        assertThat(Files.size(picture)).as(name).isLessThan(120_000);
    }
}
