package se.ringstuga.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

/** What the access log says is said in words: whatever the sources write into it can be looked for on its page. */
@QuarkusTest
class AccessLogWordsTest extends ApiTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern DOTTED = Pattern.compile("[\"']([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)[\"']");

    /** Dotted words of the same files that are columns, settings and events. */
    private static final Set<String> NO_ACTIONS =
            Set.of("c.phone", "w.who", "p.id", "taken.call", "wish.actor", "funnel.late", "ringstuga.retention");

    @Inject
    StaffFixtures staff;

    @Test
    void everythingThatIsLoggedHasWordsInBothLanguages() throws IOException {
        a.organization("solna");
        var session = staff.session(staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR));
        for (var language : Set.of("sv", "en")) {
            var page = StaffFixtures.browser(session)
                    .header("Accept-Language", language)
                    .get("/o/solna/access-log")
                    .asString();
            assertThat(logged())
                    .contains("call.number-shown", "person.read", "staff.handed-over")
                    .allSatisfy(action -> assertThat(page).contains("value=\"" + action + "\""))
                    .allSatisfy(action -> assertThat(page).doesNotContain(">" + action + "<"));
        }
    }

    private static Set<String> logged() throws IOException {
        var actions = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("AccessLogWords.java"))
                    .toList()) {
                var source = Files.readString(file);
                if (source.contains("AccessLog") || source.contains("access_log")) {
                    DOTTED.matcher(source)
                            .results()
                            .map(found -> found.group(1))
                            .forEach(actions::add);
                }
            }
        }
        actions.removeAll(NO_ACTIONS);
        return actions;
    }
}
