package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.accounts.Permission;

@QuarkusTest
class AutomationsTest extends AutomationTest {

    @Test
    void theWelcomeFlowIsThereFromTheStartAndSwitchedOff() {
        as(token)
                .get(in(SOLNA, "/automations"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].key", equalTo("valkomna"))
                .body("items[0].title", equalTo("Välkommen som ny medlem"))
                .body("items[0].state", equalTo("OFF"));
        as(token).get(in(SOLNA, "/automations")).then().body("items", hasSize(1));
        imported(member(5, "Anna", 0));
        goOn();
        assertThat(phones()).isEmpty();
    }

    @Test
    void theWelcomeFlowsTextsCanBeSentAsTheyStand() {
        var id = welcome();
        var definition = automation(id).getMap("definition");

        as(token)
                .body(map("title", "Välkommen", "definition", definition))
                .put(in(SOLNA, "/automations/" + id))
                .then()
                .statusCode(200)
                .body("number", equalTo(1));
    }

    @Test
    void anAutomationIsWrittenReadAndGoneOnceWithAKey() {
        var body = map("title", " Taggade ", "definition", definition(joined(), wait(1)));
        var first = as(token)
                .header("Idempotency-Key", "a")
                .body(body)
                .post(in(SOLNA, "/automations"))
                .then()
                .statusCode(201)
                .body("title", equalTo("Taggade"))
                .body("state", equalTo("OFF"))
                .body("definition.steps[0].key", equalTo("wait"))
                .extract()
                .jsonPath()
                .getLong("id");
        as(token)
                .header("Idempotency-Key", "a")
                .body(body)
                .post(in(SOLNA, "/automations"))
                .then()
                .statusCode(201)
                .body("id", equalTo((int) first));

        as(token).delete(in(SOLNA, "/automations/" + first)).then().statusCode(204);
        as(token).get(in(SOLNA, "/automations/" + first)).then().statusCode(404);
    }

    @Test
    void whatIsThereFromTheStartOrHasTouchedSomebodyIsNotDeleted() {
        as(token).delete(in(SOLNA, "/automations/" + welcome())).then().statusCode(409);
        var id = running(definition(joined(), wait(1)));
        imported(member(5, "Anna", 0));
        goOn();
        as(token)
                .delete(in(SOLNA, "/automations/" + id))
                .then()
                .statusCode(409)
                .body("type", startsWith("https://"))
                .body("state", equalTo("ON"));
    }

    @Test
    void aDefinitionIsRefusedWholeWithEveryPlaceNamed() {
        as(token)
                .body(map(
                        "title",
                        "",
                        "definition",
                        definition(joined(), sms("Hej {fornam}!"), map("type", "tag", "tagId", 4711))))
                .post(in(SOLNA, "/automations"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("title"));
        as(token)
                .body(map(
                        "title",
                        "Fel",
                        "definition",
                        definition(
                                map("type", "answered", "surveyId", 99),
                                sms("Hej {fornam}!"),
                                map("type", "tag", "tagId", 4711),
                                sms("Vi ses i morgon"),
                                map(
                                        "type",
                                        "branch",
                                        "filter",
                                        map("type", "tag", "anyOf", List.of(4712)),
                                        "then",
                                        List.of(wait(1))))))
                .post(in(SOLNA, "/automations"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("definition.steps[3].filter.anyOf[0]"));
        as(token)
                .body(map(
                        "title",
                        "Fel",
                        "definition",
                        definition(
                                map("type", "answered", "surveyId", 99),
                                sms("Hej {fornam}!"),
                                map("type", "tag", "tagId", 4711),
                                sms("Vi ses i morgon"))))
                .post(in(SOLNA, "/automations"))
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "definition.trigger.surveyId",
                                "definition.steps[0].text",
                                "definition.steps[1].tagId",
                                "definition.steps[2].text"));
    }

    @Test
    void aRehearsalTellsWhatWouldHappenAndTouchesNobody() {
        var id = welcome();
        as(token)
                .header("Accept-Language", "sv")
                .body(map("on", "2027-03-01"))
                .post(in(SOLNA, "/automations/" + id + "/rehearsals"))
                .then()
                .statusCode(200)
                .body("items[0].at", equalTo("2027-03-01T11:00:00Z"))
                .body("items[0].says", equalTo("Skicka sms"))
                .body("items[0].text", startsWith("Hej "))
                .body(
                        "items.find { it.step == 'enkat' }.when",
                        contains("Om personen har blivit uppringd minst 3 gånger utan att nås de senaste 60 dagarna"))
                .body("items.find { it.step == 'ring' }.says", equalTo("Sätt upp på ringlistan ”Nya medlemmar”"));
        as(token)
                .body(map("on", "2027-03-01", "at", "22:00", "moved", true))
                .post(in(SOLNA, "/automations/" + id + "/rehearsals"))
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items[0].at", equalTo("2027-03-02T08:00:00Z"));
        as(token)
                .body(map())
                .post(in(SOLNA, "/automations/" + id + "/rehearsals"))
                .then()
                .statusCode(400);
        as(token)
                .body(map("on", "+999999999-12-31"))
                .post(in(SOLNA, "/automations/" + id + "/rehearsals"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("on"));
        assertThat(number("select count(*) as n from automation_enrolment")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,",
        "POST,",
        "GET,/1",
        "PUT,/1",
        "DELETE,/1",
        "GET,/1/versions",
        "GET,/1/versions/1",
        "GET,/1/activation",
        "POST,/1/activation",
        "POST,/1/activation/request",
        "DELETE,/1/activation",
        "POST,/1/pause",
        "POST,/1/resumption",
        "POST,/1/rehearsals",
        "GET,/1/enrolments",
        "POST,/1/enrolments",
        "GET,/1/enrolments/1",
        "DELETE,/1/enrolments/1",
        "POST,/1/enrolments/1/resumption",
        "POST,/1/enrolments/resumption",
        "GET,/funnel",
        "GET,/funnel/late"
    })
    void everyEndpointNeedsItsRightAndKnowsOnlyItsOwn(String method, String path) {
        a.organization("taby");
        var id = written(definition(joined(), wait(1)));
        var below = path == null ? "" : path.replaceFirst("^/1", "/" + id);
        var body = "{\"title\":\"a\",\"on\":\"2027-01-01\",\"personId\":1,\"existing\":\"FROM_NOW\"}";
        var url = in(SOLNA, "/automations" + below);

        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .request(method, url)
                .then()
                .statusCode(401);
        as(a.token(SOLNA, Permission.PEOPLE_READ))
                .body(body)
                .request(method, url)
                .then()
                .statusCode(403);
        as(a.token("taby")).body(body).request(method, url).then().statusCode(404);
        if (below.matches("/[0-9].*")) {
            as(a.token("taby"))
                    .body(sound(below))
                    .request(method, in("taby", "/automations" + below))
                    .then()
                    .statusCode(404);
        }
    }

    /** A body that would be taken if the automation were there. */
    private static Map<String, Object> sound(String path) {
        if (path.endsWith("rehearsals")) {
            return map("on", "2027-01-01");
        } else if (path.endsWith("enrolments")) {
            return map("personId", 1);
        } else if (path.endsWith("activation")) {
            return map("existing", "FROM_NOW");
        }
        return map("title", "a", "definition", definition(joined(), wait(1)));
    }
}
