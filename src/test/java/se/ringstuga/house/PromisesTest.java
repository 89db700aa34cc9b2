package se.ringstuga.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/promises.md names a test for each promise; a promise whose test is gone is no promise. */
class PromisesTest {

    private static final Pattern KEPT_BY = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern RULES = Pattern.compile("\\(rules? (\\d+(?:(?:, | and )\\d+)*)\\)");
    private static final Pattern KEPT_BY_NOW = Pattern.compile("^(\\d+)\\. (?:\\[[A-Z]])*\\[[CM]]", Pattern.MULTILINE);

    @Test
    void everyPromiseNamesTestsThatExist() throws IOException {
        var tests = testSources();
        var promises = Files.readAllLines(Path.of("docs/promises.md")).stream()
                .filter(line -> line.startsWith("- "))
                .toList();

        assertThat(promises).isNotEmpty().allSatisfy(promise -> {
            var named = KEPT_BY.matcher(promise).results().toList();
            assertThat(named).as(promise).isNotEmpty();
            assertThat(named).allSatisfy(test -> {
                assertThat(tests).as(promise).containsKey(test.group(1));
                assertThat(tests.get(test.group(1))).as(promise).contains("void " + test.group(2) + "(");
            });
        });
    }

    @Test
    void everyRuleOfCallsAndMessagesHasAPromise() throws IOException {
        var due = KEPT_BY_NOW
                .matcher(Files.readString(Path.of("docs/rules.md")))
                .results()
                .map(rule -> rule.group(1))
                .toList();
        var promised = Files.readAllLines(Path.of("docs/promises.md")).stream()
                .filter(line -> line.startsWith("- "))
                .flatMap(line -> RULES.matcher(line).results())
                .flatMap(rules -> Pattern.compile(", | and ").splitAsStream(rules.group(1)))
                .collect(Collectors.toSet());

        assertThat(due).contains("1", "14", "28", "39").doesNotContain("29", "42");
        assertThat(promised).containsAll(due);
    }

    private static Map<String, String> testSources() throws IOException {
        try (var paths = Files.walk(Path.of("src/test/java"))) {
            return paths.filter(path -> path.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            path -> path.getFileName().toString().replace(".java", ""),
                            PromisesTest::read,
                            (a, b) -> a));
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException cause) {
            throw new AssertionError(path.toString(), cause);
        }
    }
}
