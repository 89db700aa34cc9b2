package se.ringstuga.house;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** One browser that may come everywhere: it calls, leads, waits to be let in and is signed in, all at once. */
final class EveryPageVisitor {

    private final Page page;

    EveryPageVisitor(Page page) {
        this.page = page;
    }

    void speak(String language) {
        page.navigate("/sign-in?lang=" + language);
    }

    /** @param names as {@link EveryPageData} made them */
    void callsAndLeads(Map<String, String> names) {
        page.navigate("/r/" + names.get("callerLink"));
        press();
        press();
        page.navigate("/lead/in/" + names.get("leaderLink"));
        press();
    }

    void waitsToBeLetIn(Map<String, String> names) {
        page.navigate("/j/" + names.get("joinLink"));
        page.getByLabel("Vad heter du?").fill("Noor");
        press();
    }

    void signsIn(String session) {
        page.context()
                .addCookies(List.of(new Cookie("ringstuga", session)
                        .setUrl(URI.create(page.url()).resolve("/").toString())));
    }

    /** The page's one main button. */
    private void press() {
        page.locator("button.primary").first().click();
    }

    /** What the browser is known by as a caller. */
    String callerSession() {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("caller"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }
}
