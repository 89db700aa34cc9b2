package se.ringstuga.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;

/** Whoever has signed up is told where an event has moved to, if whoever moved it wants that. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class NewPlacesTest extends ReminderTest {

    private static final String TOLD = "Ny plats: Medlemsmöte tisdag 24 november kl 18.30, %s";

    @Inject
    StaffFixtures staff;

    private long event;
    private String asa;

    @BeforeEach
    void aMeeting() {
        rule(Map.of("occasion", "RELOCATED", "smsText", "Ny plats: {möte} {dag} kl {tid}, {plats}"));
        event = event("2026-11-24T18:30");
        asa = staff.session(staff.staff("asa@example.org", "solna", Role.ADMINISTRATOR));
    }

    private void changed(Map<String, ?> changes) {
        as(token).body(changes).patch(in("solna", "/events/" + event)).then().statusCode(200);
    }

    /** As the page of rules does it. */
    private void switched(String occasion, boolean on) {
        change(
                "update reminder_rule set switched_off_at = %s, switched_off_by = %s where occasion = '%s' and title = 'Regel'"
                        .formatted(on ? "null" : "created_at", on ? "null" : "'staff:1'", occasion));
        change("insert into reminder_news (event_id) values (" + event + ")");
    }

    private ValidatableResponse at(String place, boolean tell) {
        return as(token)
                .body(Map.of("place", place))
                .patch(in("solna", "/events/" + event + "?tell=" + tell))
                .then()
                .statusCode(200);
    }

    @Test
    void everyoneWhoHasOrWaitsForAPlaceIsToldOnce() {
        signUp(event, member(5));
        change("update event set capacity = 1");
        signUp(event, member(6));
        signUp(event, member(7));
        signOff(event, number("select max(person_id) as n from sign_up"));
        work();
        at("Medborgarhuset", true);
        work();
        workAt("2026-11-20T12:30");
        signUp(event, member(8));
        workAt("2026-11-20T13:00");

        assertThat(arrived()).containsExactly(TOLD.formatted("Medborgarhuset"), TOLD.formatted("Medborgarhuset"));
    }

    @Test
    void nobodyIsToldWhoIsNotToBe() {
        signUp(event, member(5));
        at("Folkets hus, Solna", false);
        work();
        assertThat(arrived()).isEmpty();

        as(token)
                .body(Map.of("title", "Medlemsmöte"))
                .patch(in("solna", "/events/" + event))
                .then()
                .statusCode(200);
        work();
        assertThat(arrived()).as("nothing of its place").isEmpty();
    }

    @Test
    void eachPlaceIsToldAndTheLatestBeforeAnythingHasLeft() {
        signUp(event, member(5));
        clock.set(at("2026-11-20T22:00"));
        at("Medborgarhuset", true);
        rounds.run();
        clock.set(at("2026-11-20T22:10"));
        at("Biblioteket", true);
        work();
        workAt("2026-11-21T10:00");
        assertThat(arrived()).containsExactly(TOLD.formatted("Biblioteket"));

        at("Folkets hus", true);
        workAt("2026-11-21T10:10");
        assertThat(arrived()).hasSize(2).last().isEqualTo(TOLD.formatted("Folkets hus"));
    }

    @Test
    void aMoveInTimeTellsOfThePlaceAsWell() {
        rule(Map.of("occasion", "MOVED", "smsText", "Ny tid: {möte} {dag} kl {tid}, {plats}"));
        signUp(event, member(5));
        work();
        as(token)
                .body(Map.of("place", "Biblioteket", "startsAtLocal", "2026-11-26T19:00"))
                .patch(in("solna", "/events/" + event))
                .then()
                .statusCode(200);
        work();
        workAt("2026-11-20T13:00");

        assertThat(arrived()).containsExactly("Ny tid: Medlemsmöte torsdag 26 november kl 19.00, Biblioteket");
        assertThat(states(event)).contains("SKIPPED TOLD_OF_MOVE");
    }

    @Test
    void whereNobodyTellsOfANewTimeTheNewPlaceIsToldForTheNewStart() {
        signUp(event, member(5));
        work();
        at("Biblioteket", true);
        rounds.run();
        move(event, "2026-11-26T19:00");
        work();
        workAt("2026-11-20T13:00");
        move(event, "2026-11-24T18:30");
        workAt("2026-11-20T13:10");

        assertThat(arrived()).containsExactly("Ny plats: Medlemsmöte torsdag 26 november kl 19.00, Biblioteket");
    }

    @Test
    void whatIsCancelledOrHasBegunTellsOfNoPlace() {
        signUp(event, member(5));
        work();
        at("Biblioteket", true);
        rounds.run();
        cancel(event);
        work();
        event = event("2026-11-20T14:00");
        signUp(event, member(6));
        work();
        clock.set(at("2026-11-20T14:30"));
        at("Biblioteket", true);
        work();

        assertThat(arrived()).isEmpty();
    }

    @Test
    void aLinkBesideAHallIsNoOtherPlace() {
        signUp(event, member(5));
        work();
        clock.set(at("2026-11-20T12:10"));
        changed(Map.of("onlineLink", "https://example.org/mote"));
        work();
        assertThat(arrived()).isEmpty();

        var nowhere = new HashMap<String, Object>();
        nowhere.put("place", null);
        changed(nowhere);
        work();
        assertThat(arrived()).containsExactly(TOLD.formatted(""));
    }

    @Test
    void whatIsInLineIsJudgedAsItLeavesWithoutThePlannersHelp() {
        signUp(event, member(5));
        work();
        clock.set(at("2026-11-20T12:10"));
        at("Medborgarhuset", true);
        rounds.run();
        clock.set(at("2026-11-20T12:20"));
        at("Biblioteket", true);
        sending.sendAll();
        assertThat(arrived()).isEmpty();
        work();
        assertThat(arrived()).containsExactly(TOLD.formatted("Biblioteket"));

        clock.set(at("2026-11-20T12:30"));
        at("Medborgarhuset", true);
        rounds.run();
        var nowhere = new HashMap<String, Object>();
        nowhere.put("place", null);
        changed(nowhere);
        sending.sendAll();
        assertThat(arrived()).as("no place is left").hasSize(1);
    }

    @Test
    void aRuleThatIsSwitchedOnLaterTellsOfNothingOld() {
        signUp(event, member(5));
        work();
        clock.set(at("2026-11-20T12:10"));
        switched("RELOCATED", false);
        at("Biblioteket", true);
        work();
        clock.set(at("2026-11-21T12:20"));
        switched("RELOCATED", true);
        work();
        assertThat(arrived()).isEmpty();

        switched("RELOCATED", false);
        at("Medborgarhuset", true);
        work();
        clock.set(at("2026-11-21T15:00"));
        switched("RELOCATED", true);
        work();
        assertThat(arrived()).containsExactly(TOLD.formatted("Medborgarhuset"));
    }

    @Test
    void whereANewTimeIsNotToldAfterAllThePlaceIs() {
        rule(Map.of("occasion", "MOVED", "smsText", "Ny tid: {möte} {dag} kl {tid}, {plats}"));
        signUp(event, member(5));
        work();
        clock.set(at("2026-11-20T22:00"));
        changed(Map.of("place", "Biblioteket", "startsAtLocal", "2026-11-26T19:00"));
        rounds.run();
        clock.set(at("2026-11-20T22:10"));
        switched("MOVED", false);
        rounds.run();
        workAt("2026-11-21T10:00");

        assertThat(arrived()).containsExactly("Ny plats: Medlemsmöte torsdag 26 november kl 19.00, Biblioteket");
    }

    @Test
    void theyAreToldWhateverIsLeftOfTheBudget() {
        as(token)
                .body(Map.of("smsDailyBudget", 0.1, "smsMonthlyBudget", 0.1))
                .put(in("solna", "/messaging-settings"))
                .then()
                .statusCode(200);
        signUp(event, member(5));
        work();
        clock.set(at("2026-11-20T12:10"));
        at("Biblioteket", true);
        work();

        assertThat(arrived()).containsExactly(TOLD.formatted("Biblioteket"));
    }

    @Test
    void theRuleComesWithEveryKindAndNamesTheAddress() {
        kind = number("""
                insert into event_kind (organization_id, title, created_at, created_by)
                select id, 'Torgmöte', created_at, 'staff:1' from organization where slug = 'solna' returning id as n""");
        rounds.run();
        assertThat(number("select count(*) as n from reminder_rule where key = 'ny-plats' and switched_off_at is null"))
                .isEqualTo(1);
        event = event(at("2026-11-25T18:30"), "another");
        signUp(event, member(5));
        work();
        clock.set(at("2026-11-20T12:10"));
        changed(Map.of("address", "Storgatan 12"));
        work();

        assertThat(arrived())
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .startsWith("Ny plats: Medlemsmöte onsdag 25 november kl 18.30, Folkets hus, Storgatan 12."
                                + " Läs mer eller lämna återbud: http"));
    }

    @Test
    void thePageAsksWhetherToTellThem() {
        var form = form("Biblioteket", "2026-11-24", "18.30", "20.30");
        sent(form).statusCode(303);
        assertThat(relocated()).as("nobody was asked").isZero();
        clock.set(at("2026-11-20T12:10"));
        signUp(event, member(5));
        form.put("version", version());
        form.put("place", "Medborgarhuset");
        sent(form)
                .statusCode(200)
                .body(containsString("Ny plats för Medlemsmöte?"))
                .body(containsString("Från Biblioteket till Medborgarhuset."))
                .body(containsString("En är anmäld eller väntar på plats."));
        work();
        assertThat(arrived()).as("nothing is done before the answer").isEmpty();

        form.put("sure", "1");
        form.put("tell", "0");
        sent(form).statusCode(303);
        work();
        assertThat(arrived()).isEmpty();

        form.put("version", version());
        form.put("place", "Rådhuset");
        form.put("tell", "1");
        sent(form).statusCode(303);
        work();
        assertThat(arrived()).containsExactly(TOLD.formatted("Rådhuset"));

        change("""
                insert into reminder_exception (organization_id, event_id, rule_id, created_at, created_by)
                select r.organization_id, e.id, r.id, r.created_at, 'staff:1' from reminder_rule r, event e where r.switched_off_at is null""");
        form.keySet().removeAll(Set.of("sure", "tell"));
        form.put("version", version());
        form.put("place", "Folkets hus");
        var before = relocatedAt();
        sent(form).statusCode(303);
        assertThat(relocatedAt()).as("nobody was asked").isEqualTo(before);
    }

    /** Moved by the page with its place, and back again before anybody was told: the place is told all the same. */
    @Test
    void aPlaceThatCameWithATimeIsToldWhenTheTimeIsTakenBack() {
        rule(Map.of("occasion", "MOVED", "smsText", "Ny tid: {möte} {dag} kl {tid}, {plats}"));
        signUp(event, member(5));
        work();
        clock.set(at("2026-11-20T22:00"));
        var form = form("Biblioteket", "2026-11-26", "19.00", "21.00");
        form.put("sure", "1");
        sent(form).statusCode(303);
        rounds.run();
        clock.set(at("2026-11-20T22:30"));
        form.putAll(Map.of("version", version(), "date", "2026-11-24", "from", "18.30", "to", "20.30"));
        sent(form).statusCode(303);
        workAt("2026-11-21T10:00");

        assertThat(arrived()).containsExactly(TOLD.formatted("Biblioteket"));
    }

    /** As the page of the event sends it. */
    private Map<String, Object> form(String place, String date, String from, String to) {
        var form = new HashMap<String, Object>(Map.of("version", version(), "kind", kind, "title", "Medlemsmöte"));
        form.putAll(Map.of("place", place, "visibility", "MEMBERS", "date", date, "from", from, "to", to));
        return form;
    }

    private ValidatableResponse sent(Map<String, ?> form) {
        return StaffFixtures.browser(asa)
                .formParams(form)
                .post("/o/solna/events/" + event + "/edit")
                .then();
    }

    private long relocated() {
        return number("select count(*) as n from event where relocated_at is not null");
    }

    private Instant relocatedAt() {
        return sql.first(
                        NamedSql.of("select relocated_at from event where id = :event"),
                        Map.of("event", event),
                        row -> row.instant("relocated_at"))
                .orElseThrow();
    }

    private int version() {
        return sql.first(
                        NamedSql.of("select version from event where id = :event"),
                        Map.of("event", event),
                        row -> row.count("version"))
                .orElseThrow();
    }
}
