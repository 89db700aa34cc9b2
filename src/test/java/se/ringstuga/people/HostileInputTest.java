package se.ringstuga.people;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.ApiTest;

/** Whatever is sent, the answer is one of ours: never an unexpected failure, and never somebody else's things. */
@QuarkusTest
class HostileInputTest extends ApiTest {

    @Inject
    StoredRows rows;

    private String token;

    @BeforeEach
    void twoAssociations() {
        a.organization("solna");
        a.organization("boras");
        token = a.token("solna");
    }

    static Stream<String> searches() {
        return Stream.of(
                "%",
                "_",
                "\\",
                "%_\\",
                "'; drop table person; --",
                "\0",
                "a\0b",
                "😀",
                "👩‍👩‍👧",
                "שלום",
                "\u202Eabc",
                "+",
                "00",
                "(",
                "å".repeat(100),
                "x".repeat(5_000),
                "\uDBFF\uDFFF",
                "a ".repeat(50));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void aSearchIsOnlyText(String search) {
        var answer = as(token).queryParam("search", search).get(in("solna", "/people"));

        assertThat(answer.statusCode()).isIn(200, 400, 414);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/people",
                "POST|/people/find-or-create",
                "PUT|/people/by-external-id/M-1",
                "PATCH|/people/{own}",
                "POST|/people/imports/1/ended-memberships",
                "POST|/tags",
                "POST|/segments",
                "POST|/segments/preview",
                "POST|/segments/explanation",
                "POST|/surveys",
                "POST|/people/{own}/submissions",
                "POST|/people/{own}/survey-links"
            })
    void aBodyThatIsNoneIsRefused(String method, String path) {
        var here = in("solna", path.replace("{own}", String.valueOf(person("solna", token))));
        for (var body : List.of("null", "[]", "7", "\"x\"", "{\"colour\": \"red\"}", "{", "")) {
            as(token).body(body).request(method, here).then().statusCode(400).body("violations[0].in", equalTo("body"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\uD800", "\\u202Eabc", "😀 Ek", "شيماء", "ﷺ"})
    void textIsKeptCleanOrRefused(String text) {
        int own = person("solna", token);
        var filter = "{\"type\":\"field\",\"field\":\"city\",\"equals\":\"%s\"}".formatted(text);
        for (var request : Map.of(
                        "/people", "{\"givenName\":\"Bo\",\"familyName\":\"%s\"}".formatted(text),
                        "/people/find-or-create", "{\"givenName\":\"Bo\",\"externalId\":\"%s\"}".formatted(text),
                        "/tags", "{\"title\":\"%s\"}".formatted(text),
                        "/segments", "{\"title\":\"%s\",\"filter\":%s}".formatted(text, filter),
                        "/segments/preview", "{\"filter\":%s}".formatted(filter),
                        "/surveys",
                                "{\"title\":\"%s\",\"questions\":[{\"text\":\"%1$s\",\"type\":\"TEXT\"}]}"
                                        .formatted(text))
                .entrySet()) {
            expected(as(token).body(request.getValue()).post(in("solna", request.getKey())));
        }
        expected(as(token)
                .body("{\"city\":\"%s\",\"%1$s\":\"x\"}".formatted(text))
                .patch(in("solna", "/people/" + own)));
        expected(raw().body("{\"givenName\":\"Bo\"}").put(in("solna", "/people/by-external-id/a%00b")));
        expected(raw().put(in("solna", "/people/" + own + "/connections/a%00b")));
        expected(raw().put(in("solna", "/people/corrections/" + own + "/a%00b/done")));
        expected(raw().get(in("a%00b", "/people")));
    }

    @Test
    void aForgedCursorIsRefusedOrEmpty() {
        for (var forged : List.of("1:a\0b", "-1:", "9223372036854775807:~", "x:y", ":", "1:" + "z".repeat(3_000))) {
            var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(UTF_8));
            for (var list : List.of("/people", "/people/corrections", "/people/imports", "/segments", "/surveys")) {
                expected(as(token).queryParam("cursor", cursor).get(in("solna", list)));
            }
            expected(as(token)
                    .queryParam("cursor", cursor)
                    .get(in("solna", "/people/" + person("solna", token) + "/timeline")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "{theirs}", "9223372036854775807"})
    void othersAndNobodysIdsAreNotFound(String written) {
        int own = person("solna", token);
        var id = written.replace("{theirs}", String.valueOf(person("boras", a.token("boras"))));
        int tag = as(token).body("{\"title\":\"x\"}").post(in("solna", "/tags")).path("id");
        for (var get : List.of("", "/timeline", "/submissions", "/survey-links")) {
            as(token).get(in("solna", "/people/" + id + get)).then().statusCode(404);
        }
        as(token)
                .body("{\"city\":\"x\"}")
                .patch(in("solna", "/people/" + id))
                .then()
                .statusCode(404);
        for (var put : List.of(id + "/tags/" + tag, own + "/tags/" + id, id + "/restriction", id + "/connections/x")) {
            as(token).put(in("solna", "/people/" + put)).then().statusCode(404);
            as(token).delete(in("solna", "/people/" + put)).then().statusCode(404);
        }
        as(token)
                .put(in("solna", "/people/corrections/" + id + "/email/done"))
                .then()
                .statusCode(404);
        as(token)
                .body("{\"count\":0}")
                .post(in("solna", "/people/imports/" + id + "/ended-memberships"))
                .then()
                .statusCode(404);
    }

    @Test
    void aFileThatIsNoRegisterIsRefusedAsAWhole() {
        refused("Förnamn;Mobil\nÅsa;\0".getBytes(UTF_8));
        refused(new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0});
        refused(("Förnamn;Mobil\n\"Åsa;" + "x".repeat(1 << 20)).getBytes(UTF_8));
        refused("x".repeat(1 << 20).getBytes(UTF_8));
        refused(("Förnamn" + ";Mobil".repeat(1_000) + "\n").getBytes(UTF_8));
        refused((";" + "\n").repeat(10).getBytes(UTF_8));
        imported("Förnamn\n".getBytes(UTF_8)).statusCode(200).body("rows", equalTo(0));
    }

    @Test
    void namesOfEveryScriptAreKeptAsTheyAre() {
        imported("Medlemsnummer;Förnamn;Efternamn\n1;שלום;😀\n2;شيماء;O\u2019Brien\n".getBytes(UTF_8))
                .statusCode(200)
                .body("created", equalTo(2));

        assertThat(rows.values("select given_name || ' ' || family_name from person order by id"))
                .containsExactly("שלום 😀", "شيماء O\u2019Brien");
    }

    @Test
    void aFaultyParameterOfAnImportIsNamed() {
        for (var query :
                List.of("encoding=ebcdic", "separator=x", "column=mobile", "column=shoeSize:Sko", "dryRun=x")) {
            given().header("Authorization", "Bearer " + token)
                    .contentType("text/csv")
                    .body("Förnamn\nÅsa\n")
                    .post(in("solna", "/people/imports?" + query))
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo(query.replaceAll("=.*", "")))
                    .body("violations[0].in", equalTo("query"));
        }
        assertThat(rows.count("person")).isZero();
    }

    private RequestSpecification raw() {
        return as(token).urlEncodingEnabled(false);
    }

    private void refused(byte[] file) {
        imported(file).statusCode(400).body("type", endsWith("/problems/unreadable-register"));
    }

    private ValidatableResponse imported(byte[] file) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("text/csv")
                .body(file)
                .post(in("solna", "/people/imports"))
                .then();
    }

    private static void expected(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isLessThan(500);
    }

    private int person(String slug, String bearer) {
        return as(bearer)
                .body("{\"givenName\": \"Bo\"}")
                .post(in(slug, "/people"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
