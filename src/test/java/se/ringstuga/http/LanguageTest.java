package se.ringstuga.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern KEY = Pattern.compile("@Message\\(.*?\\)\\s*String (\\w+)\\(", Pattern.DOTALL);
    private static final Pattern BUNDLE = Pattern.compile("@MessageBundle\\(\"(\\w+)\"\\)");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-  | -                      | SWEDISH",
                "-  | en-GB,en;q=0.9         | ENGLISH",
                "-  | sv-FI,en;q=0.9         | SWEDISH",
                "-  | ar,en;q=0.5            | ENGLISH",
                "-  | ar                     | SWEDISH",
                "-  | ;;;                    | SWEDISH",
                "en | sv                     | ENGLISH",
                "xx | en                     | ENGLISH"
            })
    void theReadersOwnChoiceWinsThenTheBrowsersThenSwedish(String chosen, String accepted, Language language) {
        assertThat(Language.preferred(chosen, accepted)).isEqualTo(language);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyWordExistsInEnglishToo(Path bundle) throws IOException {
        String source = Files.readString(bundle);
        List<String> keys =
                KEY.matcher(source).results().map(key -> key.group(1)).toList();
        var name = BUNDLE.matcher(source);
        assertThat(name.find()).isTrue();
        Properties english = new Properties();
        try (InputStream file =
                Files.newInputStream(Path.of("src/main/resources/messages", name.group(1) + "_en.properties"))) {
            english.load(file);
        }
        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
    }

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith("Messages.java") && holdsWords(file))
                    .toList();
        }
    }

    /** Messages may also be what is sent to people. */
    private static boolean holdsWords(Path file) {
        try {
            return Files.readString(file).contains("@MessageBundle");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Test
    void theSwitchOffersTheOtherLanguageInItsOwnName() {
        assertThat(Language.SWEDISH.other().ownName()).isEqualTo("English");
        assertThat(Language.ENGLISH.other().ownName()).isEqualTo("Svenska");
    }
}
