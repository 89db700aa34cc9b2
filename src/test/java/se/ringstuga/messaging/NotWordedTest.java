package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** A message that cannot be put into words stands by itself. */
@QuarkusTest
class NotWordedTest extends ApiTest {

    @Inject
    SendingFixtures sending;

    @Inject
    Sql sql;

    @Test
    void theOthersOfItsBatchGoAndItIsNotTriedAgain() {
        a.organization("solna");
        var token = a.token("solna");
        sending.sender(token, "solna");
        var good = sending.message(token, "solna", sending.person(token, "solna", "+46701740605"), "Hej Anna");
        var bad = sending.message(token, "solna", sending.person(token, "solna", "+46701740606"), "Hej Bo");
        var last = sending.message(token, "solna", sending.person(token, "solna", "+46701740607"), "Hej Cecilia");
        sql.update(NamedSql.of("update message set template = 'Hej {' where id = :id"), Map.of("id", bad));

        sending.sendAll();
        sending.sendAll();

        assertThat(List.of(sending.state(good), sending.state(bad), sending.state(last)))
                .containsExactly("DELIVERED", "FAILED", "DELIVERED");
        assertThat(sql.first(
                        NamedSql.of("select code || ' ' || attempt as what from message where id = :id"),
                        Map.of("id", bad),
                        row -> row.text("what")))
                .contains("NOT_WORDED 0");
        assertThat(sending.arrived()).hasSize(2);
    }
}
