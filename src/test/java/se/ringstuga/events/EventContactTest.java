package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import biweekly.Biweekly;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;

/** How the contact person wants to be reached about an event, shown wherever their name is. */
@QuarkusTest
class EventContactTest extends OrganizersOfEvents {

    private static final String PHONE = "070-174 06 10";

    @Test
    void phoneAndEmailAreChosenInTheFormAndShownWithTheNameToThoseWhoMayCome() {
        long id = id(post("/o/solna/events/new", form("contactPhone", PHONE, "contactEmail", "moten@Solna.example")));
        transactions.in(() -> sql.update(
                NamedSql.of("update staff set name = 'Åsa Lind' where email = 'asa@example.org'"), Map.of()));
        post("/o/solna/events/" + id + "/do/publication", Map.of());

        assertThat(page("/o/solna/events/" + id)).contains("Åsa Lind, 070-174 06 10, moten@solna.example");
        assertThat(page("/o/solna/events/" + id + "/edit")).contains("value=\"070-174 06 10\"");
        var ways = "Åsa Lind, <a href=\"tel:+46701740610\">070-174 06 10</a>, <a href=\"mailto:moten@solna.example\">";
        assertThat(StaffFixtures.visitor().get("/a/solna/events/" + id).asString())
                .contains(ways);
        var person = person("Anna", "+46701740605");
        assertThat(StaffFixtures.visitor()
                        .get(URI.create(links.signUp(id, person)).getPath())
                        .asString())
                .contains(ways);
        var feed = Biweekly.parse(
                        StaffFixtures.visitor().get("/a/solna/calendar.ics").asString())
                .first()
                .getEvents()
                .getFirst();
        assertThat(feed.getDescription().getValue()).contains("Kontakt: Åsa Lind, 070-174 06 10, moten@solna.example");
    }

    @Test
    void whatIsNoNumberOrAddressIsSaidBesideItsField() {
        var refused = post("/o/solna/events/new", form("contactPhone", "kom förbi", "contactEmail", "ingen"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString())
                .contains("Skriv ett telefonnummer som", "value=\"kom förbi\"")
                .contains("Skriv en e-postadress som", "value=\"ingen\"");
    }

    @Test
    void theApiKeepsTheNumberAsItIsDialledAndTakesItAwayAgain() {
        var event = made("/events", Map.of("startsAt", "2027-03-10T17:30:00Z", "contactPhone", PHONE));
        assertThat(event.getString("contactPhone")).isEqualTo("+46701740610");
        assertThat(event.getString("contactEmail")).isNull();

        var changes = new HashMap<String, Object>();
        changes.put("contactPhone", null);
        changes.put("contactEmail", "a@example.org");
        as(token)
                .body(changes)
                .patch(in("solna", "/events/" + event.getLong("id")))
                .then()
                .statusCode(200)
                .body("contactPhone", nullValue())
                .body("contactEmail", equalTo("a@example.org"));
    }

    @Test
    void aSeriesHandsThemToEachOfItsEvents() {
        var series = made(
                "/event-series",
                Map.of(
                        "rule", "FREQ=WEEKLY;BYDAY=WE",
                        "startsOn", "2027-03-10",
                        "startsAtLocal", "18:30",
                        "contactPhone", PHONE));
        assertThat(series.getString("contactPhone")).isEqualTo("+46701740610");
        as(token)
                .get(in("solna", "/events?seriesId=" + series.getLong("id")))
                .then()
                .body("items[0].contactPhone", equalTo("+46701740610"));
    }

    @Test
    void theApiNamesTheFieldThatIsWrong() {
        for (var wrong : Map.of("contactPhone", "112 är upptaget", "contactEmail", "solna.example")
                .entrySet()) {
            as(token)
                    .body(body(Map.of("startsAt", "2027-03-10T17:30:00Z", wrong.getKey(), wrong.getValue())))
                    .post(in("solna", "/events"))
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItem(wrong.getKey()));
        }
    }

    private JsonPath made(String path, Map<String, Object> more) {
        return as(token)
                .body(body(more))
                .post(in("solna", path))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private Map<String, Object> body(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("kindId", kind, "title", "Möte", "minutes", 120));
        body.putAll(more);
        return body;
    }
}
