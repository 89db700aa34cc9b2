package se.ringstuga.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;

/** Every page can be read by everybody: in both languages, in the light and in the dark, on a phone and on a desk. */
@QuarkusTest
class AccessibilityTest extends BrowserTest {

    @Inject
    EveryPageData data;

    @Test
    void noPageIsForgotten() {
        assertThat(EveryPage.missing())
                .as("pages that no line of every-page.txt opens")
                .isEmpty();
    }

    @Test
    void noPageShutsAnybodyOut() throws Exception {
        var page = phone();
        var visitor = new EveryPageVisitor(page);
        var names = data.make();
        visitor.callsAndLeads(names);
        var addresses = EveryPage.addresses(data.calls(visitor.callerSession()));
        visitor.waitsToBeLetIn(names);
        visitor.signsIn(data.session());
        var desk = aPhone().setStorageState(page.context().storageState());

        var wrong = new ArrayList<String>();
        try (var beside = Executors.newSingleThreadExecutor()) {
            var there = beside.submit(() -> aside(desk, other -> {
                other.setViewportSize(1280, 900);
                return look(other, addresses, "en");
            }));
            wrong.addAll(look(page, addresses, "sv"));
            wrong.addAll(there.get());
        }
        refusalsAreExpected();

        assertThat(wrong).isEmpty();
    }

    private static List<String> look(Page page, List<EveryPage.Address> addresses, String language) {
        Axe.bring(page.context());
        new EveryPageVisitor(page).speak(language);
        return addresses.stream()
                .flatMap(address -> look(page, address, language).stream())
                .toList();
    }

    private static List<String> look(Page page, EveryPage.Address address, String language) {
        var wrong = new ArrayList<String>();
        var answer =
                page.navigate(address.path(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        var shown = URI.create(page.url()).getPath();
        if (answer.status() != address.status() || !shown.equals(address.path().replaceAll("[?].*", ""))) {
            wrong.add(address + " answers " + answer.status() + " and shows " + shown);
        }
        var name = address.path() + " " + language;
        Axe.look(page).forEach(found -> wrong.add(name + ": " + found));
        Axe.lookInTheDark(page).forEach(found -> wrong.add(name + " dark: " + found));
        return wrong;
    }
}
