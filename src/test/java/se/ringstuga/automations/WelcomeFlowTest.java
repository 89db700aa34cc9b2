package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The welcome of new members as it stands there from the start, from the import to the invitation, on a clock that moves. */
@QuarkusTest
class WelcomeFlowTest extends AutomationTest {

    long welcome;

    @BeforeEach
    void switchedOn() {
        welcome = welcome();
        activate(welcome, map("existing", "FROM_NOW")).statusCode(200);
        var list = number("select id as n from call_assignment where title = 'Nya medlemmar'");
        as(token)
                .body(Map.of("name", "Kim"))
                .post(in(SOLNA, "/call-assignments/" + list + "/callers"))
                .then()
                .statusCode(201);
        imported(member(5, "Anna", 0));
        goOn();
    }

    @Test
    void whatItNeedsIsMadeWhenItIsSwitchedOn() {
        same(texts("select title as t from call_assignment order by id"), "Nya medlemmar", "Flyttat till oss");
        same(texts("select title as t from survey"), "Till dig som är ny");
        assertThat(number("select count(*) as n from call_assignment where survey_id is not null"))
                .isEqualTo(2);
    }

    @Test
    void theWelcomeComesWithinTheHourAndTheLetterByEmail() {
        assertThat(phones()).singleElement().asString().startsWith("Hej Anna! Varmt välkommen som medlem i solna.");
        same(
                texts(
                        "select subject as t from message where channel = 'EMAIL' and state in ('ACCEPTED', 'SENT', 'DELIVERED')"),
                "Välkommen till {förening}!");
        same(log("Anna"), "valkomst-sms DONE", "brev DONE");
    }

    @Test
    void whoIsReachedIsInvitedToTheNextMeetingForNewMembers() {
        goOn(Duration.ofDays(2));
        same(texts("select p.given_name as t from call_queue_entry e join person p on p.id = e.person_id"), "Anna");
        assertThat(place("Anna")).isEqualTo("WAITING samtalen");

        after(Duration.ofHours(6));
        call("REACHED");
        goOn(Duration.ofMinutes(11));
        same(log("Anna").subList(3, 7), "ring DONE", "samtalen YES", "inget-svar NO", "pratat YES");

        goOn(Duration.ofDays(2));
        assertThat(place("Anna")).isEqualTo("WAITING inbjudan");
        var event = meeting(clock.instant().plus(Duration.ofDays(10)));
        goOn(Duration.ofMinutes(31));
        assertThat(place("Anna"))
                .as("an SMS, an e-mail and a call are enough for a week")
                .isEqualTo("WAITING inbjudan");

        goOn(Duration.ofDays(4));
        assertThat(place("Anna")).isEqualTo("FINISHED");
        assertThat(phones())
                .last()
                .asString()
                .startsWith("Hej Anna! Vi vill gärna träffa dig som är ny. Välkommen på Träff")
                .contains("/t/");
        same(texts("select state as t from sign_up where event_id = " + event), "INVITED");
    }

    @Test
    void whoIsNotReachedInThreeAttemptsGetsTheSurveyAndTheOrganizersAreTold() {
        goOn(Duration.ofDays(2));
        for (int attempt = 0; attempt < 3; attempt++) {
            after(Duration.ofHours(25));
            call("NO_ANSWER");
        }
        goOn(Duration.ofMinutes(11));
        assertThat(log("Anna")).contains("samtalen YES");

        goOn(Duration.ofDays(3));
        goOn(Duration.ofDays(1));
        assertThat(log("Anna"))
                .as("three calls are enough for a week")
                .contains("inget-svar YES")
                .doesNotContain("enkat DONE");

        goOn(Duration.ofDays(2));
        assertThat(log("Anna")).contains("enkat DONE");
        assertThat(phones()).last().asString().contains("Det tar två minuter: ").contains("/e/");

        at(NOON.plus(Duration.ofDays(14)).plus(Duration.ofMinutes(5)));
        goOn();
        assertThat(log("Anna")).contains("pratat NO", "sag-till DONE");
        as(token).get(in(SOLNA, "/notices")).then().statusCode(200).body("items.kind", hasItems("AUTOMATION_TELLS"));
    }

    @Test
    void afterSixtyDaysWithoutAMeetingTheOrganizersAreTold() {
        change(
                "update automation_enrolment set step = 'inbjudan', state = 'ACTIVE', waiting_for = null, deadline = null, due_at = arrived_at");
        goOn();
        assertThat(place("Anna")).isEqualTo("WAITING inbjudan");

        goOn(Duration.ofDays(90));

        assertThat(log("Anna")).contains("inbjudan SKIPPED NO_EVENT");
        as(token).get(in(SOLNA, "/notices")).then().statusCode(200).body("items.kind", hasItems("AUTOMATION_NO_EVENT"));
    }

    @Test
    void whoSaysNoInTheMiddleGetsNothingMoreAndTheFlowGoesOn() {
        change(
                "insert into contact_state (organization_id, person_id, channel, purpose, decision, since)"
                        + " select organization_id, id, c, 'ANY', 'WITHDRAWN', created_at from person cross join (values ('SMS'), ('EMAIL')) x(c)");
        change(
                "update automation_enrolment set step = 'enkat', state = 'ACTIVE', waiting_for = null, deadline = null, due_at = arrived_at");

        goOn(Duration.ofHours(1));

        assertThat(log("Anna")).contains("enkat SKIPPED OPTED_OUT");
        assertThat(phones()).hasSize(1);
        assertThat(place("Anna")).isEqualTo("WAITING pratat");
    }

    @Test
    void whoMovedHereFromAnotherAssociationPassesStepsOfTheirOwn() {
        a.organizationBelow(SOLNA, "huvudsta");
        change(
                "insert into person (organization_id, external_id, given_name, family_name, phone, phone_kind, created_at, updated_at)"
                        + " select id, '77', 'Mia', 'Flytt', '+46701740677', 'MOBILE', timestamptz '2020-01-01', timestamptz '2020-01-01'"
                        + " from organization where slug = 'huvudsta'");
        change(
                "insert into membership (organization_id, person_id, joined_on, left_on) select organization_id, id, date '2020-01-01', date '2026-11-01'"
                        + " from person where given_name = 'Mia'");
        imported(member(77, "Mia", 1));

        goOn();

        assertThat(phones()).last().asString().startsWith("Hej Mia! Vi ser att du har flyttat till solna.");
        same(
                texts(
                        "select r.step as t from automation_run r join person p on p.id = r.person_id where given_name = 'Mia'"),
                "flyttat-sms");
    }

    @Test
    void thePersonsTimelineTellsOfIt() {
        as(token)
                .get(in(SOLNA, "/people/" + person("Anna") + "/timeline"))
                .then()
                .statusCode(200)
                .body("items.kind", hasItems("AUTOMATION_ENTERED", "AUTOMATION_STEP"));
        as(token)
                .get(in(
                        SOLNA,
                        "/automations/" + welcome + "/enrolments/"
                                + number("select id as n from automation_enrolment")))
                .then()
                .statusCode(200)
                .body("log.step", containsInAnyOrder("valkomst-sms", "brev"));
    }

    private void call(String outcome) {
        change("""
                insert into call (organization_id, root_id, assignment_id, caller_id, person_organization, person_id, phone, secret_nonce, state,
                  claimed_by, claimed_at, lease_until, ended_at, attempt_at, outcome, reported_at)
                select a.organization_id, a.root_id, a.id, c.id, p.organization_id, p.id, p.phone, '\\x00', 'REPORTED', 'staff:1', '%1$s', '%1$s', '%1$s',
                  '%1$s', '%2$s', '%1$s'
                from call_assignment a join caller c on c.assignment_id = a.id cross join person p
                where a.title = 'Nya medlemmar' and p.given_name = 'Anna'""".formatted(clock.instant(), outcome));
    }

    private long meeting(Instant start) {
        as(token).get(in(SOLNA, "/event-kinds")).then().statusCode(200);
        change("""
                insert into event (organization_id, kind_organization, kind_id, title, starts_at, ends_at, sign_up_closes, visibility, published_at,
                  published_by, uid, changed_at, created_at, created_by)
                select o.id, k.organization_id, k.id, 'Träff för nya', '%1$s', timestamptz '%1$s' + interval '2 hours', '%1$s', 'MEMBERS', '%2$s',
                  'staff:1', 'uid-1', '%2$s', '%2$s', 'staff:1'
                from organization o join event_kind k on k.organization_id = o.id and k.key = 'nya-medlemmar' where o.slug = 'solna'""".formatted(start, clock.instant()));
        return number("select id as n from event");
    }
}
