package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;

/** What the pages ask for again and again costs little, however many recipients there are. */
@QuarkusTest
class AccountPlanTest extends BroadcastTest {

    @Inject
    BroadcastAccounts accounts;

    private static final Pattern ON_MESSAGES =
            Pattern.compile("message_account on message m.*\\(actual rows=([0-9.]+) loops=([0-9]+)\\)");

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
    void aPageOfThePeopleBehindANumberIsAWalkAlongTheIndexThatReadsNoMoreThanIsShown() {
        for (var state : List.of("SKIPPED", "DELIVERED", "SENT")) {
            assertThat(read(pageAfter(0, List.of(state)))).as(state).isLessThanOrEqualTo(51);
            assertThat(read(pageAfter(last() - 50_000, List.of(state))))
                    .as(state)
                    .isLessThanOrEqualTo(51);
        }
    }

    @Test
    void aPageOfEverybodyReadsAPageOfEachState() {
        var states = Arrays.stream(MessageState.values()).map(Enum::name).toList();

        assertThat(read(pageAfter(0, states))).isBetween(51L, 51L * states.size());
    }

    private Map<String, Object> pageAfter(long id, List<String> states) {
        var parameters = new HashMap<String, Object>(
                Map.of("broadcast", broadcasts.get(5), "states", states, "rows", 51, "after", id));
        parameters.put("reason", null);
        return parameters;
    }

    private long last() {
        return sql.first(
                        NamedSql.of("select max(id) as id from message where source_id = :broadcast"),
                        Map.of("broadcast", broadcasts.get(5)),
                        row -> row.number("id"))
                .orElseThrow();
    }

    /** How many messages a page was made of; by no other index than that of accounts. */
    private long read(Map<String, Object> parameters) {
        var explained = new NamedSql(
                "explain (analyze, costs off, timing off, buffers off) " + BroadcastMessages.PAGE.text(),
                BroadcastMessages.PAGE.names());
        var plan = String.join("\n", sql.list(explained, parameters, row -> row.text("QUERY PLAN")));
        var scan = ON_MESSAGES.matcher(plan);
        assertThat(scan.find()).as(plan).isTrue();
        assertThat(plan).doesNotContain("Seq Scan on message", "Removed by Filter");
        return Math.round(Double.parseDouble(scan.group(1)) * Double.parseDouble(scan.group(2)));
    }

    private String plan(NamedSql statement, Map<String, Object> parameters) {
        var explained = new NamedSql("explain (costs off) " + statement.text(), statement.names());
        return String.join("\n", sql.list(explained, parameters, row -> row.text("QUERY PLAN")));
    }
}
