package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;

/** A household that shares an SMS still gets it when the one who was to read it says no after the approval (rule 22). */
@QuarkusTest
class NextReadersTest extends BroadcastTest {

    private static final String SHARED = "+46701740630";
    private static final String MAILBOX = "familjen@example.org";

    private long anna;
    private long bo;
    private long cia;

    @BeforeEach
    void aHousehold() {
        anna = person("Anna", SHARED, MAILBOX);
        bo = person("Bo", SHARED, MAILBOX);
        cia = person("Cia", SHARED, MAILBOX);
    }

    private long approved(String channel) {
        var wanted = broadcast("Höstens program är klart");
        wanted.put("purpose", "INFORMATION");
        wanted.put("channel", channel);
        if (channel.equals("EMAIL")) {
            wanted.put("subject", "Höstens program");
        }
        var id = draft(wanted);
        act(id, "approval");
        return id;
    }

    private void due() {
        clock.advance(Duration.ofMinutes(2));
        sendAll();
    }

    @Test
    void theNextOfThemGetsItAndEachCountsOnce() {
        var id = approved("SMS");
        withdraw(anna, "SMS");
        due();

        assertThat(arrived()).hasSize(1);
        assertThat(whoGotIt()).containsExactly(bo);
        read(id).body("account.targeted", equalTo(3))
                .body("account.delivered", equalTo(1))
                .body("account.waiting", equalTo(0))
                .body("account.skipped", equalTo(Map.of("OPTED_OUT", 1, "SHARED_NUMBER", 1)));
    }

    @Test
    void whoeverIsNextMayHaveSaidNoToo() {
        var id = approved("SMS");
        withdraw(anna, "SMS");
        withdraw(bo, "SMS");
        due();

        assertThat(whoGotIt()).containsExactly(cia);
        read(id).body("account.skipped", equalTo(Map.of("OPTED_OUT", 2)));
    }

    @Test
    void whereAllHaveSaidNoNobodyGetsIt() {
        var id = approved("SMS");
        List.of(anna, bo, cia).forEach(person -> withdraw(person, "SMS"));
        due();

        assertThat(arrived()).isEmpty();
        read(id).body("account.targeted", equalTo(3)).body("account.skipped", equalTo(Map.of("OPTED_OUT", 3)));
    }

    @Test
    void soItIsWhenTheirNumberIsAnotherByNow() {
        approved("SMS");
        sql.update(NamedSql.of("update person set phone = '+46701740631' where id = :person"), Map.of("person", anna));
        due();

        assertThat(whoGotIt()).containsExactly(bo);
    }

    @Test
    void whatWasSetAsideForOneIsSetAsideForTheOtherAndNoMore() {
        approved("SMS");
        var before = today();
        withdraw(anna, "SMS");
        due();

        assertThat(today()).isPositive().isEqualTo(before);
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void aSharedMailboxIsNoDifferent() {
        var id = approved("EMAIL");
        withdraw(anna, "EMAIL");
        due();

        assertThat(whoGotIt()).containsExactly(bo);
        read(id).body("account.skipped", equalTo(Map.of("OPTED_OUT", 1, "SHARED_NUMBER", 1)));
    }

    private List<Long> whoGotIt() {
        return sql.list(
                NamedSql.of("select person_id from message where contacted_at is not null order by person_id"),
                Map.of(),
                row -> row.number("person_id"));
    }

    /** What the day's budget knows of, set aside and spent. */
    private float today() {
        var budget = as(token).get(in(SOLNA, "/messaging-budget")).jsonPath();
        return budget.getFloat("day.reserved") + budget.getFloat("day.spent");
    }
}
