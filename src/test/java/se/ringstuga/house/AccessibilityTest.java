package se.ringstuga.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;

/** Every page can be read by everybody: in both languages, in the light and in the dark, on a phone and on a desk. */
@QuarkusTest
class AccessibilityTest extends BrowserTest {

    @Inject
    EveryPageData data;

    private final List<String> wrong = new ArrayList<>();

    @Test
    void noPageIsForgotten() {
        assertThat(EveryPage.missing())
                .as("pages that no line of every-page.txt opens")
                .isEmpty();
    }

    @Test
    void noPageShutsAnybodyOut() {
        var page = phone();
        var visitor = new EveryPageVisitor(page);
        var names = data.make();
        visitor.callsAndLeads(names);
        var addresses = EveryPage.addresses(data.calls(visitor.callerSession()));
        visitor.waitsToBeLetIn(names);
        visitor.signsIn(data.session());
        visitor.speak("sv");
        addresses.forEach(address -> look(page, address, "sv"));
        visitor.speak("en");
        page.setViewportSize(1280, 900);
        addresses.forEach(address -> look(page, address, "en"));
        refusalsAreExpected();

        assertThat(wrong).isEmpty();
    }

    private void look(Page page, EveryPage.Address address, String language) {
        var answer =
                page.navigate(address.path(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        var shown = URI.create(page.url()).getPath();
        if (answer.status() != address.status() || !shown.equals(address.path().replaceAll("[?].*", ""))) {
            wrong.add(address + " answers " + answer.status() + " and shows " + shown);
        }
        var name = address.path() + " " + language;
        Axe.look(page).forEach(found -> wrong.add(name + ": " + found));
        Axe.lookInTheDark(page).forEach(found -> wrong.add(name + " dark: " + found));
    }
}
