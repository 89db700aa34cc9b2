package se.ringstuga.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The limits of docs/style.md that a formatter does not know. */
class HouseStyleTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");
    private static final Pattern DATABASE_TIME =
            Pattern.compile("\\bnow\\(\\)|current_timestamp|current_date|localtimestamp", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX)\\b|@Disabled|Thread\\.sleep");

    @Test
    void noFileIsLongerThanAReaderCanHold() throws IOException {
        assertThat(javaFiles(MAIN))
                .allSatisfy(file -> assertThat(lines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(350));
        assertThat(javaFiles(TEST))
                .allSatisfy(file -> assertThat(lines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(400));
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        assertThat(javaFiles(MAIN).stream().map(Path::getParent).distinct())
                .allSatisfy(folder ->
                        assertThat(folder.resolve("package-info.java")).exists());
    }

    @Test
    void sqlIsToldTheTime() throws IOException {
        var sql = Stream.concat(javaFiles(MAIN).stream(), files(Path.of("src/main/resources/db"), ".sql").stream());
        assertThat(sql)
                .allSatisfy(file -> assertThat(lines(file))
                        .as(file.toString())
                        .noneMatch(line ->
                                DATABASE_TIME.matcher(withoutClock(line)).find()));
    }

    @Test
    void nothingIsLeftUnfinished() throws IOException {
        var own = Path.of("HouseStyleTest.java");
        assertThat(Stream.concat(javaFiles(MAIN).stream(), javaFiles(TEST).stream())
                        .filter(f -> !f.endsWith(own)))
                .allSatisfy(file -> assertThat(lines(file))
                        .as(file.toString())
                        .noneMatch(line -> UNFINISHED.matcher(line).find()));
    }

    /** {@code clock.now()}-like calls of Java are ArchUnit's business. */
    private static String withoutClock(String line) {
        return line.replaceAll("\\w+\\.now\\(\\)", "").replaceAll("^\\s*(\\*|//|--).*", "");
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        return files(root, ".java");
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (var paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(ending)).toList();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException cause) {
            throw new AssertionError(file.toString(), cause);
        }
    }
}
