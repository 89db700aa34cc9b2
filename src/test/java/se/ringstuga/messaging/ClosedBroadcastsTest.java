package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;

/** Nothing goes out to many on a closed day (rule 33). It is Friday 20 November 2026, noon in Stockholm. */
@QuarkusTest
class ClosedBroadcastsTest extends BroadcastTest {

    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T08:00:00Z");

    @Inject
    OverdueMessages overdue;

    private long closed(String firstOn, String lastOn) {
        return as(token)
                .body(Map.of("kind", "DATES", "name", "Paus", "firstOn", firstOn, "lastOn", lastOn))
                .post(in(SOLNA, "/closed-days"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static Map<String, Object> information() {
        var wanted = broadcast("Nyheter");
        wanted.put("purpose", "INFORMATION");
        return wanted;
    }

    private long approved(Map<String, Object> wanted) {
        var id = draft(wanted);
        act(id, "approval");
        return id;
    }

    @Test
    void whatIsApprovedOnAClosedDayWaitsForTheNextOpenOne() {
        person("Anna", "+46701740605");
        closed("2026-11-20", "2026-11-22");
        approved(information());

        clock.advance(Duration.ofHours(2));
        sendAll();
        assertThat(arrived()).isEmpty();
        clock.set(MONDAY_MORNING.minusSeconds(1));
        sendAll();
        assertThat(arrived()).isEmpty();
        clock.set(MONDAY_MORNING);
        sendAll();
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void aSlowBroadcastRestsThroughABreakThatBeginsUnderWay() {
        person("Anna", "+46701740605");
        var id = approved(information());
        closed("2026-11-20", "2026-11-21");

        clock.advance(Duration.ofHours(1));
        sendAll();
        read(id).body("account.waiting", equalTo(1));
        assertThat(arrived()).isEmpty();
        clock.set(Instant.parse("2026-11-22T08:00:00Z"));
        sendAll();
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void whatHasNoTimeLeftAfterTheBreakEndsWithTheReason() {
        person("Anna", "+46701740605");
        var id = approved(information());
        closed("2026-11-20", "2026-12-20");

        clock.advance(Duration.ofHours(1));
        sendAll();

        read(id).body("account.waiting", equalTo(1));
        clock.advance(Duration.ofDays(2));
        overdue.expire();
        read(id).body("account.failed", equalTo(Map.of("CLOSED_DAYS", 1)));
    }

    @Test
    void whoCannotBeReachedBeforeTheLastTimeIsLeftOutWithTheReason() {
        person("Anna", "+46701740605");
        closed("2026-11-20", "2026-11-22");
        var wanted = information();
        wanted.put("notAfter", "2026-11-21T12:00:00Z");
        var id = approved(wanted);

        read(id).body("account.skipped", equalTo(Map.of("CLOSED_DAYS", 1)));
    }

    @Test
    void noticesAndMessagesToOnePersonGoAllTheSame() {
        person("Anna", "+46701740605");
        closed("2026-11-20", "2026-11-22");
        approved(broadcast("Kallelse"));
        var bo = person("Bo", "+46701740606");
        as(token)
                .body(Map.of("personId", bo, "channel", "SMS", "text", "Hej Bo", "purpose", "REQUESTED"))
                .post(in(SOLNA, "/messages"))
                .then()
                .statusCode(201);

        clock.advance(Duration.ofMinutes(2));
        sendAll();

        assertThat(arrived()).containsExactlyInAnyOrder("Kallelse", "Hej Bo");
    }

    @Test
    void takingTheBreakBackLetsItGoAtOnce() {
        person("Anna", "+46701740605");
        approved(information());
        var day = closed("2026-11-20", "2026-11-22");
        clock.advance(Duration.ofMinutes(5));
        sendAll();
        assertThat(arrived()).isEmpty();

        as(token).delete(in(SOLNA, "/closed-days/" + day)).then().statusCode(204);
        sendAll();

        assertThat(arrived()).hasSize(1);
    }

    @Test
    void theDryRunSaysThatItIsClosedAndWhenItBegins() {
        person("Anna", "+46701740605");
        closed("2026-11-20", "2026-11-22");

        dryRun(information(), "2026-11-23", "2026-11-23T08:00:00Z");
        var later = information();
        later.put("sendAt", "2026-11-24T12:00:00Z");
        dryRun(later, null, "2026-11-24T12:00:00Z");
        dryRun(broadcast("Kallelse"), null, "2026-11-20T11:02:00Z");
    }

    private void dryRun(Map<String, Object> wanted, @Nullable String closedUntil, String beginsAt) {
        as(token)
                .body(wanted)
                .post(in(SOLNA, "/broadcasts?dryRun=true"))
                .then()
                .statusCode(200)
                .body("closedUntil", closedUntil == null ? nullValue() : equalTo(closedUntil))
                .body("beginsAt", equalTo(beginsAt));
    }

    /** From Friday to Monday nothing is spent of the two days that a broadcast has. */
    @Test
    void itsUsualLifeStandsStillMeanwhile() {
        person("Anna", "+46701740605");
        closed("2026-11-21", "2026-12-20");
        approved(information());

        var until = sql.first(NamedSql.of("select not_after from message"), Map.of(), row -> row.instant("not_after"));

        assertThat(until).contains(Instant.parse("2026-12-22T11:02:00Z"));
    }
}
