package se.ringstuga;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The browser of this machine, and the driver that a thread needs to talk to it. */
final class Chromium {

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

    private static @Nullable Browser ofAllTests;

    private Chromium() {}

    static Optional<Path> place() {
        return Stream.concat(Stream.ofNullable(System.getenv("RINGSTUGA_TEST_CHROMIUM")), USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * The one that all tests share, each with contexts of its own: starting one takes longer than most tests. Its driver
     * ends it when the tests' process is gone.
     */
    static synchronized Browser ofAllTests() {
        if (ofAllTests == null) {
            ofAllTests = start(driver());
        }
        return ofAllTests;
    }

    /** Serves the thread that asks for it, and ends its browsers when it is closed. */
    static Playwright driver() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser start(Playwright driver) {
        return driver.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(place().orElseThrow())
                        .setArgs(QUIETLY));
    }
}
