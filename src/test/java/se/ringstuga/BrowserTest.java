package se.ringstuga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/**
 * Base of the tests that drive a real Chromium at phone width. Without a browser they are skipped; name one with
 * {@code RINGSTUGA_TEST_CHROMIUM}. Whatever a page writes to the console as an error, a refused inline style among it,
 * fails the test.
 */
@SuppressWarnings("NullAway.Init")
public abstract class BrowserTest extends ApiTest {

    private static final String WANTED = "ringstuga.test.pictures";
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Pattern LOST_LINE = Pattern.compile("net::ERR_INTERNET_DISCONNECTED|net::ERR_FAILED");

    @TestHTTPResource("/")
    URI address;

    private final List<BrowserContext> phones = new ArrayList<>();
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void aBrowserIsNeeded() {
        assumeTrue(
                Chromium.place().isPresent(),
                "no browser: install Chromium or Chrome, or name one with RINGSTUGA_TEST_CHROMIUM");
    }

    @AfterEach
    void nobodyComplains() {
        phones.forEach(BrowserContext::close);
        assertThat(complaints).as("errors in the browser's console").isEmpty();
    }

    /** A volunteer's own phone: 360 by 740, touch, Swedish, with its own cookies and storage. */
    protected Page phone() {
        return phone(aPhone());
    }

    protected Page phone(Browser.NewContextOptions options) {
        Page page = phone(Chromium.ofAllTests(), options);
        phones.add(page.context());
        return page;
    }

    private Page phone(Browser browser, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(10_000);
        Page page = context.newPage();
        listen(page);
        return page;
    }

    /** A phone in a browser of its own, for work on a thread beside the test's: a driver serves one thread. */
    protected <T> T aside(Browser.NewContextOptions options, Function<Page, T> work) {
        try (Playwright driver = Chromium.driver()) {
            return work.apply(phone(Chromium.start(driver), options));
        }
    }

    /** Another tab of the same phone. */
    protected Page tab(Page other) {
        Page page = other.context().newPage();
        listen(page);
        return page;
    }

    protected Browser.NewContextOptions aPhone() {
        return new Browser.NewContextOptions()
                .setBaseURL(address.toString())
                .setViewportSize(360, 740)
                .setHasTouch(true)
                .setIsMobile(true)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("sv-SE")
                .setTimezoneId("Europe/Stockholm");
    }

    private void listen(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !LOST_LINE.matcher(message.text()).find()) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
    }

    /** For pages that answer with a refusal on purpose: Chromium writes every status above 399 to the console. */
    protected void refusalsAreExpected() {
        complaints.removeIf(complaint -> complaint.contains("the server responded with a status of 4"));
    }

    /** For tests that take the network away. */
    protected void lostLineIsExpected() {
        complaints.removeIf(complaint -> LOST_LINE.matcher(complaint).find());
    }

    /**
     * Keeps the page as pictures to look at: phone and desktop, light and dark. Only when they are asked for, with
     * {@code -Dringstuga.test.pictures=true}: nothing is checked on them, and they take a good part of a test's time.
     */
    protected void picture(Page page, String name) {
        if (!Boolean.getBoolean(WANTED)) {
            return;
        }
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            shoot(page, name + "-phone-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1100, 800);
        shoot(page, name + "-desktop-light");
        page.setViewportSize(360, 740);
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** Nothing may stick out to the side, or the phone would scroll sideways. */
    protected void fitsTheScreen(Page page) {
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as("pixels wider than the screen").isEqualTo(0);
    }
}
