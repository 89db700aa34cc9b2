package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;
import se.ringstuga.people.MembershipsEnded;

/** Who may be called: the same when a list is filled and when somebody is handed out. */
@QuarkusTest
class CallPolicyTest extends CallTest {

    @Inject
    Event<MembershipsEnded> membershipsEnded;

    @Inject
    Consents consents;

    @Inject
    UserTransaction transaction;

    private static final String GONE = "update membership set left_on = '2026-11-24'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update person set restricted_at = '2026-11-01'",
                "update person set stopped_at = '2026-11-01', stopped_reason = 'DECEASED'",
                "update person set birth_year = 2010",
                "delete from membership",
                GONE,
                "insert into contact_state (organization_id, person_id, channel, purpose, decision, since) "
                        + "select organization_id, id, 'CALL', 'ANY', 'WITHDRAWN', '2026-11-01' from person"
            })
    void whoMayNotBeCalledIsNotInTheListNorHandedOut(String change) {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var before = assignment("");
        calls.change(change, Map.of());
        var after = assignment("");

        statistics(after).body("people", equalTo(0));
        statistics(before).body("queued", equalTo(1));
        claim(before, caller(before)).statusCode(409).body("reasons.done", equalTo(1));
        assertThat(calls.count("select count(*) from call")).isZero();
    }

    @Test
    void whoeverTurnsSeventeenThisYearMayBeCalled() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.change("update person set birth_year = 2009", Map.of());

        claimed(assignment(""));
    }

    @Test
    void anOrganizationMayAllowCallsToTheYoung() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.change("update person set birth_year = 2014", Map.of());
        calls.change("update organization set settings = '{\"callUnder16\": true}'", Map.of());

        claimed(assignment(""));
    }

    @Test
    void whoeverIsNoMemberIsCalledOnlyWithARecordedConsent() throws Exception {
        var person = calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.change("delete from membership", Map.of());
        var organization = calls.query("select id from organization", row -> row.number("id"))
                .getFirst();
        transaction.begin();
        consents.record(
                new Consents.Person(organization, person),
                Consents.Topic.any(Channel.CALL),
                new Consents.Said(Consents.Decision.GRANTED, "form", "staff:1"));
        transaction.commit();

        claimed(assignment(""));
    }

    @Test
    void anEndedMembershipLeavesTheQueuesInTheSameTransaction() throws Exception {
        var person = calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var organization = calls.query("select id from organization", row -> row.number("id"))
                .getFirst();
        transaction.begin();
        calls.change(GONE, Map.of());
        membershipsEnded.fire(new MembershipsEnded(organization, List.of(person)));
        assertThat(calls.count("select count(*) from call_queue_entry where done_at is null"))
                .isZero();
        transaction.rollback();

        statistics(assignment).body("queued", equalTo(1));
    }

    @Test
    void takingAMistakenNoBackLeavesAnEarlierNo() throws Exception {
        var person = calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var claim = claimed(assignment("")).getLong("id");
        var organization = calls.query("select id from organization", row -> row.number("id"))
                .getFirst();
        transaction.begin();
        consents.record(
                new Consents.Person(organization, person),
                Consents.Topic.any(Channel.CALL),
                new Consents.Said(Consents.Decision.WITHDRAWN, "form", "staff:1"));
        transaction.commit();
        report(claim, outcome("DO_NOT_CALL")).statusCode(200);

        as(token)
                .body(outcome("BUSY"))
                .put(in(SOLNA, "/claims/" + claim + "/correction"))
                .then()
                .statusCode(200);

        assertThat(calls.count("select count(*) from contact_state where decision = 'WITHDRAWN'"))
                .isEqualTo(1);
    }

    @Test
    void theStateOfConsentIsTheLastLineOfItsLog() throws Exception {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.person(SOLNA, "Bo", CallFixtures.number(1));
        var assignment = assignment("");
        var first = claimed(assignment).getLong("id");
        report(first, outcome("DO_NOT_CALL")).statusCode(200);
        report(claimed(assignment).getLong("id"), outcome("DO_NOT_CALL")).statusCode(200);
        as(token)
                .body(outcome("BUSY"))
                .put(in(SOLNA, "/claims/" + first + "/correction"))
                .then()
                .statusCode(200);

        assertThat(calls.count("""
                select count(*) from contact_state s full join (
                  select distinct on (person_id, channel, purpose) person_id, channel, purpose, decision, at
                  from contact_consent order by person_id, channel, purpose, id desc) l using (person_id, channel, purpose)
                where (s.decision, s.since) is distinct from (l.decision, l.at)""")).isZero();
        assertThat(calls.count("select count(*) from contact_state where decision = 'CORRECTED'"))
                .isEqualTo(1);
        assertThat(calls.count("select count(*) from suppression")).isEqualTo(1);
    }

    @Test
    void aSuppressedNumberIsKeptAsAKeyedHashThatTheDatabaseComputesAlike() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        report(claimed(assignment("")).getLong("id"), outcome("DO_NOT_CALL")).statusCode(200);
        calls.change("delete from contact_state", Map.of());
        calls.person(SOLNA, "Samma nummer", CallFixtures.number(0));

        statistics(assignment("")).body("people", equalTo(0));
        assertThat(calls.count("select count(*) from suppression where length(hmac) = 32"))
                .isEqualTo(1);
    }
}
