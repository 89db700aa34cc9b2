package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody is called who has been contacted as often as a week allows, by calls and messages together (rules 20 and 21). */
@QuarkusTest
class WeeklyCapTest extends CallTest {

    private static final String MESSAGE = """
            insert into message (organization_id, root_id, lane_id, source, source_id, channel, purpose, person_organization, person_id,
                                 address, state, rank, not_before, not_after, contacted_at, created_at, created_by)
            select o.id, o.root_id, 1, 'SINGLE', nextval('message_id_seq'), 'SMS', 'INFORMATION', p.organization_id, p.id, p.phone, 'SENT', 50,
                   cast(:at as timestamptz), cast(:at as timestamptz), cast(:at as timestamptz), cast(:at as timestamptz), 'test'
            from person p, organization o where p.given_name = :name and o.slug = :slug""";

    private static final String EAGER = "\"cooldownHours\":0,\"maxAttempts\":9";

    private void wrote(String slug, String name, String at) {
        calls.change(MESSAGE, Map.of("slug", slug, "name", name, "at", at));
    }

    private void threeMessages(String slug, String name) {
        wrote(slug, name, "2026-11-21T10:00:00Z");
        wrote(slug, name, "2026-11-22T10:00:00Z");
        wrote(slug, name, "2026-11-23T10:00:00Z");
    }

    private void nobodyIsHandedOut(long assignment) {
        claim(assignment, caller(assignment))
                .statusCode(409)
                .body("type", endsWith("/problems/queue-empty"))
                .body("reasons.weeklyCap", equalTo(1))
                .body("reasons.cooling", equalTo(0));
        assertThat(calls.count("select count(*) from call where state = 'OPEN'"))
                .isZero();
    }

    @Test
    void whoeverGotTheWeeksMessagesIsCalledWhenThereIsRoomAgain() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        threeMessages(SOLNA, "Anna");

        claim(assignment, caller(assignment))
                .statusCode(409)
                .body("reasons.weeklyCap", equalTo(1))
                .body("reasons.weeklyCapUntil", equalTo("2026-11-28T10:00:00Z"))
                .body("nextAt", equalTo("2026-11-28T10:00:00Z"));
        assertThat(calls.count("select count(*) from call")).isZero();
        statistics(assignment).body("cooling", equalTo(1)).body("queued", equalTo(0));

        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-28T10:00:00Z")));
        claimed(assignment);
    }

    @Test
    void aNewListSaysFromTheBeginningWhoHasBeenContactedEnough() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        threeMessages(SOLNA, "Anna");
        var assignment = assignment("");

        statistics(assignment).body("cooling", equalTo(1)).body("queued", equalTo(0));
        nobodyIsHandedOut(assignment);
    }

    @Test
    void twoMessagesLeaveRoomForOneCallAndThatCallFillsTheWeek() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment(EAGER);
        wrote(SOLNA, "Anna", "2026-11-21T10:00:00Z");
        wrote(SOLNA, "Anna", "2026-11-22T10:00:00Z");

        report(claimed(assignment).getLong("id"), outcome("NO_ANSWER")).statusCode(200);

        nobodyIsHandedOut(assignment);
    }

    @Test
    void completedCallsOfOtherListsCountAndUndialledOnesDoNot() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var other = assignment(EAGER);
        var assignment = assignment(EAGER);
        for (int i = 0; i < 2; i++) {
            report(claimed(other).getLong("id"), outcome("BUSY")).statusCode(200);
        }
        var skipped = claimed(other).getLong("id");
        as(token).delete(in(SOLNA, "/claims/" + skipped)).then().statusCode(204);

        report(claimed(assignment).getLong("id"), outcome("BUSY")).statusCode(200);

        nobodyIsHandedOut(assignment);
    }

    @Test
    void whatAnotherOrganizationOfTheTreeWroteToSomebodyElseOnTheNumberCounts() {
        var anna = calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.person(SOLNA, "Sambo", CallFixtures.number(1), CallFixtures.number(0));
        calls.change(
                "insert into organization (parent_id, root_id, kind, name, slug, created_at) "
                        + "select id, root_id, 'LOCAL_GROUP', 'Huvudsta', 'huvudsta', created_at from organization",
                Map.of());
        var assignment = assignment("");
        calls.change("delete from call_queue_entry where person_id = :anna", Map.of("anna", anna));
        threeMessages("huvudsta", "Anna");

        nobodyIsHandedOut(assignment);
    }

    @Test
    void anAssociationsOwnLimitHoldsAndIsFollowedBelow() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.person(SOLNA, "Bo", CallFixtures.number(1));
        calls.change("update organization set settings = '{\"weeklyCap\": 1}'", Map.of());
        wrote(SOLNA, "Anna", "2026-11-21T10:00:00Z");
        var assignment = assignment("");

        assertThat(claimed(assignment).getString("person.givenName")).isEqualTo("Bo");
        nobodyElse(assignment);

        calls.change("update organization set settings = '{\"weeklyCap\": 2}'", Map.of());
        calls.change("update call_queue_entry set not_before = null", Map.of());
        assertThat(claimed(assignment).getString("person.givenName")).isEqualTo("Anna");
    }

    private void nobodyElse(long assignment) {
        claim(assignment, caller(assignment))
                .statusCode(409)
                .body("reasons.weeklyCap", equalTo(1))
                .body("reasons.beingCalled", equalTo(1));
    }

    @Test
    void aCallBackThatWasAskedForIsMadeAllTheSameButInItsOwnListAlone() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var other = assignment(EAGER);
        report(
                        claimed(assignment).getLong("id"),
                        "{\"outcome\":\"CALL_BACK\",\"callBackAt\":\"2026-11-24T19:00:00+01:00\"}")
                .statusCode(200);
        threeMessages(SOLNA, "Anna");
        clock.advance(Duration.ofHours(1));

        claim(other, caller(other)).statusCode(409).body("reasons.weeklyCap", equalTo(1));
        claim(assignment, caller(assignment)).statusCode(201).body("callBackAt", equalTo("2026-11-24T18:00:00Z"));
    }

    @Test
    void whoeverOnlyRestsAfterACallIsNotCountedAmongThem() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        report(claimed(assignment).getLong("id"), outcome("NO_ANSWER")).statusCode(200);

        claim(assignment, caller(assignment))
                .statusCode(409)
                .body("reasons.cooling", equalTo(1))
                .body("reasons.weeklyCap", equalTo(0))
                .body("reasons.weeklyCapUntil", nullValue());
    }
}
