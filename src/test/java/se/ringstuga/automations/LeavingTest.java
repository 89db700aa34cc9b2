package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeavingTest extends AutomationTest {

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
