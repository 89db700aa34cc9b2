package se.ringstuga.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** A person is changed by the field, nobody's change is lost, and tags are put on many and taken off again. */
@QuarkusTest
class PersonPagesTest extends ApiTest {

    @Inject
    StaffFixtures staff;

    @Inject
    StoredRows rows;

    private String olle;
    private String token;
    private int asa;

    @BeforeEach
    void anAssociation() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        a.organization("boras");
        token = a.token("solna");
        olle = staff.session(staff.staff("olle@example.org", "solna", Role.ORGANIZER));
        asa = person(
                "solna",
                "{\"givenName\": \"Åsa\", \"familyName\": \"Ek\", \"phone\": \"070-174 06 05\", \"externalId\": \"7\"}");
    }

    @Test
    void aPersonIsChangedAndAddedByHand() {
        browser()
                .get(page("/edit"))
                .then()
                .statusCode(200)
                .body(containsString("value=\"Åsa\""), containsString("name=\"version\" value=\"0\""));
        save(Map.of("version", "0", "givenName", "Åsa", "familyName", "Berg", "phone", "070-174 06 06", "email", ""))
                .then()
                .statusCode(303);
        assertThat(rows.value("select family_name || phone from person where id = " + asa))
                .isEqualTo("Berg+46701740606");

        StaffFixtures.post(browser(), "/o/solna/people/new", Map.of("givenName", "Bo", "email", "bo@example.org"))
                .then()
                .statusCode(303);
        assertThat(rows.count("person")).isEqualTo(2);
    }

    @Test
    void whoeverSavesSecondSeesBothVersionsAndDecidesWithTheNextPress() {
        save(Map.of("version", "0", "givenName", "Åsa", "familyName", "Berg"))
                .then()
                .statusCode(303);

        var second = save(Map.of("version", "0", "givenName", "Åse", "familyName", "Ek"));
        second.then()
                .statusCode(409)
                .body(
                        containsString("Någon annan ändrade uppgifterna medan du skrev"),
                        containsString("Nu står det: Berg"),
                        containsString("Nu står det: Åsa"),
                        containsString("value=\"Åse\""),
                        containsString("name=\"version\" value=\"1\""));
        assertThat(rows.value("select given_name from person where id = " + asa))
                .isEqualTo("Åsa");

        save(Map.of("version", "1", "givenName", "Åse", "familyName", "Ek"))
                .then()
                .statusCode(303);
        assertThat(rows.value("select given_name || family_name from person where id = " + asa))
                .isEqualTo("ÅseEk");
        save(Map.of("givenName", "Utan")).then().statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "givenName  | 19640823-3234    | ser ut som ett personnummer",
                "familyName | =1+1             | Ta bort det första tecknet",
                "phone      | 123              | Skriv numret som",
                "altPhone   | abc              | Skriv numret som",
                "email      | asa              | Skriv adressen som",
                "street     | @Storgatan       | Ta bort det första tecknet",
                "postalCode | 1                | Skriv postnumret som",
                "city       | -Solna           | Ta bort det första tecknet",
                "birthYear  | 67               | Skriv året med fyra siffror",
                "language   | svenska          | två eller tre små bokstäver",
                "externalId | 8                | Någon annan i registret har det medlemsnumret",
                "joinedOn   | 2199-01-01       | Välj en dag som har varit",
                "leftOn     | i går            | Välj en dag som har varit",
                "leftOn     | 2020-01-01       | kan inte ta slut innan det började",
                "paidUntil  | 2199-01-01       | högst tio år fram"
            })
    void whatIsWrongIsSaidAtTheFieldAndNothingIsStored(String field, String typed, String said) {
        person("solna", "{\"givenName\": \"Bo\", \"externalId\": \"8\"}");
        var form = new HashMap<>(Map.of(
                "version",
                "0",
                "givenName",
                "Ändrad",
                "familyName",
                "Ek",
                "city",
                "Sundbyberg",
                "joinedOn",
                "2021-01-01"));
        form.put(field, typed);

        save(form).then().statusCode(400).body(containsString(said), containsString("Inget är sparat än"));
        assertThat(rows.value("select given_name || coalesce(city, '') from person where id = " + asa))
                .isEqualTo("Åsa");
    }

    @Test
    void whoeverHasNothingLeftIsNobody() {
        save(Map.of("version", "0", "givenName", "", "familyName", "", "phone", "", "email", ""))
                .then()
                .statusCode(400)
                .body(containsString("Skriv ett namn, en telefon eller en e-postadress."));
    }

    @Test
    void aTagIsPutOnTheChosenAndUndoneForThoseWhoGotItJustNow() {
        int bo = person("solna", "{\"givenName\": \"Bo\"}");
        int other = person("boras", "{\"givenName\": \"Eva\"}", a.token("boras"));
        int tag =
                as(token).body("{\"title\": \"Ny\"}").post(in("solna", "/tags")).path("id");
        as(token).put(in("solna", "/people/" + bo + "/tags/" + tag));
        browser()
                .get("/o/solna/people")
                .then()
                .body(containsString("Sätt etiketten på de valda"), containsString("value=\"" + bo + "\""));

        var answer = browser()
                .formParam("person", asa, bo, other)
                .formParam("tag", tag)
                .post("/o/solna/people/tags");
        answer.then()
                .statusCode(200)
                .body(
                        containsString("1 fick etiketten Ny"),
                        containsString("1 hade den redan"),
                        containsString("name=\"person\" value=\"" + asa + "\""),
                        not(containsString("name=\"person\" value=\"" + bo + "\"")));
        assertThat(rows.count("person_tag")).isEqualTo(2);

        browser()
                .formParam("person", asa)
                .formParam("tag", tag)
                .post("/o/solna/people/tags/removal")
                .then()
                .statusCode(303);
        assertThat(rows.values("select cast(person_id as text) from person_tag"))
                .containsExactly(String.valueOf(bo));
        browser()
                .formParam("person", asa)
                .formParam("tag", 4711)
                .post("/o/solna/people/tags")
                .then()
                .statusCode(404);
        browser()
                .formParam("person", asa)
                .formParam("title", "Kassör")
                .post("/o/solna/people/tags")
                .then()
                .statusCode(200);
        browser().get(page("")).then().body(containsString("Kassör"), containsString("Ta bort etiketten Kassör"));
    }

    @Test
    void anAdministratorProtectsAPersonAndLiftsTheProtectionAgain() {
        var eva = staff.session(staff.staff("eva@example.org", "solna", Role.ADMINISTRATOR));
        var bo = staff.session(staff.staff("bo@example.org", "boras", Role.ADMINISTRATOR));
        browser().get(page("")).then().statusCode(200).body(not(containsString("Skydda personen")));
        StaffFixtures.post(browser(), page("/protection"), Map.of()).then().statusCode(403);
        StaffFixtures.post(StaffFixtures.browser(bo), page("/protection"), Map.of())
                .then()
                .statusCode(404);
        StaffFixtures.browser(eva).get(page("")).then().body(containsString("Ja, skydda Åsa Ek"));

        StaffFixtures.post(StaffFixtures.browser(eva), page("/protection"), Map.of())
                .then()
                .statusCode(303);

        browser().get(page("")).then().statusCode(404);
        StaffFixtures.post(browser(), page("/protection/lifting"), Map.of())
                .then()
                .statusCode(403);
        StaffFixtures.browser(eva)
                .get(page(""))
                .then()
                .body(containsString("Ja, häv skyddet för Åsa Ek"), not(containsString("Ja, skydda")));
        assertThat(rows.value("select cast(count(*) as text) from access_log where action = 'person.restricted'"))
                .isEqualTo("1");
        StaffFixtures.post(StaffFixtures.browser(eva), page("/protection/lifting"), Map.of())
                .then()
                .statusCode(303);
        browser().get(page("")).then().statusCode(200);
    }

    @Test
    void onlyWhoMayChangePeopleComesHereAndOnlyToTheirOwn() {
        int eva = person("boras", "{\"givenName\": \"Eva\"}", a.token("boras"));
        StaffFixtures.visitor().get(page("/edit")).then().statusCode(303);
        browser().get("/o/solna/people/" + eva + "/edit").then().statusCode(404);
        StaffFixtures.post(browser(), "/o/solna/people/" + eva + "/edit", Map.of("version", "0", "givenName", "X"))
                .then()
                .statusCode(404);
        staff.browserOf("bo@example.org", "boras", Role.ADMINISTRATOR)
                .get(page("/edit"))
                .then()
                .statusCode(404);
        staff.browserOf("bo2@example.org", "boras", Role.ADMINISTRATOR)
                .formParam("person", asa)
                .formParam("title", "X")
                .post("/o/solna/people/tags")
                .then()
                .statusCode(404);
        assertThat(rows.count("tag")).isZero();
    }

    private String page(String path) {
        return "/o/solna/people/" + asa + path;
    }

    private Response save(Map<String, String> form) {
        return StaffFixtures.post(browser(), page("/edit"), form);
    }

    private RequestSpecification browser() {
        return StaffFixtures.browser(olle).contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private int person(String slug, String body) {
        return person(slug, body, token);
    }

    private int person(String slug, String body, String as) {
        return as(as).body(body)
                .post(in(slug, "/people"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
