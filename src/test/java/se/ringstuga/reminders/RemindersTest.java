package se.ringstuga.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;
import se.ringstuga.events.PlannedReminders;

/** Who is reminded of what, when, and by which channel. */
@QuarkusTest
class RemindersTest extends ReminderTest {

    @Inject
    PlannedReminders planned;

    @Test
    void whoSignedUpIsRemindedTheDayBeforeAndNobodyElse() {
        dayBefore();
        var event = event("2026-11-24T18:30");
        signUp(event, member(5));
        member(6);

        workAt("2026-11-23T16:59");
        assertThat(arrived()).isEmpty();
        assertThat(states(event)).containsExactly("PLANNED");
        assertThat(planned.waiting(event)).isEqualTo(1);
        workAt("2026-11-23T17:00");
        assertThat(planned.waiting(event)).isZero();

        assertThat(arrived()).containsExactly("Medlemsmöte i morgon kl 18.30, Folkets hus");
        workAt("2026-11-24T12:00");
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void theDayIsSaidAsItIsWhenTheMessageLeaves() {
        minutesBefore(4 * 24 * 60);
        minutesBefore(3 * 60);
        var event = event("2026-11-28T18:30");
        signUp(event, member(5));

        workAt("2026-11-24T18:30");
        workAt("2026-11-28T15:30");

        assertThat(arrived())
                .containsExactly(
                        "Medlemsmöte lördag 28 november kl 18.30, Folkets hus",
                        "Medlemsmöte i dag kl 18.30, Folkets hus");
    }

    @Test
    void whatWouldComeAtNightComesEarlierRatherThanLater() {
        minutesBefore(3 * 60);
        var event = event("2026-11-24T10:00");
        signUp(event, member(5));

        workAt("2026-11-23T20:28");
        assertThat(arrived()).isEmpty();
        workAt("2026-11-23T20:29");
        sending.sendAll();

        assertThat(number("select count(*) as n from reminder_plan where due_at = '2026-11-23T19:29:00Z'"))
                .isEqualTo(1);
        assertThat(arrived().size() + number("select count(*) as n from message where state = 'QUEUED'"))
                .isEqualTo(1);
    }

    @Test
    void whoSignsUpLateGetsOnlyWhatIsStillUseful() {
        minutesBefore(24 * 60);
        minutesBefore(2 * 60);
        var event = event("2026-11-24T18:30");
        workAt("2026-11-23T19:00");
        signUp(event, member(5));

        workAt("2026-11-24T16:30");

        assertThat(arrived()).hasSize(1);
        assertThat(states(event)).containsExactlyInAnyOrder("SKIPPED SIGNED_UP_LATE", "QUEUED");
    }

    @Test
    void whoSignedOffIsNotRemindedAndWhoComesBackInTimeIs() {
        dayBefore();
        var event = event("2026-11-24T18:30");
        var anna = member(5);
        var bo = member(6);
        signUp(event, anna);
        signUp(event, bo);
        work();
        signOff(event, anna);
        signOff(event, bo);
        work();
        assertThat(states(event)).containsExactly("SKIPPED NO_LONGER_MEANT", "SKIPPED NO_LONGER_MEANT");
        signUp(event, bo);

        workAt("2026-11-23T17:00");

        assertThat(arrived()).hasSize(1);
        assertThat(states(event)).containsExactlyInAnyOrder("SKIPPED NO_LONGER_MEANT", "QUEUED");
    }

    @Test
    void eachGetsItOnTheFirstChannelThatIsAllowedAndTheRestAreLeftToBeCalled() {
        rule(Map.of(
                "occasion",
                "BEFORE",
                "timing",
                Map.of("days", 1, "localTime", "17:00"),
                "channel",
                "FIRST_ALLOWED",
                "subject",
                "{möte} {dag}",
                "emailText",
                "Vi ses {dag}!"));
        var event = event("2026-11-24T18:30");
        var sms = member(5);
        var email = member(6);
        var neither = member(7);
        as(token).body(Map.of("email", "bo@example.org")).patch(in("solna", "/people/" + email));
        List.of(sms, email, neither).forEach(person -> signUp(event, person));
        no(email, Channel.SMS);
        no(neither, Channel.SMS);

        workAt("2026-11-23T17:00");

        assertThat(arrived()).hasSize(1);
        assertThat(sql.list(NamedSql.of("select subject from sandbox_email"), Map.of(), row -> row.text("subject")))
                .containsExactly("Medlemsmöte i morgon");
        as(token)
                .get(in("solna", "/events/" + event + "/reminders/unreached"))
                .then()
                .statusCode(200)
                .body("items.personId", contains((int) neither))
                .body("items.reason", contains("OPTED_OUT"))
                .body("items.phone", contains("+46701740607"));
    }

    @Test
    void aMendedTypoIsNoNewReminder() {
        var rule = dayBefore();
        var event = event("2026-11-24T18:30");
        signUp(event, member(5));
        workAt("2026-11-23T17:00");

        as(token)
                .body(Map.of(
                        "kindId", kind,
                        "title", "Regel",
                        "occasion", "BEFORE",
                        "channel", "SMS",
                        "timing", Map.of("days", 1, "localTime", "17:00"),
                        "smsText", "{möte} {dag} kl. {tid}"))
                .put(in("solna", "/reminder-rules/" + rule))
                .then()
                .statusCode(200);
        change("update event set title = 'Medlemsmötet'");
        workAt("2026-11-23T18:00");

        assertThat(arrived()).hasSize(1);
    }

    @Test
    void theDatabaseItselfKeepsOneForEachRuleEventStartAndPerson() {
        dayBefore();
        var event = event("2026-11-24T18:30");
        signUp(event, member(5));
        work();

        assertThat(number("""
                with again as (
                  insert into reminder (organization_id, plan_id, rule_id, event_id, starts_at, person_organization, person_id, state,
                                        created_at, changed_at)
                  select organization_id, plan_id, rule_id, event_id, starts_at, person_organization, person_id, 'PLANNED', created_at,
                         changed_at from reminder on conflict do nothing returning id)
                select count(*) as n from again""")).isZero();
        assertThat(states(event)).hasSize(1);
    }

    @Test
    void whoeverIsInvitedAndHasNotAnsweredIsAskedAndWhoeverAnsweredIsNot() {
        rule(Map.of("occasion", "BEFORE", "audience", "UNANSWERED", "timing", Map.of("days", 3, "localTime", "17:00")));
        var event = event("2026-11-27T18:30");
        member(5);
        signUp(event, member(6));
        signOff(event, member(7));
        as(token)
                .body(Map.of("givenName", "Bo", "familyName", "Ek", "phone", "+46701740608", "leftOn", "2026-01-01"))
                .post(in("solna", "/people"));

        workAt("2026-11-24T17:00");

        assertThat(sql.list(
                        NamedSql.of("select phone from sandbox_sms where outgoing"),
                        Map.of(),
                        row -> row.text("phone")))
                .containsExactly("+46701740605");
        assertThat(number("select count(*) as n from message where purpose = 'INFORMATION'"))
                .isEqualTo(1);
    }

    @Test
    void thanksGoToThoseWhoCameAndWhoWasMissedIsToldOnlyOnceTheAttendanceIsConfirmed() {
        rule(Map.of("occasion", "AFTER", "timing", Map.of("minutes", 60), "smsText", "Tack!"));
        rule(Map.of(
                "occasion",
                "AFTER",
                "audience",
                "ABSENT",
                "timing",
                Map.of("minutes", 60),
                "smsText",
                "Vi saknade dig!"));
        var event = event("2026-11-24T12:00");
        var came = member(5);
        var missed = member(6);
        signUp(event, came);
        signUp(event, missed);
        clock.set(at("2026-11-24T12:05"));
        change("update sign_up set state = 'ATTENDED', attended_at = changed_at where person_id = " + came);

        workAt("2026-11-24T15:00");
        assertThat(arrived()).containsExactly("Tack!");
        change("update sign_up set state = 'ABSENT' where person_id = " + missed);
        change("update event set attendance_at = changed_at, attendance_by = 'staff:1' where id = " + event);
        workAt("2026-11-24T16:00");

        assertThat(arrived()).containsExactly("Tack!", "Vi saknade dig!");
    }

    @Test
    void aReminderOfAnEventThatIsHeldOnAHolidayGoes() {
        dayBefore();
        var anna = member(5);
        clock.set(at("2027-04-20T12:00"));
        signUp(event("2027-05-01T12:00"), anna);

        workAt("2027-04-30T17:00");

        assertThat(arrived()).containsExactly("Medlemsmöte i morgon kl 12.00, Folkets hus");
    }

    @Test
    void bothNightsOfTheChangedClockAreAsLongAsTheyAre() {
        dayBefore();
        var anna = member(5);
        clock.set(at("2027-03-20T12:00"));
        signUp(event("2027-03-28T18:00"), anna);
        workAt("2027-03-27T16:59");
        assertThat(arrived()).isEmpty();
        workAt("2027-03-27T17:00");
        assertThat(arrived()).containsExactly("Medlemsmöte i morgon kl 18.00, Folkets hus");

        clock.set(at("2027-10-20T12:00"));
        signUp(event("2027-10-31T18:00"), anna);
        workAt("2027-10-30T16:59");
        assertThat(arrived()).hasSize(1);
        workAt("2027-10-30T17:00");
        assertThat(arrived()).hasSize(2).last().isEqualTo("Medlemsmöte i morgon kl 18.00, Folkets hus");
    }
}
