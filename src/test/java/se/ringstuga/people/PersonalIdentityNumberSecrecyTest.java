package se.ringstuga.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

/** Rule 2: a refused personal identity number is in no table, no answer and no log. */
@QuarkusTest
class PersonalIdentityNumberSecrecyTest extends ApiTest {

    private static final List<String> WRITTEN =
            List.of("19640823-3234", "196408233234", "640823-3234", "1964-08-23-3234", "pnr: 640823 3234");
    private static final String ANY_WRITING = "64-?08-?23[- ]?3234";

    @Inject
    StoredRows rows;

    private final LogKeeper log = new LogKeeper();
    private String token;

    /** Everything that is logged while a test runs, at every level. */
    private static final class LogKeeper extends Handler {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void anAssociationAndAnEar() {
        a.organization("solna");
        token = a.token("solna");
        log.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void silence() {
        Logger.getLogger("").removeHandler(log);
    }

    @Test
    void anImportWithOneInEveryColumnLeavesNoTrace() {
        for (String written : WRITTEN) {
            for (String query : List.of("?dryRun=true", "?complete=true")) {
                var answer = given().header("Authorization", "Bearer " + token)
                        .contentType("text/csv; charset=utf-8")
                        .body(register(written))
                        .post(in("solna", "/people/imports" + query))
                        .then()
                        .statusCode(200)
                        .extract();
                assertThat(answer.asString()).doesNotContainPattern(ANY_WRITING);
                assertThat(answer.jsonPath().<String>getList("problems.code"))
                        .filteredOn("personal-identity-number"::equals)
                        .hasSize(2 * RegisterColumn.values().length + 1);
            }
        }
        assertThat(rows.count("person")).isEqualTo(1);
        nowhere();
    }

    @Test
    void whatIsTypedByHandIsRefusedWithoutATrace() {
        for (String written : WRITTEN) {
            for (var body : List.of("{\"givenName\": \"%s\"}", "{\"externalId\": \"%s\"}", "{\"phone\": \"%s\"}")) {
                var answer = as(token).body(body.formatted(written)).post(in("solna", "/people"));
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.asString()).doesNotContainPattern(ANY_WRITING);
            }
            as(token)
                    .body("{\"title\": \"%s\"}".formatted(written))
                    .post(in("solna", "/tags"))
                    .then()
                    .statusCode(400);
            as(token)
                    .queryParam("search", written)
                    .get(in("solna", "/people"))
                    .then()
                    .statusCode(200);
        }
        nowhere();
    }

    /** The headers hold one too, in a column nobody knows; one row has a good name, the other nothing good at all. */
    private static String register(String written) {
        List<String> fields =
                Stream.of(RegisterColumn.values()).map(RegisterColumn::field).toList();
        String dirty = fields.stream().map(_ -> written).collect(Collectors.joining(";"));
        return "anteckning " + written + ";" + String.join(";", fields) + ";Namn2\n" + written + ";" + dirty + "\n"
                + ";" + dirty + ";Åsa\n"
                + ";M-1;Åsa;Ek" + ";".repeat(fields.size() - 2) + "\n";
    }

    private void nowhere() {
        assertThat(rows.value("""
                select coalesce(string_agg(found.place, ', '), 'nowhere') from (
                  select t.tablename as place from pg_tables t where t.schemaname = 'public'
                    and xpath_exists('/table/row', query_to_xml(
                      format('select 1 from %I x where cast(x.* as text) ~ ''64-?08-?23[- ]?3234''', t.tablename),
                      false, false, ''))) found""")).isEqualTo("nowhere");
        assertThat(log.lines).noneSatisfy(line -> assertThat(line).containsPattern(ANY_WRITING));
    }
}
