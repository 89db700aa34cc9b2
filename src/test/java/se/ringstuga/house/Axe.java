package se.ringstuga.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Asks axe-core what is wrong with a page for somebody who reads, sees or moves otherwise. */
final class Axe {

    private static final String SCRIPT = script();

    /** WCAG 2.1 A and AA, as the law on public services has it. */
    private static final String ALL = "{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }";

    /** What changes with the colours and nothing else. */
    private static final String COLOURS = "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";

    /** No rule among these reads style sheets, which axe would otherwise take apart on each page. */
    private static final String LOADED = "{ assets: ['media'] }";

    private Axe() {}

    /** For all pages that are opened in it from now on: a script of half a megabyte is handed over once. */
    static void bring(BrowserContext context) {
        context.addInitScript(SCRIPT);
    }

    /** Everything that can be opened is open. */
    static List<String> look(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })");
        return found(page, ALL);
    }

    /** The same page in the dark. */
    static List<String> lookInTheDark(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return found(page, COLOURS);
    }

    private static List<String> found(Page page, String rules) {
        var look = """
                async () => {
                  const found = await axe.run(document, { runOnly: %s, preload: %s, resultTypes: ['violations'] });
                  return found.violations.map(violation => violation.id + ' ' + violation.nodes.slice(0, 3)
                    .map(node => node.target.join(' ') + ' (' + node.failureSummary.split('\\n').pop().trim() + ')').join(', '));
                }""".formatted(rules, LOADED);
        var violations = (List<?>) page.evaluate(look);
        return violations.stream().map(Object::toString).toList();
    }

    private static String script() {
        try (var axe = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(axe).readAllBytes(), UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
