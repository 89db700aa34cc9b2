package se.ringstuga.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;
import se.ringstuga.events.Attendee;
import se.ringstuga.events.SignUpSource;
import se.ringstuga.events.SignUps;
import se.ringstuga.events.Wishes;
import se.ringstuga.messaging.CodeSending;

/** Guests who confirmed an address for an event hear what concerns it, and nothing else. */
@QuarkusTest
class GuestRemindersTest extends ReminderTest {

    private static final SignUps.By BY = new SignUps.By(SignUpSource.PUBLIC, "system:0");
    private static final String NUMBER = "+46701740688";

    @Inject
    CodeSending codes;

    private long event;

    @BeforeEach
    void aPublicMeeting() {
        event = event("2026-11-24T18:30");
        change("update event set visibility = 'PUBLIC' where id = " + event);
    }

    private Attendee.Guest unconfirmed(String name, String address) {
        var guest = new Attendee.Guest(name, address);
        QuarkusTransaction.requiringNew().run(() -> signUps.signUp(event, guest, BY, Wishes.NONE));
        return guest;
    }

    private Attendee.Guest guest(String name, String address) {
        var guest = unconfirmed(name, address);
        change("update sign_up set guest_confirmed_at = changed_at where guest_address = '" + address + "'");
        return guest;
    }

    private void signOff(Attendee.Guest guest) {
        QuarkusTransaction.requiringNew().run(() -> signUps.cancel(event, guest, BY));
    }

    private void workToo() {
        work();
        codes.send();
    }

    private void workTooAt(String local) {
        clock.set(at(local));
        workToo();
    }

    private List<String> letters() {
        return sql.list(NamedSql.of("select text from sandbox_email order by id"), Map.of(), row -> row.text("text"));
    }

    private void suppressed(String number) {
        QuarkusTransaction.requiringNew().run(() -> consents.suppress(solna, Channel.SMS, number, "sms"));
    }

    @Test
    void theyAreRemindedAndToldOfAMoveAndOfACancellationOnceEach() {
        dayBefore();
        whenIt(Occasion.MOVED);
        whenIt(Occasion.CANCELLED);
        guest("Stina Ås", NUMBER);
        workTooAt("2026-11-23T17:00");
        assertThat(arrived()).containsExactly("Medlemsmöte i morgon kl 18.30, Folkets hus");
        move(event, "2026-11-26T19:00");
        workTooAt("2026-11-23T17:20");
        cancel(event);
        workTooAt("2026-11-23T17:40");
        workTooAt("2026-11-23T18:00");

        assertThat(arrived())
                .containsExactly(
                        "Medlemsmöte i morgon kl 18.30, Folkets hus",
                        "MOVED: Medlemsmöte torsdag 26 november kl 19.00",
                        "CANCELLED: Medlemsmöte torsdag 26 november kl 19.00");
    }

    @Test
    void theyAreToldOfANewPlaceOnce() {
        rule(Map.of("occasion", "RELOCATED", "smsText", "Ny plats: {plats}"));
        guest("Stina Ås", NUMBER);
        workToo();
        clock.set(at("2026-11-20T12:10"));
        as(token)
                .body(Map.of("place", "Biblioteket"))
                .patch(in("solna", "/events/" + event))
                .then()
                .statusCode(200);
        workToo();
        workTooAt("2026-11-20T12:30");

        assertThat(arrived()).containsExactly("Ny plats: Biblioteket");
    }

    @Test
    void whoeverMovesUpIsToldWithALinkWhereThePlaceIsGivenBack() {
        rule(Map.of(
                "occasion", "PROMOTED",
                "channel", "FIRST_ALLOWED",
                "smsText", "Plats",
                "subject", "Plats på {möte}",
                "emailText", "Hej {förnamn}! {länk till anmälan}"));
        change("update event set capacity = 1 where id = " + event);
        var first = guest("Bo", "bo@example.org");
        guest("Stina Ås", "stina@example.org");
        workToo();
        assertThat(letters()).isEmpty();
        signOff(first);
        workToo();

        assertThat(letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter).contains("Hej Stina!"));
        var link = Pattern.compile("/a/solna/events/\\d+/confirm/\\w+")
                .matcher(letters().getFirst());
        assertThat(link.find()).isTrue();
        assertThat(StaffFixtures.visitor().get(link.group()).asString()).contains("Du är anmäld.");
        StaffFixtures.post(StaffFixtures.visitor(), link.group(), Map.of("answer", "no"));
        assertThat(number("select count(*) as n from sign_up where state = 'CANCELLED'"))
                .isEqualTo(2);
        assertThat(StaffFixtures.visitor()
                        .get(link.group().replaceAll("confirm/..", "confirm/xx"))
                        .statusCode())
                .isEqualTo(404);
        clock.set(at("2026-11-26T18:30"));
        assertThat(StaffFixtures.visitor().get(link.group()).statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverNeverConfirmedAnAddressIsSentNothingAndStandsInTheListToCall() {
        dayBefore();
        unconfirmed("Gäst Gästsson", NUMBER);
        workTooAt("2026-11-23T17:00");

        assertThat(arrived()).isEmpty();
        unreached().body("items.name", contains("Gäst Gästsson")).body("items.reason", contains("GUEST"));
    }

    /** Rule 21. */
    @Test
    void aNumberThatSaidStoppIsSentNothingAndStandsInTheListToCall() {
        dayBefore();
        guest("Stina Ås", NUMBER);
        suppressed(NUMBER);
        workTooAt("2026-11-23T17:00");

        assertThat(arrived()).isEmpty();
        unreached().body("items.name", contains("Stina Ås")).body("items.reason", contains("OPTED_OUT"));
    }

    @Test
    void nobodyIsToldInTheNightAndWhatIsMovedMeanwhileIsNotSaid() {
        whenIt(Occasion.MOVED);
        guest("Stina Ås", NUMBER);
        workToo();
        clock.set(at("2026-11-20T22:00"));
        move(event, "2026-11-26T19:00");
        workToo();
        assertThat(arrived()).isEmpty();
        move(event, "2026-11-27T19:00");
        workToo();
        workTooAt("2026-11-21T09:00");

        assertThat(arrived()).containsExactly("MOVED: Medlemsmöte fredag 27 november kl 19.00");
    }

    @Test
    void whatWaitsIsLookedAtOnceMoreAsItLeaves() {
        dayBefore();
        guest("Stina Ås", NUMBER);
        clock.set(at("2026-11-23T17:00"));
        rounds.run();
        cancel(event);
        codes.send();

        assertThat(arrived()).isEmpty();
        assertThat(states(event)).containsExactly("SKIPPED EVENT_CANCELLED");
    }

    /** Rule 23. */
    @Test
    void withoutAnythingLeftOnlyTheNewsAndWhatIsOfTheSameDayGo() {
        minutesBefore(3 * 24 * 60);
        whenIt(Occasion.CANCELLED);
        as(token)
                .body(Map.of("smsPartPrice", 0.5, "smsMonthlyBudget", 0.1, "smsDailyBudget", 0.1))
                .put(in("solna", "/messaging-settings"))
                .then()
                .statusCode(200);
        guest("Stina Ås", NUMBER);
        workTooAt("2026-11-21T18:30");
        assertThat(arrived()).isEmpty();
        unreached().body("items.name", contains("Stina Ås"));
        cancel(event);
        workTooAt("2026-11-21T18:40");

        assertThat(arrived()).containsExactly("CANCELLED: Medlemsmöte tisdag 24 november kl 18.30");
        unreached().body("items", empty());
    }

    private ValidatableResponse unreached() {
        return as(a.token("solna"))
                .get(in("solna", "/events/" + event + "/reminders/unreached"))
                .then()
                .statusCode(200);
    }
}
