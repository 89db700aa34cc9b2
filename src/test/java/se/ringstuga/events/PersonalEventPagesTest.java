package se.ringstuga.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** What a person's own links to events and to a calendar show and do (rule 28). */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class PersonalEventPagesTest extends ApiTest {

    @Inject
    CalendarFixtures events;

    @Inject
    EventLinks links;

    @Inject
    Sql sql;

    private String token;
    private long anna;
    private long event;
    private String link;

    @BeforeEach
    void annaAndAMembersMeeting() {
        a.organization("solna");
        token = a.token("solna");
        anna = person("Anna", "+46701740605");
        event = events.event("solna", "Medlemsmöte")
                .with("visibility", "MEMBERS")
                .with("needs", "CHILDCARE")
                .with("online", "https://meet.example/hemligt")
                .save();
        link = URI.create(links.signUp(event, anna)).getPath();
    }

    private long person(String name, String phone) {
        return as(token)
                .body(Map.of(
                        "givenName",
                        name,
                        "familyName",
                        "Hemlig",
                        "phone",
                        phone,
                        "email",
                        name + "@example.org",
                        "joinedOn",
                        "2026-01-01"))
                .post(in("solna", "/people"))
                .jsonPath()
                .getLong("id");
    }

    private String open() {
        return StaffFixtures.visitor()
                .get(link)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private int answer(String... form) {
        var fields = new HashMap<String, String>();
        for (int i = 0; i < form.length; i += 2) {
            fields.put(form[i], form[i + 1]);
        }
        return StaffFixtures.post(StaffFixtures.visitor(), link, fields).statusCode();
    }

    private String state() {
        return sql.first(
                        NamedSql.of(
                                "select state || ' ' || array_to_string(needs, ',') as now from sign_up where person_id = :id"),
                        Map.of("id", anna),
                        row -> row.text("now").strip())
                .orElse("");
    }

    @Test
    void openingChangesNothingAndShowsTheFirstNameAtMost() {
        assertThat(open())
                .contains("Hej Anna!")
                .doesNotContain("Hemlig")
                .doesNotContain("740605")
                .doesNotContain("@example.org")
                .doesNotContain("meet.example");
        assertThat(state()).isEmpty();
    }

    @Test
    void oneButtonSignsUpAndAnotherSaysNo() {
        assertThat(answer("answer", "yes", "need", "CHILDCARE")).isEqualTo(303);
        assertThat(state()).isEqualTo("SIGNED_UP CHILDCARE");
        assertThat(open()).contains("Du är anmäld, Anna.", "https://meet.example/hemligt", "<svg");

        assertThat(answer("answer", "no")).isEqualTo(303);
        assertThat(state()).startsWith("CANCELLED");
        assertThat(open()).contains("Du har svarat att du inte kan.").doesNotContain("meet.example");
        assertThat(answer("answer", "maybe")).isEqualTo(400);
    }

    @Test
    void whoeverComesTooLateStandsInLineAndMovesUpWhenSomebodySaysNo() {
        events.change(event, "capacity = 1");
        long bo = person("Bo", "+46701740606");
        events.signUp(event, bo, "SIGNED_UP");
        assertThat(open()).contains("Ställ mig på väntelistan");
        answer("answer", "yes");
        assertThat(open()).contains("Du står på väntelistan, Anna.", "plats 1 i kön");

        StaffFixtures.post(
                StaffFixtures.visitor(), URI.create(links.signUp(event, bo)).getPath(), Map.of("answer", "no"));
        assertThat(open()).contains("Du är anmäld, Anna.");
    }

    @Test
    void madeUpExpiredAndWithdrawnLinksLookTheSame() {
        var madeUp = page("/t/" + "x".repeat(link.length() - 3));
        events.change(event, "published_at = null, published_by = null");
        assertThat(page(link)).isEqualTo(madeUp);
        events.change(event, "published_at = :now, published_by = 'staff:1'");
        assertThat(open()).contains("Medlemsmöte");
        clock.advance(Duration.ofDays(10));
        assertThat(page(link)).isEqualTo(madeUp);
    }

    private static String page(String path) {
        var answer = StaffFixtures.visitor().get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        return answer.asString();
    }

    @Test
    void whatIsNotForThePersonSaysSo() {
        events.change(event, "visibility = 'INVITED'");

        assertThat(answer("answer", "yes")).isEqualTo(409);
        assertThat(state()).isEmpty();
    }

    @Test
    void theDoorCodeLeadsStaffAloneAnywhere() {
        StaffFixtures.visitor().get(link + "/door").then().statusCode(303);
        assertThat(state()).isEmpty();
    }

    private List<String> feed(String address) {
        var answer = given().get(URI.create(address).getPath());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).startsWith("private");
        assertThat(answer.asString())
                .doesNotContain("Anna")
                .doesNotContain("Hemlig")
                .doesNotContain("/t/");
        return Biweekly.parse(answer.asString()).first().getEvents().stream()
                .map(one -> one.getSummary().getValue())
                .toList();
    }

    @Test
    void theOwnCalendarHoldsWhatThePersonMayGoToAndNothingOfThePerson() {
        a.organization("malmo");
        events.event("solna", "Öppet").at("2026-12-10T18:00").save();
        events.event("solna", "Utvalda")
                .with("visibility", "INVITED")
                .at("2026-12-11T18:00")
                .save();
        events.event("solna", "Utkast").draft().save();
        events.event("malmo", "Malmös").save();
        long elsewhere = events.event("malmo", "Inbjuden till Malmö")
                .with("visibility", "INVITED")
                .at("2026-12-12T18:00")
                .save();
        long declined = events.event("solna", "Kan inte").at("2026-12-13T18:00").save();
        events.signUp(elsewhere, anna, "SIGNED_UP");
        events.signUp(declined, anna, "CANCELLED");

        assertThat(feed(links.feed(anna))).containsExactly("Medlemsmöte", "Öppet", "Inbjuden till Malmö");
    }

    @Test
    void theLinkToTheNetIsInTheCalendarOfThoseWhoComeAlone() {
        var path = URI.create(links.feed(anna)).getPath();
        assertThat(given().get(path).asString()).doesNotContain("meet.example");
        answer("answer", "yes");
        assertThat(given().get(path).asString()).contains("meet.example");
    }

    @Test
    void whoeverWaitsForAPlaceHasTheEventInTheirCalendarWithoutTheLinkToTheNet() {
        long chosen = events.event("solna", "Utvalda")
                .with("visibility", "INVITED")
                .with("online", "https://meet.example/hemligt")
                .at("2026-12-11T18:00")
                .save();
        events.signUp(event, anna, "WAITING");
        events.signUp(chosen, anna, "WAITING");

        assertThat(feed(links.feed(anna))).containsExactly("Medlemsmöte", "Utvalda");
        assertThat(given().get(URI.create(links.feed(anna)).getPath()).asString())
                .doesNotContain("meet.example");
    }

    @Test
    void whoIsNoMemberAnyMoreSeesWhatIsForEverybody() {
        events.event("solna", "Öppet").save();
        as(token)
                .body(Map.of("leftOn", "2026-11-01"))
                .patch(in("solna", "/people/" + anna))
                .then()
                .statusCode(200);

        assertThat(feed(links.feed(anna))).containsExactly("Öppet");
    }

    @Test
    void theAddressOfTheCalendarCanBeReplacedAndTheOldOneEnds() {
        var before = links.feed(anna);
        StaffFixtures.post(StaffFixtures.visitor(), link + "/feed", Map.of());
        var after = links.feed(anna);

        assertThat(after).isNotEqualTo(before).hasSameSizeAs(before);
        assertThat(feed(after)).isNotEmpty();
        assertThat(given().get(URI.create(before).getPath()).statusCode()).isEqualTo(404);
        assertThat(open()).contains(after);
    }

    @Test
    void madeUpCalendarsAreGuessedTwentyTimesAMinute() {
        for (int i = 0; i < 20; i++) {
            assertThat(given().get("/k/made-up-" + i + ".ics").statusCode()).isEqualTo(404);
        }
        assertThat(given().get(URI.create(links.feed(anna)).getPath()).statusCode())
                .isEqualTo(429);
    }

    @Test
    void theCalendarEndsOnBothNightsWhenTheClocksChangeAtTheHourThatWasMeant() {
        events.event("solna", "Vårnatt")
                .at("2027-03-28T01:30")
                .lasting(Duration.ofHours(2))
                .save();
        events.event("solna", "Höstnatt")
                .at("2027-10-31T01:30")
                .lasting(Duration.ofHours(2))
                .save();

        var all = Biweekly.parse(
                        given().get(URI.create(links.feed(anna)).getPath()).asString())
                .first()
                .getEvents();
        assertThat(all.stream().map(one -> one.getDateStart().getValue().toInstant()))
                .contains(Instant.parse("2027-03-28T00:30:00Z"), Instant.parse("2027-10-30T23:30:00Z"));
        assertThat(all.stream().map(one -> one.getDateEnd().getValue().toInstant()))
                .contains(Instant.parse("2027-03-28T02:30:00Z"), Instant.parse("2027-10-31T01:30:00Z"));
    }
}
