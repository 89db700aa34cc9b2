package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;

/** What the pages ask for again and again costs little, however many recipients there are. */
@QuarkusTest
class AccountPlanTest extends BroadcastTest {

    @Inject
    BroadcastAccounts accounts;

    private List<Long> broadcasts;

    @BeforeEach
    void tenBroadcastsToTenThousandEach() {
        var now = Map.of("now", NOON);
        sql.update(NamedSql.of("""
                insert into person (organization_id, given_name, created_at, updated_at)
                select o.id, 'P' || n, :now, :now from organization o, generate_series(1, 10000) n"""), now);
        broadcasts = sql.list(NamedSql.of("""
                insert into broadcast (organization_id, title, channel, purpose, filter, text, personal, approved_at, lane_id, created_at,
                                       created_by)
                select o.id, 'B' || n, 'SMS', 'NOTICE', '{}', 'x', false, :now, n, :now, 'x' from organization o, generate_series(1, 10) n
                returning id"""), now, row -> row.number("id"));
        sql.update(NamedSql.of("""
                insert into message (organization_id, root_id, lane_id, source, source_id, channel, purpose, person_organization, person_id,
                                     address, state, rank, reason, not_before, not_after, created_at, created_by)
                select b.organization_id, b.organization_id, b.lane_id, 'BROADCAST', b.id, 'SMS', 'NOTICE', p.organization_id, p.id,
                       'a' || p.id, case when p.id % 10 = 0 then 'SKIPPED' else 'DELIVERED' end, 70,
                       case when p.id % 10 = 0 then 'NO_ADDRESS' end, :now, :now, :now, 'x'
                from broadcast b, person p"""), now);
        sql.update(NamedSql.of("vacuum (analyze) message, broadcast, person"), Map.of());
    }

    @Test
    void anAccountIsCountedByItsIndexAndAPageOfThemAtOnce() {
        assertThat(plan(BroadcastAccounts.COUNT, Map.of("ids", List.of(broadcasts.getFirst()))))
                .contains("message_account")
                .doesNotContain("Seq Scan");

        var counted = accounts.of(broadcasts.subList(0, 3));

        assertThat(counted).hasSize(3);
        assertThat(counted.values()).allSatisfy(account -> {
            assertThat(account.delivered()).isEqualTo(9000);
            assertThat(account.skipped()).isEqualTo(Map.of("NO_ADDRESS", 1000L));
        });
        as(token)
                .get(in(SOLNA, "/broadcasts?state=DONE"))
                .then()
                .statusCode(200)
                .body("items.account.targeted", everyItem(equalTo(10_000)));
    }

    @Test
    void thePeopleBehindANumberAreReadPageByPageFromTheIndex() {
        var parameters = new HashMap<String, Object>(
                Map.of("broadcast", broadcasts.getFirst(), "states", List.of("SKIPPED"), "rows", 51));
        parameters.put("reason", null);
        parameters.put("after", null);

        assertThat(plan(BroadcastMessages.PAGE, parameters))
                .contains("message_account")
                .doesNotContain("Seq Scan on message");
    }

    private String plan(NamedSql statement, Map<String, Object> parameters) {
        var explained = new NamedSql("explain (costs off) " + statement.text(), statement.names());
        return String.join("\n", sql.list(explained, parameters, row -> row.text("QUERY PLAN")));
    }
}
