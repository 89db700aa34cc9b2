package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** What the organizers' pages of events answer to forms, to strangers and to those who press twice. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class EventStaffPagesTest extends ApiTest {

    @Inject
    StaffFixtures staff;

    @Inject
    CalendarFixtures events;

    @Inject
    EventKinds kinds;

    @Inject
    EventLinks links;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    private String asa;
    private String stranger;
    private String token;
    private long kind;

    @BeforeEach
    void anAssociationAndAnother() {
        long solna = a.organization("solna");
        a.organization("malmo");
        token = a.token("solna");
        asa = staff.session(staff.staff("asa@example.org", "solna", Role.ORGANIZER));
        stranger = staff.session(staff.staff("mia@example.org", "malmo", Role.ADMINISTRATOR));
        kind = transactions.in(() -> kinds.usable(solna).getFirst().id());
    }

    private Response get(String path) {
        return StaffFixtures.browser(asa).get(path);
    }

    private String page(String path) {
        return get(path).then().statusCode(200).extract().asString();
    }

    private Response post(String path, Map<String, String> form) {
        return StaffFixtures.post(StaffFixtures.browser(asa), path, form);
    }

    private Map<String, String> form(String... differently) {
        var form = new HashMap<String, String>(Map.of(
                "key", "one",
                "kind", Long.toString(kind),
                "title", "Medlemsmöte",
                "text", "Vi ses **alla**.",
                "date", "2027-03-10",
                "from", "18.30",
                "to", "20.30",
                "place", "Folkets hus",
                "visibility", "PUBLIC",
                "closes", "DAY"));
        for (int i = 0; i < differently.length; i += 2) {
            form.put(differently[i], differently[i + 1]);
        }
        return form;
    }

    private long saved() {
        return id(post("/o/solna/events/new", form()));
    }

    private static long id(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        return Long.parseLong(answer.header("Location").replaceAll(".*/events/(\\d+).*", "$1"));
    }

    private long person(String name, String phone) {
        return as(token)
                .body(Map.of("givenName", name, "familyName", "Ek", "phone", phone, "joinedOn", "2026-01-01"))
                .post(in("solna", "/people"))
                .jsonPath()
                .getLong("id");
    }

    private String state(long event, long person) {
        return sql.first(
                        NamedSql.of("select state from sign_up where event_id = :event and person_id = :person"),
                        Map.of("event", event, "person", person),
                        row -> row.text("state"))
                .orElse("");
    }

    @Test
    void anEventIsWrittenOnceHoweverOftenItIsPressedAndIsADraft() {
        long id = saved();
        assertThat(saved()).isEqualTo(id);

        assertThat(page("/o/solna/events")).contains("Medlemsmöte", "Utkast", "onsdag 10 mars 2027 kl 18.30–20.30");
        as(token).get(in("solna", "/events/" + id)).then().body("signUpClosesAt", containsString("2027-03-09T17:30"));
        assertThat(StaffFixtures.visitor().get("/a/solna").asString()).doesNotContain("Medlemsmöte");
        assertThat(post("/o/solna/events/" + id + "/do/publication", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(StaffFixtures.visitor().get("/a/solna").asString()).contains("Medlemsmöte");
        assertThat(StaffFixtures.visitor().get("/a/solna/events/" + id).asString())
                .contains("<strong>alla</strong>", "Anmäl dig");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title      |             | Ge aktiviteten en rubrik.",
                "kind       |             | Välj vilken sorts aktivitet",
                "kind       | 999999      | Välj vilken sorts aktivitet",
                "date       |             | Skriv ett datum.",
                "date       | 10 mars     | Skriv ett datum.",
                "date       | 12027-03-10 | Skriv ett datum.",
                "from       | kvart i sju | Skriv klockslaget som 18.30.",
                "from       | 25.00       | Skriv klockslaget som 18.30.",
                "to         |             | Skriv klockslaget som 18.30.",
                "to         | 18.30       | Slutet måste komma efter början.",
                "lastDate   | 2027-03-09  | Slutet måste komma efter början.",
                "lastDate   | 2027-09-09  | Slutet måste komma efter början.",
                "onlineLink | meet.org    | Länken ska börja med https://.",
                "capacity   | många       | Skriv ett antal mellan",
                "capacity   | 0           | Skriv ett antal mellan"
            })
    void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost(String field, String value, String said) {
        var faulty = post("/o/solna/events/new", form(field, value == null ? "" : value));

        assertThat(faulty.statusCode()).as(faulty.asString()).isEqualTo(400);
        assertThat(faulty.asString()).contains(said, "Vi ses **alla**.", "value=\"Folkets hus\"");
    }

    /** Half past two is missing in the one night, and there twice in the other. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-28, 02.30, 05.00, 2027-03-28T01:30:00Z, 2027-03-28T03:00:00Z",
        "2027-10-31, 02.30, 05.00, 2027-10-31T00:30:00Z, 2027-10-31T04:00:00Z"
    })
    void theWallClockIsMeantOnBothNightsWhenTheClocksChange(
            String date, String from, String to, Instant starts, Instant ends) {
        long id = id(post("/o/solna/events/new", form("date", date, "from", from, "to", to)));

        var event = as(token).get(in("solna", "/events/" + id)).jsonPath();
        assertThat(Instant.parse(event.getString("startsAt"))).isEqualTo(starts);
        assertThat(Instant.parse(event.getString("endsAt"))).isEqualTo(ends);
    }

    @Test
    void movingWhatIsPublishedIsAskedAboutWithWhatFollows() {
        long id = saved();
        post("/o/solna/events/" + id + "/do/publication", Map.of());
        events.signUp(id, person("Anna", "+46701740605"), "SIGNED_UP");
        var edit = "/o/solna/events/" + id + "/edit";
        var version = page(edit).replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        var moved = form("date", "2027-03-11", "version", version);

        var asked = post(edit, moved);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.asString())
                .contains("Flytta Medlemsmöte?", "torsdag 11 mars 2027", "1 anmälda behåller sin plats.")
                .contains("name=\"sure\"", "0 påminnelser planeras om.");
        assertThat(page("/o/solna/events/" + id)).contains("onsdag 10 mars");

        moved.put("sure", "1");
        assertThat(post(edit, moved).statusCode()).isEqualTo(303);
        assertThat(page("/o/solna/events/" + id)).contains("torsdag 11 mars", "Flyttad");
    }

    @Test
    void whatIsMovedKeepsItsNeedsTextAndPlaces() {
        long id = id(post("/o/solna/events/new", form("capacity", "40", "need", "CHILDCARE", "waitingList", "true")));
        var version =
                page("/o/solna/events/" + id + "/edit").replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        var body = page("/o/solna/events/" + id + "/edit");
        assertThat(body).contains("value=\"40\"", "value=\"18.30\"", "value=\"2027-03-10\"");

        post(
                "/o/solna/events/" + id + "/edit",
                form("capacity", "50", "version", version, "onlineLink", "https://meet.example/x"));
        as(token)
                .get(in("solna", "/events/" + id))
                .then()
                .body("capacity", org.hamcrest.Matchers.equalTo(50))
                .body("onlineLink", org.hamcrest.Matchers.equalTo("https://meet.example/x"))
                .body("needs", org.hamcrest.Matchers.empty());
    }

    @Test
    void whoeverSavesSecondIsToldAndLosesNothing() {
        long id = saved();
        var version =
                page("/o/solna/events/" + id + "/edit").replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        post("/o/solna/events/" + id + "/edit", form("title", "Årsmöte", "version", version));

        var second = post("/o/solna/events/" + id + "/edit", form("title", "Stormöte", "version", version));
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(second.asString()).contains("Någon annan har ändrat", "value=\"Stormöte\"");
        assertThat(page("/o/solna/events/" + id)).contains("Årsmöte");
    }

    @Test
    void cancellingTellsWhatFollowsAndKeepsTheReason() {
        long id = events.event("solna", "Möte").save();
        events.signUp(id, person("Anna", "+46701740605"), "SIGNED_UP");

        assertThat(page("/o/solna/events/" + id + "/do/cancellation")).contains("1 anmälda får veta");
        post("/o/solna/events/" + id + "/do/cancellation", Map.of("why", "Sjukdom."));
        assertThat(page("/o/solna/events/" + id)).contains("Inställd");
        assertThat(StaffFixtures.visitor().get("/a/solna/events/" + id).asString())
                .contains("Sjukdom.");
        assertThat(page("/o/solna/events?show=cancelled")).contains("Möte");
        assertThat(get("/o/solna/events/" + id + "/edit").statusCode()).isEqualTo(200);
        assertThat(post("/o/solna/events/" + id + "/edit", form()).statusCode()).isIn(409, 412);
    }

    @Test
    void whoComesIsFoundByNameAndStateAndTheListIsPaged() {
        long id = events.event("solna", "Möte").save();
        events.signUp(id, person("Anna", "+46701740605"), "SIGNED_UP");
        events.signUp(id, person("Bo", "+46701740606"), "WAITING");
        events.signUp(id, person("Cilla_", "+46701740607"), "INVITED");
        var base = "/o/solna/events/" + id;

        assertThat(page(base)).contains("Anna Ek", "Bo Ek", "Cilla_ Ek").doesNotContain("740605");
        assertThat(page(base + "?status=WAITING")).contains("Bo Ek").doesNotContain("Anna Ek");
        assertThat(page(base + "?search=ANN")).contains("Anna Ek").doesNotContain("Bo Ek");
        assertThat(page(base + "?search=_")).contains("Cilla_ Ek").doesNotContain("Bo Ek");
        assertThat(page(base + "?limit=2")).contains("Visa fler");
        assertThat(get(base + "?status=NONSENSE").statusCode()).isEqualTo(400);
    }

    @Test
    void somebodyIsAddedFromTheRegisterOrAsAGuest() {
        long id = events.event("solna", "Möte").with("capacity", 1).save();
        long anna = person("Anna", "+46701740605");
        var base = "/o/solna/events/" + id;
        assertThat(page(base + "?add=anna")).contains("Anna Ek", "value=\"" + anna + "\"");
        assertThat(page(base + "?add=zebra")).contains("Ingen i registret heter så.");

        assertThat(post(base + "/people", Map.of("person", Long.toString(anna))).asString())
                .contains("Anna Ek är anmäld.");
        assertThat(post(base + "/people", Map.of("name", "Gäst Ås", "address", "gast@example.org"))
                        .asString())
                .contains("Gäst Ås står på väntelistan.");
        assertThat(post(base + "/people", Map.of("name", "Gäst Ås", "address", "inget"))
                        .statusCode())
                .isEqualTo(400);

        long signUp = sql.first(
                        NamedSql.of("select id from sign_up where person_id = :id"),
                        Map.of("id", anna),
                        row -> row.number("id"))
                .orElseThrow();
        post(base + "/sign-ups/" + signUp + "/cancellation", Map.of());
        assertThat(state(id, anna)).isEqualTo("CANCELLED");
        assertThat(page(base + "?status=SIGNED_UP")).contains("Gäst Ås");
    }

    @Test
    void thePrintedListHoldsNamesAndNeedsAndNoNumbers() {
        long id = events.event("solna", "Möte").save();
        events.signUp(id, person("Anna", "+46701740605"), "SIGNED_UP");

        assertThat(page("/o/solna/events/" + id + "/print"))
                .contains("Anna Ek")
                .doesNotContain("740605")
                .doesNotContain("@");
    }

    @Test
    void atTheDoorPeopleAreTickedOffAndMistakesUndone() {
        long id = events.event("solna", "Möte").at("2026-11-24T19:00").save();
        long anna = person("Anna", "+46701740605");
        long bo = person("Bo", "+46701740606");
        long signUp = events.signUp(id, anna, "SIGNED_UP");
        var door = "/o/solna/events/" + id + "/door";
        assertThat(page(door)).contains("Anna Ek", "0 av 1 har kommit");

        assertThat(post(door, Map.of("signUp", Long.toString(signUp), "tick", "in"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(state(id, anna)).isEqualTo("ATTENDED");
        assertThat(page(door)).contains("1 av 1 har kommit");
        var quietly = StaffFixtures.post(
                StaffFixtures.browser(asa).header("X-Door", "1"),
                door,
                Map.of("signUp", Long.toString(signUp), "tick", "undo"));
        assertThat(quietly.statusCode()).isEqualTo(204);
        assertThat(state(id, anna)).isEqualTo("SIGNED_UP");

        post(door, Map.of("person", Long.toString(bo), "tick", "in"));
        assertThat(state(id, bo)).isEqualTo("ATTENDED");
        assertThat(post(door, Map.of("tick", "maybe")).statusCode()).isEqualTo(400);
    }

    @Test
    void theCodeOnAMembersPhoneLeadsStaffToTheCheckIn() {
        long id = events.event("solna", "Möte").at("2026-11-24T19:00").save();
        long anna = person("Anna", "+46701740605");
        events.signUp(id, anna, "SIGNED_UP");
        var code = URI.create(links.signUp(id, anna)).getPath() + "/door";

        var led = get(code);
        assertThat(led.statusCode()).isEqualTo(303);
        var door = URI.create(led.header("Location"));
        assertThat(page(door.getPath() + "?" + door.getQuery())).contains("Anna Ek", "Har kommit");
        assertThat(state(id, anna)).isEqualTo("SIGNED_UP");
        assertThat(StaffFixtures.browser(stranger)
                        .get(door.getPath() + "?" + door.getQuery())
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/e/made-up/door").statusCode()).isEqualTo(404);
    }

    @Test
    void theDoorIsShutLongBefore() {
        long id = events.event("solna", "Möte").save();

        assertThat(page("/o/solna/events/" + id + "/door")).contains("Dörren öppnar tolv timmar innan");
    }

    @Test
    void nobodyIsAbsentUntilSomebodySaysThatTheAttendanceIsComplete() {
        long id = events.event("solna", "Möte").at("2026-11-24T17:00").save();
        long anna = person("Anna", "+46701740605");
        events.signUp(id, anna, "SIGNED_UP");
        clock.advance(Duration.ofHours(3));
        assertThat(page("/o/solna/events/" + id)).contains("Närvaron är klar").doesNotContain("Uteblev");

        post("/o/solna/events/" + id + "/do/attendance", Map.of());
        assertThat(page("/o/solna/events/" + id)).contains("Uteblev", "Närvaron är klar sedan");
        post("/o/solna/events/" + id + "/do/attendance-again", Map.of());
        assertThat(state(id, anna)).isEqualTo("SIGNED_UP");
    }

    @Test
    void anEmptyListHasANextStep() {
        assertThat(page("/o/solna/events")).contains("Inga aktiviteter än", "/o/solna/events/new");
        assertThat(page("/o/solna/events?show=drafts")).contains("Inget här just nu.");
        assertThat(get("/o/solna/events?show=x").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/edit", "/door", "/print", "/do/cancellation"})
    void anothersEventIsNoPage(String page) {
        long id = events.event("solna", "Möte").save();

        assertThat(StaffFixtures.browser(stranger)
                        .get("/o/solna/events/" + id + page)
                        .statusCode())
                .isEqualTo(404);
        assertThat(StaffFixtures.browser(stranger)
                        .get("/o/malmo/events/" + id + page)
                        .statusCode())
                .isEqualTo(404);
        assertThat(StaffFixtures.visitor().get("/o/solna/events/" + id + page).statusCode())
                .isEqualTo(303);
    }

    @Test
    void nothingIsDoneWithAnothersEvent() {
        long id = events.event("solna", "Möte").at("2026-11-24T17:30").save();
        long signUp = events.signUp(id, person("Anna", "+46701740605"), "SIGNED_UP");
        var mia = StaffFixtures.browser(stranger);

        for (var what : List.of(
                "/do/publication",
                "/do/cancellation",
                "/do/attendance",
                "/do/attendance-again",
                "/people",
                "/edit",
                "/sign-ups/" + signUp + "/cancellation")) {
            assertThat(StaffFixtures.post(mia, "/o/malmo/events/" + id + what, form("person", "1"))
                            .statusCode())
                    .as(what)
                    .isEqualTo(404);
        }
        assertThat(StaffFixtures.post(
                                mia, "/o/malmo/events/" + id + "/door", Map.of("signUp", "" + signUp, "tick", "in"))
                        .statusCode())
                .isEqualTo(404);
    }
}
