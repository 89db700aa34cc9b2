package se.ringstuga.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;

/** Letting reminders follow the sign-ups of an event reads those, however many there are of others: each sign-up asks it. */
@QuarkusTest
class FollowingPlanTest extends ReminderTest {

    private static final NamedSql FOLLOW = NamedSql.of(MeantSql.FOLLOW_SIGN_UPS);

    private static final String ELSEWHERE = """
            set local session_replication_role = replica;
            insert into sign_up (organization_id, event_id, guest_name, guest_address, state, source, signed_up_at, guest_confirmed_at, created_at,
                                 changed_at, changed_by)
            select organization_id, (n % 400 - 200) * 1000, 'Gäst', 'g' || n || '@example.org', 'SIGNED_UP', 'PUBLIC', created_at, created_at, created_at,
                   created_at, 'system:0'
            from event, generate_series(1, 20000) n""";

    @BeforeEach
    void oneMeetingAmongMany() {
        dayBefore();
        whenIt(Occasion.MOVED);
        whenIt(Occasion.CANCELLED);
        whenIt(Occasion.PROMOTED);
        var event = event("2026-11-24T18:30");
        signUp(event, member(5));
        rounds.run();
        change(ELSEWHERE);
        sql.update(NamedSql.of("vacuum (analyze) sign_up, reminder, reminder_plan, reminder_rule, event"), Map.of());
    }

    @Test
    void nobodysSignUpToAnythingElseIsRead() {
        var plans = sql.list(NamedSql.of("select id from reminder_plan"), Map.of(), row -> row.number("id"));
        assertThat(plans).isNotEmpty();
        var now = clock.instant();
        var parameters =
                Map.of("plans", plans, "now", now, "lately", now.minus(Duration.ofDays(1)), "back", List.of("CLOSED"));
        var explained = new NamedSql("explain (analyze, costs off, timing off) " + FOLLOW.text(), FOLLOW.names());

        var plan = String.join(
                "\n",
                QuarkusTransaction.requiringNew()
                        .call(() -> sql.list(explained, parameters, row -> row.text("QUERY PLAN"))));

        assertThat(plan)
                .contains("sign_up_")
                .doesNotContain("Seq Scan on sign_up", "Merge Join")
                .doesNotContainPattern("on sign_up \\w+ \\(actual rows=\\d{3,}")
                .doesNotContainPattern("Rows Removed by (Filter|Join Filter): \\d{3,}");
    }
}
