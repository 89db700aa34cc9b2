package se.ringstuga.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.ApiTest;

/** Filters, targets, goals and titles as somebody sends them who wants to see what breaks. */
@QuarkusTest
class HostileFiltersTest extends ApiTest {

    private static final String HAS_PHONE = "{\"type\":\"hasPhone\"}";

    private String token;

    @BeforeEach
    void anAssociation() {
        a.organization("solna");
        token = a.token("solna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "a\\u0007b", "a\\nb", "a\\tb", "\\u007f", "a\\u0085b"})
    void aControlCharacterInAFilterIsRefusedAtItsPlace(String text) {
        String city = "{\"type\":\"personField\",\"field\":\"city\",\"operator\":\"%s\",\"%s\":%s}";
        String one = city.formatted("equals", "value", "\"" + text + "\"");
        String several = city.formatted("in", "values", "[\"Solna\",\"" + text + "\"]");
        String written = "{\"type\":\"surveyText\",\"contains\":\"" + text + "\"}";
        String placed = "{\"type\":\"organization\",\"organization\":\"" + text + "\"}";

        preview(one).statusCode(400).body("violations.field", contains("filter.value"));
        preview(several).statusCode(400).body("violations.field", contains("filter.values[1]"));
        preview(written).statusCode(400).body("violations.field", contains("filter.contains"));
        preview(placed).statusCode(400).body("violations.field", hasItem("filter.organization"));
        preview("{\"type\":\"" + text + "\"}").statusCode(400).body("violations.field", contains("filter.type"));
        assignment(one, HAS_PHONE, "x").statusCode(400).body("violations.field", contains("target.value"));
        assignment(HAS_PHONE, written, "x").statusCode(400).body("violations.field", contains("goal.contains"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\u0007b", "a\\nb", "a\\u009fb"})
    void aControlCharacterInATitleOrANameIsRefusedByName(String text) {
        String quoted = "\"" + text + "\"";
        post("/segments", "{\"title\":" + quoted + ",\"filter\":" + HAS_PHONE + "}")
                .body("violations.field", contains("title"));
        post("/tags", "{\"title\":" + quoted + "}").body("violations.field", contains("title"));
        post("/surveys", "{\"title\":" + quoted + ",\"questions\":[{\"text\":\"?\",\"type\":\"TEXT\"}]}")
                .body("violations.field", contains("title"));
        assignment(HAS_PHONE, "null", text).statusCode(400).body("violations.field", contains("title"));
        post("/organizations", "{\"kind\":\"LOCAL_GROUP\",\"slug\":\"ny\",\"name\":" + quoted + "}")
                .body("violations.field", contains("name"));
        int assignment =
                assignment(HAS_PHONE, "null", "x").statusCode(201).extract().path("id");
        post("/call-assignments/" + assignment + "/callers", "{\"name\":" + quoted + "}")
                .body("violations.field", contains("name"));
    }

    @ParameterizedTest
    @CsvSource({"givenName", "familyName", "email", "phone", "street", "city", "externalId", "language", "joinedOn"})
    void aNulInAPersonIsRefusedByName(String field) {
        String person = "{\"givenName\":\"Bo\",\"%s\":\"a\\u0000b\"}"
                .formatted(field)
                .replace("\"givenName\":\"Bo\",\"givenName\"", "\"givenName\"");
        post("/people", person).body("violations.field", hasItem(field));
        int bo = as(token)
                .body("{\"givenName\":\"Bo\"}")
                .post(in("solna", "/people"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(token)
                .body("{\"%s\":\"a\\u0000b\"}".formatted(field))
                .patch(in("solna", "/people/" + bo))
                .then()
                .statusCode(400)
                .body("violations.field", contains(field));
    }

    @Test
    void aControlCharacterInAQuestionIsRefusedAtItsPlace() {
        post("/surveys", """
                {"title": "x", "questions": [
                  {"text": "a\\u0000b", "type": "TEXT"},
                  {"text": "En rad\\noch en till", "type": "SINGLE_CHOICE", "options": ["Ja", "a\\u0007b"]}]}""").body("violations.field", contains("questions[0].text", "questions[1].options[1]"));
    }

    @Test
    void aPersonalIdentityNumberIsNoValueToSearchFor() {
        preview("{\"type\":\"personField\",\"field\":\"city\",\"operator\":\"equals\",\"value\":\"19640823-3234\"}")
                .statusCode(400)
                .body("violations.field", contains("filter.value"))
                .body(not(containsString("3234")));
    }

    @Test
    void aMegabyteOfTextIsRefused() {
        String nearly = "x".repeat(1_000_000);
        String value = "{\"type\":\"personField\",\"field\":\"city\",\"operator\":\"equals\",\"value\":\"%s\"}";
        preview(value.formatted(nearly)).statusCode(400).body("violations.field", contains("filter.value"));
        preview(value.formatted(nearly + nearly)).statusCode(413);
        post("/segments", "{\"title\":\"" + nearly + "\",\"filter\":" + HAS_PHONE + "}")
                .body("violations.field", contains("title"));
        post("/tags", "{\"title\":\"" + nearly + "\"}").body("violations.field", contains("title"));
        post("/people", "{\"givenName\":\"" + nearly + "\"}").body("violations.field", contains("givenName"));
        post("/surveys", "{\"title\":\"" + nearly + "\",\"questions\":[{\"text\":\"?\",\"type\":\"TEXT\"}]}")
                .body("violations.field", contains("title"));
        var answer = preview("{\"type\":\"hasPhone\",\"" + nearly + "\":1}").statusCode(400);
        assertThat(answer.extract().asString().length()).isLessThan(1_000);
    }

    @Test
    void aTreeTooWideOrTooDeepIsRefusedAtItsPlace() {
        String wide = IntStream.range(0, 10_000).mapToObj(_ -> HAS_PHONE).collect(Collectors.joining(","));
        preview("{\"type\":\"any\",\"filters\":[" + wide + "]}")
                .statusCode(400)
                .body("violations.field", contains("filter.filters"));
        String fifty = "{\"type\":\"any\",\"filters\":["
                + IntStream.range(0, 50).mapToObj(_ -> HAS_PHONE).collect(Collectors.joining(",")) + "]}";
        String many = IntStream.range(0, 50).mapToObj(_ -> fifty).collect(Collectors.joining(","));
        preview("{\"type\":\"all\",\"filters\":[" + many + "]}")
                .statusCode(400)
                .body("violations.size()", equalTo(1))
                .body("violations.message", hasItem(containsString("may have 100")));
        assignment(nested(1_000), HAS_PHONE, "x").statusCode(400).body("violations.field", contains("target"));
        preview(nested(1_000)).statusCode(400).body("violations.field", contains("filter"));
        preview(nested(20)).statusCode(400).body("violations[0].message", containsString("10 levels"));
    }

    @Test
    void noAnswerNamesMoreThanAHundredFaults() {
        String members =
                IntStream.range(0, 10_000).mapToObj(i -> "\"m" + i + "\":1").collect(Collectors.joining(",", ",", ""));

        preview("{\"type\":\"hasPhone\"" + members + "}").statusCode(400).body("violations.size()", equalTo(100));
        post("/people", "{\"givenName\":\"Bo\"" + members + "}").body("violations.size()", equalTo(1));
    }

    private static String nested(int levels) {
        return "{\"type\":\"not\",\"filter\":".repeat(levels) + HAS_PHONE + "}".repeat(levels);
    }

    private ValidatableResponse preview(String filter) {
        return as(token)
                .body("{\"filter\":" + filter + "}")
                .post(in("solna", "/segments/preview"))
                .then();
    }

    private ValidatableResponse assignment(String target, String goal, String title) {
        return as(token)
                .body("{\"title\":\"" + title + "\",\"target\":" + target + ",\"goal\":" + goal + "}")
                .post(in("solna", "/call-assignments"))
                .then();
    }

    private ValidatableResponse post(String path, String body) {
        return as(token).body(body).post(in("solna", path)).then().statusCode(400);
    }
}
