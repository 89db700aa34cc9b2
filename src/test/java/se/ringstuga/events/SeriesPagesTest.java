package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;

/** A series changed and ended on its pages: what follows is told in numbers before it happens. */
@QuarkusTest
class SeriesPagesTest extends OrganizersOfEvents {

    private String series = "";

    @BeforeEach
    void aPublishedSeriesOfWhichOneIsSignedUpToAndOneIsChanged() {
        var saved = post("/o/solna/events/new", monthly());
        series = saved.header("Location").replaceAll(".*?(/o/.*)", "$1");
        post(series + "/publication", Map.of());
        events.signUp(occurrence("2027-02-09").getLong("id"), person("Anna", "+46701740605"), "SIGNED_UP");
        events.signUp(occurrence("2027-02-09").getLong("id"), person("Bo", "+46701740606"), "WAITING");
        as(token)
                .body(Map.of("title", "Årsmöte"))
                .patch(in("solna", "/events/" + occurrence("2027-03-09").getLong("id")))
                .then()
                .statusCode(200);
    }

    /** The second Tuesdays of half a year. */
    private Map<String, String> monthly() {
        return form("date", "2027-01-12", "repeat", "MONTHLY_WEEKDAY", "until", "2027-06-30");
    }

    private JsonPath occurrence(String day) {
        var all = as(token)
                .get(in("solna", "/events?from=2026-12-01T00:00:00Z&limit=100"))
                .jsonPath();
        var id = all.getLong("items.find { it.occurrenceOn == '" + day + "' }.id");
        return as(token).get(in("solna", "/events/" + id)).jsonPath();
    }

    private Map<String, String> changed(String... differently) {
        var form = new HashMap<>(monthly());
        form.put("version", page(series + "/edit").replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1"));
        for (int i = 0; i < differently.length; i += 2) {
            form.put(differently[i], differently[i + 1]);
        }
        return form;
    }

    @Test
    void theFormShowsTheSeriesAsItIs() {
        assertThat(page(series + "/edit"))
                .contains("Ändra serien", "value=\"2027-01-12\"", "value=\"2027-06-30\"")
                .contains("<option value=\"MONTHLY_WEEKDAY\" selected>", "<option value=\"DAY\" selected>");
    }

    @Test
    void whatAnotherDayMeansIsToldInNumbersAndNothingHappensBefore() {
        var wednesdays = changed("date", "2027-01-13");

        var asked = post(series + "/edit", wednesdays);

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.asString())
                .contains("Ändra Medlemsmöte?", "5 tillfällen ändras.", "5 får en ny tid.")
                .contains("2 anmälningar berörs", "Ett tillfälle som ni har ändrat för sig blir kvar");
        assertThat(occurrence("2027-02-09").getString("startsAt")).isEqualTo("2027-02-09T17:30:00Z");

        wednesdays.put("sure", "1");
        assertThat(post(series + "/edit", wednesdays).statusCode()).isEqualTo(303);
        assertThat(occurrence("2027-02-10").getString("startsAt")).isEqualTo("2027-02-10T17:30:00Z");
        assertThat(occurrence("2027-03-10").getString("startsAt")).isEqualTo("2027-03-09T17:30:00Z");
    }

    @Test
    void whetherToTellOfANewPlaceIsAskedWhereARuleTellsOfIt() {
        var place = changed("place", "Biblioteket");
        assertThat(post(series + "/edit", place).asString())
                .contains("5 får en ny plats. 2 anmälningar berörs.", "Ja, ändra")
                .doesNotContain("name=\"tell\"");
        as(token)
                .body(Map.of(
                        "kindId", occurrence("2027-02-09").getLong("kind.id"),
                        "title", "Ny plats",
                        "occasion", "RELOCATED",
                        "channel", "SMS",
                        "smsText", "Ny plats: {plats}"))
                .post(in("solna", "/reminder-rules"))
                .then()
                .statusCode(201);
        assertThat(post(series + "/edit", place).asString())
                .contains("Spara och berätta", "Spara utan att berätta om platsen")
                .doesNotContain("Ja, ändra");

        place.put("sure", "1");
        place.put("tell", "0");
        assertThat(post(series + "/edit", place).statusCode()).isEqualTo(303);
        assertThat(relocated()).isZero();
        var told = changed("place", "Folkets hus", "sure", "1", "tell", "1");
        assertThat(post(series + "/edit", told).statusCode()).isEqualTo(303);
        assertThat(relocated()).as("but for the one with changes of its own").isEqualTo(5);
        assertThat(occurrence("2027-02-09").getString("place")).isEqualTo("Folkets hus");
    }

    private long relocated() {
        return sql.first(
                        NamedSql.of("select count(*) as n from event where relocated_at is not null"),
                        Map.of(),
                        row -> row.number("n"))
                .orElseThrow();
    }

    @Test
    void whatHasNoDayLeftAndWhatIsNewIsTold() {
        assertThat(post(series + "/edit", changed("until", "2027-04-30")).asString())
                .contains("2 tillfällen får ingen dag och ställs in. Ingen har anmält sig.");
        assertThat(post(series + "/edit", changed("until", "2027-08-31")).asString())
                .contains("2 nya tillfällen läggs till.");
        assertThat(post(series + "/edit", changed("without", "2")).asString())
                .contains("Ett tillfälle får ingen dag och ställs in. 2 anmälningar berörs");
    }

    @Test
    void whoeverSavesSecondIsToldAndFaultsStandBesideTheirFields() {
        var first = changed("title", "Stormöte", "sure", "1");
        post(series + "/edit", first);

        var second = post(series + "/edit", first);
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(second.asString()).contains("Någon annan har ändrat", "value=\"Stormöte\"");
        var faulty = post(series + "/edit", changed("date", "2037-01-12", "repeat", "WEEKLY", "until", ""));
        assertThat(faulty.statusCode()).isEqualTo(400);
        assertThat(faulty.asString()).contains("Välj en dag inom ett år bakåt");
    }

    @Test
    void theDaysAreShownForWhoeverAsksAndNothingIsSaved() {
        var preview = post(series + "/edit", changed("date", "2027-01-13", "do", "preview"));

        assertThat(preview.asString()).contains("Så här blir det", "onsdag 10 februari 2027");
        assertThat(occurrence("2027-02-09").getString("status")).isEqualTo("PLANNED");
    }

    @Test
    void endingItAsksWhatBecomesOfThoseAheadAndTellsWhy() {
        assertThat(page(series + "/ending"))
                .contains("Avsluta Medlemsmöte?", "6 tillfällen ställs in. 2 anmälningar berörs");
        var unanswered = post(series + "/ending", Map.of("why", "Ingen lokal"));
        assertThat(unanswered.statusCode()).isEqualTo(400);
        assertThat(unanswered.asString()).contains("Välj vad som ska hända med dem.", "Ingen lokal");
        assertThat(post(series + "/ending", Map.of("future", "CANCEL", "why", "å".repeat(501)))
                        .asString())
                .contains("Skriv högst 500 tecken.");

        post(series + "/ending", Map.of("future", "CANCEL", "why", "Ingen lokal"));

        assertThat(page(series)).contains("Serien är avslutad.", "Inställd");
        assertThat(occurrence("2027-02-09").getString("cancelledWhy")).isEqualTo("Ingen lokal");
        assertThat(get(series + "/edit").statusCode()).isEqualTo(303);
        assertThat(get(series + "/ending").statusCode()).isEqualTo(303);
    }

    @Test
    void anothersSeriesIsNoPageAndTheFormIsForThoseWhoMayWrite() {
        for (var page : new String[] {"/edit", "/ending"}) {
            assertThat(StaffFixtures.browser(stranger).get(series + page).statusCode())
                    .isEqualTo(404);
            assertThat(StaffFixtures.visitor().get(series + page).statusCode()).isNotEqualTo(200);
        }
    }
}
