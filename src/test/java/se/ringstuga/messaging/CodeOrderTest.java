package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
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

        assertThat(taken()).contains("Koden").contains("Flyttat");
        assertThat(taken()).containsOnly("Flyttat");
    }

    @Test
    void theyAreTakenInTheOrderOfTheirIndex() {
        sql.update(NamedSql.of("vacuum (analyze) code_message"), Map.of());
        var explained = new NamedSql("explain (costs off) " + CodeMessages.TAKE.text(), CodeMessages.TAKE.names());

        var plan = String.join(
                "\n", sql.list(explained, Map.of("most", 20, "now", clock.instant()), row -> row.text("QUERY PLAN")));

        assertThat(plan)
                .contains("Index Scan using code_message_waiting on code_message")
                .doesNotContain("Sort");
    }

    private List<String> taken() {
        return QuarkusTransaction.requiringNew()
                .call(() -> codes.take().stream().map(one -> one.code().text()).toList());
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
