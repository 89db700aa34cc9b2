package se.ringstuga.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.contact.Channel;

/** Breaks, rows that cannot be read, whom to ask and whom to call. */
@QuarkusTest
class ReminderEdgesTest extends ReminderTest {

    /** Rule 33. */
    @Test
    void whatNobodyAskedForRestsOnClosedDaysBeforeAndAfterAnEvent() {
        closedOverChristmas();
        rule(Map.of("occasion", "BEFORE", "audience", "UNANSWERED", "timing", Map.of("days", 7, "localTime", "17:00")));
        rule(Map.of("occasion", "AFTER", "timing", Map.of("days", 1, "localTime", "10:00"), "smsText", "Tack!"));
        member(5);
        var came = member(6);
        event("2027-01-02T18:00");
        var party = event("2026-12-23T12:00");
        signUp(party, came);

        workAt("2026-12-23T16:59");
        change("update sign_up set state = 'ATTENDED', attended_at = changed_at");
        assertThat(arrived()).isEmpty();
        workAt("2026-12-23T17:00");
        assertThat(arrived()).hasSize(2).allMatch(text -> text.startsWith("Medlemsmöte lördag 2 januari"));
        workAt("2026-12-24T10:00");
        workAt("2026-12-26T17:00");
        assertThat(arrived()).hasSize(2);
        workAt("2027-01-07T10:00");

        assertThat(arrived()).hasSize(3).last().isEqualTo("Tack!");
    }

    /** Rule 33: somebody thinks of the break when it is in line already. */
    @Test
    void whatIsInLineWhenABreakIsDecidedWaitsForItsEnd() {
        rule(Map.of(
                "occasion",
                "BEFORE",
                "audience",
                "UNANSWERED",
                "timing",
                Map.of("days", 15, "localTime", "17:00"),
                "usefulMinutes",
                30_000));
        member(5);
        event("2027-01-10T18:00");
        clock.set(at("2026-12-26T17:00"));
        rounds.run();
        closedOverChristmas();
        sending.sendAll();
        workAt("2027-01-06T17:00");
        assertThat(arrived()).isEmpty();
        workAt("2027-01-07T12:00");

        assertThat(arrived()).containsExactly("Medlemsmöte söndag 10 januari kl 18.00, Folkets hus");
    }

    private void closedOverChristmas() {
        as(a.token("solna"))
                .body(Map.of("kind", "CHRISTMAS"))
                .post(in("solna", "/closed-days"))
                .then()
                .statusCode(201);
    }

    @Test
    void theListToCallHoldsThoseWhomTheLatestWordDidNotReachAndWhomItStillConcerns() {
        rule(Map.of(
                "occasion", "BEFORE",
                "channel", "EMAIL",
                "subject", "x",
                "emailText", "x",
                "timing", Map.of("minutes", 3 * 24 * 60)));
        var event = event("2026-11-28T12:00");
        var anna = member(5);
        var bo = member(6);
        var neither = member(7);
        List.of(anna, bo, neither).forEach(person -> signUp(event, person));
        workAt("2026-11-25T12:00");
        toCall(event).body("items.personId", hasSize(3));
        signOff(event, bo);
        toCall(event).body("items.personId", containsInAnyOrder((int) anna, (int) neither));
        no(neither, Channel.SMS);
        minutesBefore(24 * 60);
        workAt("2026-11-27T12:00");
        assertThat(arrived()).hasSize(1);
        toCall(event).body("items.personId", contains((int) neither));
        change("update sign_up set state = 'ATTENDED', attended_at = changed_at where state = 'SIGNED_UP'");
        toCall(event).body("items", empty());
    }

    private ValidatableResponse toCall(long event) {
        return as(a.token("solna"))
                .get(in("solna", "/events/" + event + "/reminders/unreached"))
                .then()
                .statusCode(200);
    }

    @Test
    void aSegmentThatCannotBeReadKeepsNobodyElseWaiting() {
        var segment = as(token)
                .body(Map.of("title", "Alla", "filter", Map.of("type", "hasPhone")))
                .post(in("solna", "/segments"))
                .jsonPath()
                .getLong("id");
        rule(Map.of(
                "occasion",
                "BEFORE",
                "audience",
                "SEGMENT",
                "segmentId",
                segment,
                "timing",
                Map.of("days", 1, "localTime", "17:00")));
        dayBefore();
        change("update segment set filter = '{\"type\": \"of a later version\"}'");
        var event = event("2026-11-24T18:30");
        signUp(event, member(5));
        workAt("2026-11-23T17:00");

        assertThat(arrived()).containsExactly("Medlemsmöte i morgon kl 18.30, Folkets hus");
        assertThat(number("select count(*) as n from reminder_plan where next_at = '2026-11-23T16:10:00Z'"))
                .isEqualTo(1);
    }

    @Test
    void anEventThatCannotBePlannedKeepsNoOtherWaiting() {
        dayBefore();
        var bad = event("2026-11-24T18:30");
        var good = event("2026-11-24T19:30");
        signUp(bad, member(5));
        signUp(good, member(6));
        change("alter table reminder_plan add constraint test_only check (event_id <> " + bad + ")");
        try {
            workAt("2026-11-23T17:00");
        } finally {
            change("alter table reminder_plan drop constraint test_only");
        }

        assertThat(arrived()).containsExactly("Medlemsmöte i morgon kl 19.30, Folkets hus");
        workAt("2026-11-23T17:10");
        assertThat(arrived()).hasSize(2);
    }

    /** What an organizer did not choose a contact for is asked of whoever made the series. */
    @Test
    void whomToAskIsWhoeverMadeTheSeries() {
        rule(Map.of("occasion", "CANCELLED", "smsText", "Frågor? {kontakt|–}"));
        change("insert into staff (email, name, created_at) select 'asa@example.org', 'Åsa Lind', created_at from"
                + " organization");
        var event = event("2026-11-24T18:30");
        change("""
                with made as (
                  insert into event_series (organization_id, kind_organization, kind_id, title, rule, starts_on, local_start, minutes, visibility,
                                            created_at, created_by)
                  select e.organization_id, e.kind_organization, e.kind_id, e.title, 'FREQ=WEEKLY', date '2026-11-24', time '18:30', 120,
                         'MEMBERS', e.created_at, 'staff:' || s.id from event e, staff s returning id)
                update event set series_id = made.id, occurrence_on = date '2026-11-24', created_by = 'system:0' from made""");
        signUp(event, member(5));
        work();
        cancel(event);
        work();

        assertThat(arrived()).containsExactly("Frågor? Åsa Lind");
    }

    @Test
    void whoeverWaitsIsNotToldThatTheyHaveAPlace() {
        rule(Map.of("occasion", "MOVED", "smsText", "{din anmälan}"));
        var event = event("2026-11-24T18:30");
        change("update event set capacity = 1 where id = " + event);
        signUp(event, member(5));
        clock.advance(Duration.ofMinutes(1));
        signUp(event, member(6));
        work();
        move(event, "2026-11-26T18:30");
        work();

        assertThat(arrived()).containsExactlyInAnyOrder("Du står kvar som anmäld.", "Du står kvar på väntelistan.");
    }
}
