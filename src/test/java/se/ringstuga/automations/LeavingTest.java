package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;
import se.ringstuga.people.PeopleStopped;

@QuarkusTest
class LeavingTest extends AutomationTest {

    @Inject
    Event<PeopleStopped> stopped;

    @BeforeEach
    void somebodyWaits() {
        running(definition(joined(), wait(2), sms("Hej!")));
        imported(member(5, "Anna", 0));
        goOn();
        assertThat(place("Anna")).isEqualTo("WAITING wait");
    }

    @Test
    void whoseMembershipEndsLeavesInTheSameTransaction() {
        edit(Map.of("leftOn", "2026-11-20"));

        assertThat(place("Anna")).isEqualTo("LEFT MEMBERSHIP_ENDED");
        goOn(Duration.ofDays(3));
        assertThat(phones()).isEmpty();
    }

    @Test
    void whoIsProtectedLeavesInTheSameTransaction() {
        as(token)
                .put(in(SOLNA, "/people/" + person("Anna") + "/restriction"))
                .then()
                .statusCode(lessThan(300));

        assertThat(place("Anna")).isEqualTo("LEFT RESTRICTED");
    }

    @Test
    void whoIsStoppedLeavesInTheSameTransaction() {
        var anna = person("Anna");
        QuarkusTransaction.requiringNew().run(() -> {
            change("update person set stopped_at = created_at, stopped_reason = 'DECEASED'");
            stopped.fire(new PeopleStopped(List.of(anna)));
        });

        assertThat(place("Anna")).isEqualTo("LEFT STOPPED");
    }

    @Test
    void whoseStepHasFailedLeavesLikeEverybodyElse() {
        change("update automation_enrolment set state = 'FAILED', waiting_for = null, due_at = null, deadline = null,"
                + " ended_at = arrived_at, reason = 'STEP_FAILED'");

        edit(Map.of("leftOn", "2026-11-20"));

        assertThat(place("Anna")).isEqualTo("LEFT MEMBERSHIP_ENDED");
    }

    /** Rule 5: nobody but an administrator finds out that they are there. */
    @Test
    void whoIsProtectedIsAsUnknownAsWhoIsNotThere() {
        var id = number("select id as n from automation");
        var anna = person("Anna");
        as(token).put(in(SOLNA, "/people/" + anna + "/restriction")).then().statusCode(lessThan(300));
        var organizer = a.token(SOLNA, Permission.AUTOMATIONS_READ, Permission.AUTOMATIONS_MANAGE);

        for (var person : List.of(anna, 999_999_999L)) {
            as(organizer)
                    .body(Map.of("personId", person))
                    .post(in(SOLNA, "/automations/" + id + "/enrolments"))
                    .then()
                    .statusCode(400)
                    .body("violations[0].message", equalTo("there is no person " + person + " here who can be in it"));
        }
    }

    @Test
    void whoIsMissingFromACompleteRegisterLeavesWhenThatIsConfirmed() {
        var id = imports("Medlemsnummer;Förnamn;Efternamn;Mobil\n6;Bo;Ek;+46701740606\n", "?complete=true")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
        assertThat(place("Anna")).isEqualTo("WAITING wait");
        as(token)
                .body(Map.of("count", 1))
                .post(in(SOLNA, "/people/imports/" + id + "/ended-memberships"))
                .then()
                .statusCode(200);

        assertThat(place("Anna")).isEqualTo("LEFT MEMBERSHIP_ENDED");
    }

    @Test
    void whatSlippedThroughIsFoundAtTheNextStep() {
        change("update person set stopped_at = created_at, stopped_reason = 'DECEASED'");

        goOn(Duration.ofDays(2));

        assertThat(place("Anna")).isEqualTo("LEFT STOPPED");
        assertThat(phones()).isEmpty();
    }

    @Test
    void aMessageInLineIsNotSentToWhoHasLeft() {
        after(Duration.ofDays(2));
        tick.run();
        assertThat(number("select count(*) as n from message where state = 'QUEUED'"))
                .isEqualTo(1);
        change("update automation_enrolment set state = 'LEFT', reason = 'TAKEN_OUT'");

        sending.sendAll();

        assertThat(phones()).isEmpty();
        same(texts("select reason as t from message"), "FLOW_ENDED");
    }

    private void edit(Map<String, Object> changes) {
        as(token)
                .body(changes)
                .patch(in(SOLNA, "/people/" + person("Anna")))
                .then()
                .statusCode(200);
    }
}
