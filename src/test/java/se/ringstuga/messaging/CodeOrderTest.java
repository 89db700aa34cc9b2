package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Whoever waits for a code does not wait for what hundreds of guests are told. */
@QuarkusTest
class CodeOrderTest extends ApiTest {

    @Inject
    CodeMessages codes;

    @Inject
    Sql sql;

    private long solna;

    @BeforeEach
    void manyGuestsToTell() {
        solna = a.organization("solna");
        var told = LongStream.rangeClosed(1, 2000)
                .mapToObj(id -> new CodeMessages.Told(code("Flyttat"), id, false))
                .toList();
        QuarkusTransaction.requiringNew().run(() -> codes.put("GUEST", told));
    }

    @Test
    void aCodeLeavesBeforeAllThatIsTold() {
        QuarkusTransaction.requiringNew().run(() -> codes.put(code("Koden")));

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(codes.takeCodes()).extracting(one -> one.code().text()).containsExactly("Koden");
            assertThat(codes.takeCodes()).isEmpty();
            assertThat(codes.toTell()).hasSize(20);
        });
    }

    @Test
    void bothAreFoundInTheOrderOfAnIndexOfTheirOwn() {
        sql.update(NamedSql.of("vacuum (analyze) code_message"), Map.of());

        assertThat(plan(CodeMessages.TAKE_CODES)).contains("code_message_codes").doesNotContain("Sort");
        assertThat(plan(CodeMessages.TO_TELL)).contains("code_message_told").doesNotContain("Sort");
    }

    private String plan(NamedSql statement) {
        var explained = new NamedSql("explain (costs off) " + statement.text(), statement.names());
        return String.join(
                "\n", sql.list(explained, Map.of("most", 20, "now", clock.instant()), row -> row.text("QUERY PLAN")));
    }

    private CodeMessages.Code code(String text) {
        return new CodeMessages.Code(
                solna,
                Channel.EMAIL,
                "g@example.org",
                "Hej",
                text,
                clock.instant().plus(Duration.ofHours(2)));
    }
}
