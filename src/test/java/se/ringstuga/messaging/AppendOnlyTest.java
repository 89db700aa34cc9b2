package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.database.NamedSql;

/** What people decided and what became of messages is added to, and neither changed nor taken away. */
@QuarkusTest
class AppendOnlyTest extends SmsCostTest {

    private long bo;

    @BeforeEach
    void aDecisionAndAMessage() {
        bo = person("Bo", 30);
        single(bo, "Hej").statusCode(201);
        sendAll();
        sql.update(NamedSql.of("""
                insert into contact_consent (organization_id, person_id, channel, purpose, decision, source, actor, at)
                select organization_id, id, 'SMS', 'ANY', 'WITHDRAWN', 'test', 'test', created_at from person where id = :person"""), Map.of("person", bo));
        assertThat(lines("contact_consent")).isEqualTo(1);
        assertThat(lines("message_event")).isPositive();
    }

    private long lines(String table) {
        return sql.first(NamedSql.of("select count(*) as n from " + table), Map.of(), row -> row.number("n"))
                .orElseThrow();
    }

    private void change(String statement) {
        sql.update(NamedSql.of(statement), Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update contact_consent set decision = 'GRANTED'",
                "delete from contact_consent",
                "update message_event set status = 'DELIVERED'",
                "delete from message_event"
            })
    void theLogsAreOnlyEverAddedTo(String statement) {
        assertThatThrownBy(() -> change(statement)).hasStackTraceContaining("is append-only");
        assertThat(lines("contact_consent")).isEqualTo(1);
        assertThat(lines("message_event")).isPositive();
    }

    @Test
    void aLineGoesWithThePersonOrMessageThatItIsAbout() {
        change("delete from message where source = 'SINGLE'");
        change("delete from person");

        assertThat(lines("message_event")).isZero();
        assertThat(lines("contact_consent")).isZero();
    }

    @Test
    void whatMayForgetForgets() {
        QuarkusTransaction.requiringNew().run(() -> {
            sql.first(
                    NamedSql.of("select set_config('ringstuga.retention', 'on', true) as allowed"),
                    Map.of(),
                    row -> row.text("allowed"));
            change("update message_event set code = 'forgotten'");
            change("delete from contact_consent");
        });

        assertThat(lines("message_event where code = 'forgotten'")).isPositive();
        assertThat(lines("contact_consent")).isZero();
    }
}
