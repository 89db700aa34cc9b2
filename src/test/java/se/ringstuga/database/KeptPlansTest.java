package se.ringstuga.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which statements PostgreSQL keeps a plan of. */
@QuarkusTest
class KeptPlansTest {

    private static final NamedSql KEPT = NamedSql.of("select cast(:n as bigint) as kept_for_the_next_run");
    private static final NamedSql ANEW =
            NamedSql.of("select cast(:n as bigint) as planned_for_each_run").anew();
    private static final int OFTEN = 20;

    @Inject
    Sql sql;

    @Test
    void whatIsRunOftenKeepsItsPlanAndWhatIsPlannedAnewKeepsNone() {
        var prepared = QuarkusTransaction.requiringNew().call(() -> {
            for (var n = 0; n < OFTEN; n++) {
                sql.first(KEPT, Map.of("n", n), row -> row.number("kept_for_the_next_run"));
                sql.first(ANEW, Map.of("n", n), row -> row.number("planned_for_each_run"));
            }
            return sql.list(
                    NamedSql.of("select statement from pg_prepared_statements"),
                    Map.of(),
                    row -> row.text("statement"));
        });

        assertThat(prepared)
                .anyMatch(statement -> statement.contains("kept_for_the_next_run"))
                .noneMatch(statement -> statement.contains("planned_for_each_run"));
    }
}
