package se.ringstuga.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;

@QuarkusTest
class RegisterImportTest extends ApiTest {

    private static final String HEADER = "Medlemsnummer;Förnamn;Efternamn;Kön;Födelseår;Postnummer;Ort;Telefon bostad;"
            + "Mobiltelefon;E-post;Inträdesdatum;Partiförening;Betald t.o.m.;Anteckning\n";

    @Inject
    StoredRows rows;

    private String token;

    @BeforeEach
    void anAssociation() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        token = a.token("solna");
    }

    @Test
    void everyRowIsAccountedForAndEveryUncleanCellReported() {
        var problems = imported(HEADER
                        + "1;Åsa;Ek;K;1967;129 31;Hägersten;;070-174 06 05;asa@example.org;2026-09-15;Huvudsta;2026-12-31;\n"
                        + "2;=HYPERLINK(\"x\");Ek;;2099;1;Solna;123;070174O612;inte en adress;2026-13-01;Mora;2026-12-31;19640823-3234\n"
                        + ";Eva;Y?lmaz;;;;;0771-12 34 56;;a@example.org b@example.org;2027-01-01;solna;;\"ringde \"\"sent\"\"; ville\nbli uppringd\"\n"
                        + "1;Åsa;Ek-Berg\u00a0;;;;;;;;;;;\n"
                        + "3;;;X;1980;;;;;;;;;\n")
                .body("rows", equalTo(5))
                .body("created", equalTo(3))
                .body("updated", equalTo(0))
                .body("unchanged", equalTo(1))
                .body("rejected", equalTo(1))
                .body("id", notNullValue())
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("problems");

        assertThat(problems)
                .extracting(problem -> problem.get("row") + " " + problem.get("column") + " " + problem.get("code"))
                .containsExactlyInAnyOrder(
                        "3 Förnamn formula",
                        "3 Födelseår invalid-birth-year",
                        "3 Postnummer invalid-postal-code",
                        "3 Telefon bostad invalid-phone",
                        "3 Mobiltelefon invalid-phone",
                        "3 E-post invalid-email",
                        "3 Inträdesdatum invalid-date",
                        "3 Partiförening unknown-organization",
                        "3 Anteckning personal-identity-number",
                        "4 Medlemsnummer missing-member-number",
                        "4 Efternamn garbled-name",
                        "4 Telefon bostad phone-not-personal",
                        "4 E-post several-emails",
                        "4 Inträdesdatum future-date",
                        "5 null repeated-row",
                        "6 null no-name-or-contact");
        assertThat(String.valueOf(problems.getFirst().get("message"))).startsWith("Cellen innehåller en formel");
        assertThat(rows.values("select given_name || ' ' || family_name from person order by sort_name desc"))
                .containsExactly("Eva Y?lmaz", "Åsa Ek-Berg", " Ek");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var file = HEADER + "1;Åsa;Ek;;;;;;070-174 06 05;;;Huvudsta;;\n;Bo;Ek;;;;;;;bo@example.org;;;;\n";
        imported(file).body("created", equalTo(2));

        imported(file).body("created", equalTo(0)).body("updated", equalTo(0)).body("unchanged", equalTo(2));
    }

    @Test
    void aChangedCellUpdatesAndAnEmptyOneClearsNothing() {
        imported(HEADER + "1;Åsa;Ek;;;;;08-465 004 00;070-174 06 05;asa@example.org;;;;\n");

        imported(HEADER + "1;Åsa;Ek;;;;Solna;08-465 004 00;;;;;;\n").body("updated", equalTo(1));

        assertThat(rows.value("select phone || ' ' || alt_phone || ' ' || email || ' ' || city from person"))
                .isEqualTo("+46701740605 +46846500400 asa@example.org Solna");
    }

    @Test
    void aDryRunGivesTheSameFiguresAndKeepsNothing() {
        var file = HEADER + "1;Åsa;Ek;;;;;;070174O612;;;;;\n2;Bo;Ek;;;;;;;;;;;\n";

        post("?dryRun=true", file)
                .body("created", equalTo(2))
                .body("id", nullValue())
                .body("problems.size()", equalTo(1));

        assertThat(rows.count("person")).isZero();
        assertThat(rows.count("people_import")).isZero();
        assertThat(rows.value("select string_agg(action, ' ') from access_log")).isEqualTo("people.import-dry-run");
    }

    @Test
    void aPersonalIdentityNumberIsNowhereAfterwards() {
        var answer = imported(HEADER + "6408233234;Åsa;Ek 640823-3234;;;;;196408233234;;;;;;pnr 19640823-3234\n")
                .extract()
                .asString();

        assertThat(answer).doesNotContain("3234");
        assertThat(rows.value("select cast(row_to_json(p) as text) from person p"))
                .doesNotContain("3234");
    }

    @Test
    void genderAndNotesOfTheRegisterAreNotStored() {
        imported(HEADER + "1;Åsa;Ek;Kvinna;;;;;;;;;;Vill helst bli uppringd sent\n");

        assertThat(rows.value("select cast(row_to_json(p) as text) from person p"))
                .doesNotContain("Kvinna")
                .doesNotContain("uppringd");
    }

    @Test
    void joinedAndPaidUntilAreKept() {
        imported(HEADER + "1;Åsa;Ek;;;;;;;;2026-09-15;;2026-12-31;\n");

        assertThat(rows.value("select joined_on || ' ' || paid_until from membership"))
                .isEqualTo("2026-09-15 2026-12-31");
    }

    @Test
    void aCompleteFileCountsTheMissingAndEndsNothingByItself() {
        imported(HEADER + "1;Åsa;Ek;;;;;;;;;;;\n2;Bo;Ek;;;;;;;;;;;\n3;Cia;Ek;;;;;;;;;;;\n");

        int id = post("?complete=true", HEADER + "1;Åsa;Ek;;;;;;;;;;;\n")
                .body("missing", equalTo(2))
                .extract()
                .path("id");

        assertThat(rows.count("membership where left_on is not null")).isZero();
        end(id, "{}").statusCode(400);
        end(id, "{\"count\": 1}").statusCode(409).body("missing", equalTo(2));
        end(id, "{\"count\": 2}").statusCode(200).body("ended", equalTo(2));
        assertThat(rows.value(
                        "select string_agg(cast(left_on as text), ' ') from membership where left_on is not null"))
                .isEqualTo("2026-11-24 2026-11-24");
        end(id, "{\"count\": 2}").statusCode(409);
    }

    @Test
    void whoeverComesBackIsAMemberAgain() {
        imported(HEADER + "1;Åsa;Ek;;;;;;;;;;;\n2;Bo;Ek;;;;;;;;;;;\n");
        int id = post("?complete=true", HEADER + "1;Åsa;Ek;;;;;;;;;;;\n")
                .extract()
                .path("id");
        end(id, "{\"count\": 1}").statusCode(200);

        imported(HEADER + "2;Bo;Ek;;;;;;;;;;;\n").body("updated", equalTo(1));

        assertThat(rows.count("membership where left_on is not null")).isZero();
    }

    @Test
    void onlyTheLatestCompleteImportCanBeConfirmed() {
        imported(HEADER + "1;Åsa;Ek;;;;;;;;;;;\n2;Bo;Ek;;;;;;;;;;;\n");
        int first = post("?complete=true", HEADER + "1;Åsa;Ek;;;;;;;;;;;\n")
                .extract()
                .path("id");
        post("?complete=true", HEADER + "1;Åsa;Ek;;;;;;;;;;;\n2;Bo;Ek;;;;;;;;;;;\n")
                .body("missing", equalTo(0));

        end(first, "{\"count\": 1}").statusCode(409);
        int incomplete = imported(HEADER + "1;Åsa;Ek;;;;;;;;;;;\n").extract().path("id");
        end(incomplete, "{\"count\": 0}").statusCode(409);
    }

    @Test
    void aPlacementMakesThePersonVisibleBelowAndFollowsTheRegister() {
        imported(HEADER + "1;Åsa;Ek;;;;;;;;;HUVUDSTA;;\n");
        assertThat(
                        rows.value(
                                "select string_agg(o.slug || ' ' || c.source, ',') from person_connection c join organization o on o.id = connected_to"))
                .isEqualTo("huvudsta REGISTER");

        imported(HEADER + "1;Åsa;Ek;;;;;;;;;Solna;;\n").body("updated", equalTo(1));
        assertThat(rows.count("person_connection")).isZero();
    }

    @Test
    void twoPeopleWithOneNumberStayTwo() {
        imported(HEADER + "1;Åsa;Ek;;;;;;070-174 06 05;;;;;\n2;Bo;Ek;;;;;;070-174 06 05;;;;;\n")
                .body("created", equalTo(2));
    }

    @Test
    void aProtectedPersonIsNeitherChangedNorUnprotected() {
        imported(HEADER + "1;Åsa;Ek;;;;;;070-174 06 05;;;;;\n");
        rows.change("update person set restricted_at = created_at, restricted_by = 'staff:1'");

        imported(HEADER + "1;Åsa;Ny;;;;;;070-174 06 06;;;;;\n").body("unchanged", equalTo(1));

        assertThat(rows.value("select family_name || phone from person where restricted_at is not null"))
                .isEqualTo("Ek+46701740605");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en-GB|en", "de, en;q=0.5|en", "sv-SE, en;q=0.8|sv", "|sv", "de|sv", "*|sv", ";;q|sv"})
    void problemsAreToldInTheReadersLanguage(String accepted, String language) {
        given().header("Authorization", "Bearer " + token)
                .header("Accept-Language", accepted == null ? "" : accepted)
                .contentType("text/csv; charset=utf-8")
                .body(HEADER + "1;Åsa;Ek;;;;;;070174O612;;;;;\n")
                .post(in("solna", "/people/imports"))
                .then()
                .statusCode(200)
                .body(
                        "problems[0].message",
                        equalTo(ProblemCode.INVALID_PHONE.message(Locale.forLanguageTag(language))));
    }

    @Test
    void onlyWhoeverMayImportDoesAndNobodySideways() {
        a.organization("boras");
        var file = HEADER + "1;Åsa;Ek;;;;;;;;;;;\n";

        send(null, "solna", "", file).statusCode(401);
        send(a.token("solna", Permission.PEOPLE_WRITE), "solna", "", file).statusCode(403);
        send(a.token("boras"), "solna", "", file).statusCode(404);
        send(token, "solna", "?encoding=ebcdic", file).statusCode(400).body("violations[0].field", equalTo("encoding"));
        send(token, "solna", "", "").statusCode(400);
        as(token).get(in("solna", "/people/imports")).then().statusCode(200).body("items", empty());
    }

    @Test
    void listsOfPeopleSayHowOldTheLastCompleteImportIs() {
        a.organization("boras");
        send(a.token("boras"), "boras", "?complete=true", HEADER + "1;Åsa;Ek;;;;;;;;;;;\n")
                .statusCode(200);
        var below = a.token("huvudsta");
        imported(HEADER + "1;Åsa;Ek;;;;;;;;;;;\n");
        registerOf("solna", token, null);

        send(token, "solna", "?complete=true", HEADER + "1;Åsa;Ek;;;;;;;;;;;\n").statusCode(200);
        clock.advance(Duration.ofDays(1));
        imported(HEADER + "1;Åsa;Ek;;;;;;;;;;;\n");
        registerOf("solna", token, "2026-11-24T17:00:00Z");
        registerOf("huvudsta", below, "2026-11-24T17:00:00Z");

        send(token, "huvudsta", "?complete=true", HEADER + "2;Bo;Ek;;;;;;;;;;;\n")
                .statusCode(200);
        registerOf("huvudsta", below, "2026-11-25T17:00:00Z");
        registerOf("solna", token, "2026-11-24T17:00:00Z");
    }

    private void registerOf(String slug, String who, @Nullable String completeAt) {
        as(who).get(in(slug, "/people")).then().statusCode(200).body("lastCompleteImportAt", equalTo(completeAt));
        as(who).body("{\"filter\":{\"type\":\"hasPhone\"}}")
                .post(in(slug, "/segments/preview"))
                .then()
                .statusCode(200)
                .body("lastCompleteImportAt", equalTo(completeAt));
        int segment = as(who).body("{\"title\":\"Alla\",\"filter\":{\"type\":\"hasPhone\"}}")
                .post(in(slug, "/segments"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(who).get(in(slug, "/segments/" + segment + "/people"))
                .then()
                .statusCode(200)
                .body("lastCompleteImportAt", equalTo(completeAt));
    }

    @Test
    void theImportsBelowAreListedWithTheirOrganizationAndWhetherTheyWereComplete() {
        a.organization("boras");
        send(a.token("boras"), "boras", "", HEADER + "1;Åsa;Ek;;;;;;;;;;;\n").statusCode(200);
        imported(HEADER + "1;Åsa;Ek;;;;;;;;;;;\n");
        send(token, "huvudsta", "?complete=true", HEADER + "1;Bo;Ek;;;;;;;;;;;\n")
                .statusCode(200);

        var first = as(token)
                .queryParam("limit", 1)
                .get(in("solna", "/people/imports"))
                .then()
                .statusCode(200)
                .body("items.organization", contains("huvudsta"))
                .body("items.complete", contains(true))
                .body("items.importedAt", contains("2026-11-24T17:00:00Z"));
        as(token)
                .queryParam("cursor", first.extract().<String>path("next"))
                .get(in("solna", "/people/imports"))
                .then()
                .body("items.organization", contains("solna"))
                .body("items.complete", contains(false))
                .body("next", nullValue());
        as(a.token("huvudsta"))
                .get(in("huvudsta", "/people/imports"))
                .then()
                .body("items.organization", contains("huvudsta"));
    }

    @Test
    void theRegisterOfTheAssociationIsImportedAsItIs() throws Exception {
        var file = Path.of(System.getProperty("ringstuga.register", "../shared/data/medlemsregister.csv"));
        Assumptions.assumeTrue(Files.exists(file), "no register at " + file);
        var answer = given().header("Authorization", "Bearer " + token)
                .contentType("text/csv")
                .body(Files.readAllBytes(file))
                .post(in("solna", "/people/imports"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.getMap(""))
                .containsEntry("rows", 464)
                .containsEntry("created", 456)
                .containsEntry("unchanged", 8);
        assertThat(answer.<String>getList("problems.code"))
                .filteredOn(code -> !code.equals("unknown-organization") && !code.equals("garbled-name"))
                .isNotEmpty();
    }

    private ValidatableResponse imported(String file) {
        return post("", file);
    }

    private ValidatableResponse post(String query, String file) {
        return send(token, "solna", query, file).statusCode(200);
    }

    private ValidatableResponse send(
            @org.jspecify.annotations.Nullable String bearer, String slug, String query, String file) {
        var request = given().contentType("text/csv");
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return request.body(file.getBytes(Charset.forName("windows-1252")))
                .post(in(slug, "/people/imports" + query))
                .then();
    }

    private ValidatableResponse end(int id, String body) {
        return as(token)
                .body(body)
                .post(in("solna", "/people/imports/" + id + "/ended-memberships"))
                .then();
    }
}
