package se.ringstuga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/**
 * Base of the tests that drive a real Chromium at phone width. Without a browser they are skipped; name one with
 * {@code RINGSTUGA_TEST_CHROMIUM}. Whatever a page writes to the console as an error, a refused inline style among it,
 * fails the test.
 */
@SuppressWarnings("NullAway.Init")
public abstract class BrowserTest extends ApiTest {

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/usr/bin/chromium-browser",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    private static final List<String> QUIETLY = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--no-default-browser-check");

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Pattern LOST_LINE = Pattern.compile("net::ERR_INTERNET_DISCONNECTED|net::ERR_FAILED");

    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;

    @TestHTTPResource("/")
    URI address;

    private final List<BrowserContext> phones = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void openBrowser() {
        Optional<Path> chromium = chromium();
        assumeTrue(
                chromium.isPresent(),
                "no browser: install Chromium or Chrome, or name one with RINGSTUGA_TEST_CHROMIUM");
        Playwright started = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        playwright = started;
        browser = started.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow())
                        .setArgs(QUIETLY));
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
            playwright = null;
        }
    }

    @AfterEach
    void nobodyComplains() {
        phones.forEach(BrowserContext::close);
        assertThat(complaints).as("errors in the browser's console").isEmpty();
    }

    private static Optional<Path> chromium() {
        return Stream.concat(Stream.ofNullable(System.getenv("RINGSTUGA_TEST_CHROMIUM")), USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A volunteer's own phone: 360 by 740, touch, Swedish, with its own cookies and storage. */
    protected Page phone() {
        return phone(aPhone());
    }

    protected Page phone(Browser.NewContextOptions options) {
        BrowserContext context = Objects.requireNonNull(browser).newContext(options);
        context.setDefaultTimeout(10_000);
        phones.add(context);
        Page page = context.newPage();
        listen(page);
        return page;
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

    /** Keeps the page as pictures to look at: phone and desktop, light and dark. */
    protected void picture(Page page, String name) {
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
