package se.ringstuga.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.ApiTest;

/** Since when, until when and until when paid, changed by hand; the clock stands at 24 November 2026. */
@QuarkusTest
class MembershipDatesTest extends ApiTest {

    private static final String REGISTER = "Medlemsnummer;Förnamn;Mobil;Inträdesdatum;Betald t.o.m.\n";
    private static final String ASA = "7;Åsa;070-174 06 05;2020-03-01;2025-12-31\n";

    @Inject
    StoredRows rows;

    @Inject
    MembershipsEndedWitness witness;

    private String token;
    private int id;

    @BeforeEach
    void oneMember() {
        a.organization("solna");
        token = a.token("solna");
        witness.failNext(false);
        imported("", REGISTER + ASA);
        id = Integer.parseInt(rows.value("select id from person"));
    }

    @AfterEach
    void nobodyFails() {
        witness.failNext(false);
    }

    @Test
    void datesAreChangedAndTheSecondEditorIsLate() {
        var etag = as(token).get(in("solna", "/people/" + id)).header("ETag");

        patch("{\"joinedOn\": \"2021-03-01\", \"paidUntil\": \"2026-12-31\"}")
                .statusCode(200)
                .body("membership.joinedOn", equalTo("2021-03-01"))
                .body("membership.leftOn", nullValue())
                .body("membership.paidUntil", equalTo("2026-12-31"));
        as(token)
                .header("If-Match", etag)
                .body("{\"joinedOn\": null}")
                .patch(in("solna", "/people/" + id))
                .then()
                .statusCode(412);
        patch("{\"joinedOn\": null}").statusCode(200).body("membership.joinedOn", nullValue());

        as(token)
                .get(in("solna", "/people/" + id + "/timeline"))
                .then()
                .body("items[0].kind", equalTo("EDITED"))
                .body("items[0].details.fields", contains("joinedOn"))
                .body("items[1].details.fields", contains("joinedOn", "paidUntil"));
        assertThat(rows.values("select action from access_log where action = 'person.changed'"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "joinedOn|2026-11-25",
                "joinedOn|1899-12-31",
                "joinedOn|2026-02-30",
                "joinedOn|1 mars 2026",
                "leftOn|2026-11-25",
                "leftOn|2020-02-29",
                "leftOn|i dag",
                "paidUntil|2036-11-25",
                "paidUntil|20261231"
            })
    void whatCannotBeIsRefusedByName(String field, String value) {
        patch("{\"%s\": \"%s\"}".formatted(field, value)).statusCode(400).body("violations.field", contains(field));

        assertThat(rows.value("select joined_on || ' ' || paid_until from membership where left_on is null"))
                .isEqualTo("2020-03-01 2025-12-31");
    }

    @Test
    void whoeverLeavesHereLeavesTheQueuesAtOnceAndMayComeBack() {
        int assignment = as(token)
                .body("""
                        {"title": "Nya", "target": {"type": "hasPhone"},
                         "callingHours": {"from": "00:00", "to": "23:59"}}""")
                .post(in("solna", "/call-assignments"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        queued(assignment, 1);

        patch("{\"leftOn\": \"2026-11-23\"}").statusCode(200).body("membership.leftOn", equalTo("2026-11-23"));
        queued(assignment, 0);
        assertThat(witness.seenAsEnded()).containsExactly((long) id);

        patch("{\"leftOn\": null}").statusCode(200);
        queued(assignment, 1);
        as(token)
                .get(in("solna", "/people/" + id + "/timeline"))
                .then()
                .body("items.kind", hasItem("MEMBERSHIP_ENDED"))
                .body("items.kind", hasItem("MEMBERSHIP_RESUMED"));
    }

    @Test
    void noMembershipEndsByHandWhenSomebodyCannotFollow() {
        witness.failNext(true);

        patch("{\"leftOn\": \"2026-11-23\"}").statusCode(500);

        assertThat(rows.count("membership where left_on is not null")).isZero();
    }

    @Test
    void aCorrectedDateStaysWhileTheFileHasTheOldOne() {
        patch("{\"paidUntil\": \"2026-12-31\"}").statusCode(200);

        imported("", REGISTER + ASA)
                .body("unchanged", equalTo(1))
                .body("problems.code", contains("kept-correction"))
                .body("problems.column", contains("Betald t.o.m."));
        as(token).get(in("solna", "/people/corrections")).then().body("items.field", contains("paidUntil"));
        imported("", REGISTER + "7;Åsa;;;2027-12-31\n").body("updated", equalTo(1));

        assertThat(rows.value("select cast(paid_until as text) from membership"))
                .isEqualTo("2027-12-31");
    }

    @Test
    void whoeverLeftHereIsBackOnlyWhenTheRegisterSaysSoAnew() {
        patch("{\"leftOn\": \"2026-11-23\"}").statusCode(200);

        imported("?complete=true", REGISTER + ASA)
                .body("unchanged", equalTo(1))
                .body("problems.code", contains("kept-correction"))
                .body("problems[0].column", nullValue());
        as(token).get(in("solna", "/people/corrections")).then().body("items.field", contains("leftOn"));
        imported("?complete=true", REGISTER + "8;Bo;;;\n").body("missing", equalTo(0));
        as(token).get(in("solna", "/people/corrections")).then().body("items", empty());
        assertThat(rows.count("membership where left_on is not null")).isEqualTo(1);

        imported("", REGISTER + ASA).body("updated", equalTo(1));
        assertThat(rows.count("membership where left_on is not null")).isZero();
    }

    @Test
    void aNewJoiningDateBringsBackWhoeverLeftHere() {
        patch("{\"leftOn\": \"2026-11-01\"}").statusCode(200);

        imported("", REGISTER + "7;Åsa;;2026-11-20;\n").body("updated", equalTo(1));

        assertThat(rows.value("select concat_ws(' ', joined_on, left_on) from membership"))
                .isEqualTo("2026-11-20");
        as(token).get(in("solna", "/people/corrections")).then().body("items", empty());
    }

    @Test
    void aCorrectedLastDayKeepsNobodyOutWhomTheRegisterHadLetGo() {
        imported("?complete=true", REGISTER + "8;Bo;;;\n");
        end();
        patch("{\"leftOn\": \"2026-11-01\"}").statusCode(200);

        imported("", REGISTER + ASA).body("updated", equalTo(1)).body("problems", empty());

        assertThat(rows.count("membership where left_on is not null")).isZero();
        as(token).get(in("solna", "/people/corrections")).then().body("items", empty());
    }

    @Test
    void thatSomebodyHadNotLeftKeepsNobodyOutLater() {
        imported("?complete=true", REGISTER + "8;Bo;;;\n");
        end();
        patch("{\"leftOn\": null}").statusCode(200);
        as(token).get(in("solna", "/people/corrections")).then().body("items.field", contains("leftOn"));
        imported("?complete=true", REGISTER + "8;Bo;;;\n").body("missing", equalTo(1));
        end();
        as(token).get(in("solna", "/people/corrections")).then().body("items", empty());

        imported("", REGISTER + ASA).body("updated", equalTo(1)).body("problems", empty());

        assertThat(rows.count("membership where left_on is not null")).isZero();
    }

    @Test
    void aRejectedRowOfACompleteFileConfirmsNobodysLeaving() {
        patch("{\"leftOn\": \"2026-11-23\"}").statusCode(200);

        imported("?complete=true", REGISTER + "7;;;;\n8;Bo;;;\n").body("rejected", equalTo(1));
        as(token).get(in("solna", "/people/corrections")).then().body("items.field", contains("leftOn"));
        imported("", REGISTER + ASA).body("problems.code", contains("kept-correction"));

        assertThat(rows.count("membership where left_on is not null")).isEqualTo(1);
    }

    @Test
    void aPersonIsCreatedWithTheDates() {
        as(token)
                .body("{\"givenName\": \"Bo\", \"joinedOn\": \"2026-11-01\", \"paidUntil\": \"2027-12-31\"}")
                .post(in("solna", "/people"))
                .then()
                .statusCode(201)
                .body("membership.joinedOn", equalTo("2026-11-01"))
                .body("membership.paidUntil", equalTo("2027-12-31"));
    }

    private void queued(int assignment, int count) {
        as(token)
                .get(in("solna", "/call-assignments/" + assignment + "/statistics"))
                .then()
                .statusCode(200)
                .body("queued", equalTo(count));
    }

    private void end() {
        as(token)
                .body("{\"count\": 1}")
                .post(in(
                        "solna",
                        "/people/imports/" + rows.value("select max(id) from people_import") + "/ended-memberships"))
                .then()
                .statusCode(200)
                .body("ended", equalTo(1));
    }

    private ValidatableResponse patch(String changes) {
        return as(token).body(changes).patch(in("solna", "/people/" + id)).then();
    }

    private ValidatableResponse imported(String query, String file) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("text/csv; charset=utf-8")
                .body(file)
                .post(in("solna", "/people/imports" + query))
                .then()
                .statusCode(200);
    }
}
