package se.ringstuga.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;

/** Whether somebody has been contacted enough is four looks into indexes, however much was sent: each claim asks it. */
@QuarkusTest
class WeeklyCapPlanTest extends PolicyTest {

    private static final NamedSql ASKED =
            NamedSql.of("select " + ContactPolicy.CAP_REACHED + " as reached from person p where p.id = :person");

    @BeforeEach
    void manyMessagesAndCalls() {
        change("insert into person (organization_id, given_name, phone, phone_kind, created_at, updated_at) "
                + "select organization_id, 'P' || n, '+46701' || lpad(cast(n as text), 6, '0'), 'MOBILE', created_at, created_at "
                + "from person, generate_series(100000, 119999) n");
        change(messages("INFORMATION", 1, "2026-11-24T10:00:00Z"));
        change("set local session_replication_role = replica; "
                + "insert into call (id, organization_id, root_id, assignment_id, caller_id, person_organization, person_id, phone, "
                + "secret_nonce, state, claimed_by, claimed_at, lease_until, attempt_at) "
                + "select id, organization_id, organization_id, 1, id, organization_id, id, phone, '', 'ENDED', 'x', created_at, "
                + "created_at, timestamptz '2026-11-24 10:00+00' from person; "
                + "insert into call_number (call_id, root_id, phone, open, attempted_at) "
                + "select id, root_id, phone, false, attempt_at from call");
        sql.update(NamedSql.of("vacuum (analyze) person, message, call, call_number"), Map.of());
    }

    /** As in a claim: plans are kept for whoever comes, and those taken together look things up one by one. */
    private String plan() {
        var parameters = new HashMap<>(ofCalls());
        parameters.put(
                "person",
                sql.first(
                                NamedSql.of("select id from person where given_name = 'P110000'"),
                                Map.of(),
                                row -> row.number("id"))
                        .orElseThrow());
        var explained = new NamedSql("explain (analyze, costs off, timing off) " + ASKED.text(), ASKED.names());
        return String.join("\n", QuarkusTransaction.requiringNew().call(() -> {
            for (var setting : List.of("enable_bitmapscan", "enable_hashjoin", "enable_mergejoin")) {
                sql.first(
                        NamedSql.of("select set_config('" + setting + "', 'off', true) as off"), Map.of(), row -> true);
            }
            return sql.list(explained, parameters, row -> row.text("QUERY PLAN"));
        }));
    }

    @Test
    void noneOfTheLooksReadsPastOthers() {
        assertThat(plan())
                .contains("message_person", "message_contacted", "call_person", "call_number_attempt")
                .doesNotContain("Seq Scan")
                .doesNotContainPattern("Rows Removed by (Filter|Index Recheck|Join Filter): \\d{2,}");
    }
}
