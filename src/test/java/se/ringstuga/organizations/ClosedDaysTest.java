package se.ringstuga.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The clock stands at Tuesday 24 November 2026. */
@QuarkusTest
class ClosedDaysTest extends ApiTest {

    private static final String PATH = "/closed-days";

    @Inject
    ClosedDays days;

    @Inject
    ClosedDecisions decisions;

    @Inject
    Sql sql;

    private long solna;
    private String token;

    @BeforeEach
    void anAssociation() {
        solna = a.organization("solna");
        token = a.token("solna");
    }

    @Test
    void whatIsProposedClosesNothingUntilItIsAccepted() {
        list().body("undecided", contains("PUBLIC_HOLIDAYS", "EVES", "SUMMER", "CHRISTMAS"))
                .body("items", empty())
                .body("breaks", empty());
        assertThat(days.closed(solna, day("2026-12-25"))).isFalse();

        add("""
                {"kind": "CHRISTMAS"}""").statusCode(201);

        list().body("undecided", contains("PUBLIC_HOLIDAYS", "EVES", "SUMMER"))
                .body("breaks[0].firstOn", equalTo("2026-12-24"))
                .body("breaks[0].lastOn", equalTo("2027-01-06"))
                .body("nextOpenOn", equalTo("2026-11-24"));
        assertThat(days.closed(solna, day("2026-12-25"))).isTrue();
        assertThat(days.nextOpen(solna, day("2026-12-25"))).isEqualTo(day("2027-01-07"));
    }

    @Test
    void whatIsProposedIsDecidedOnceAndTheMindMayBeChanged() {
        var first = add("""
                {"kind": "SUMMER"}""").statusCode(201).extract().jsonPath().getLong("id");
        var again = add("""
                {"kind": "SUMMER", "open": true}""").statusCode(201).extract().jsonPath().getLong("id");

        assertThat(again).isEqualTo(first);
        list().body("items", hasSize(1)).body("items[0].open", equalTo(true)).body("breaks", empty());
    }

    @Test
    void ownDaysHappenOnceOrReturnEachYear() {
        add("""
                {"kind": "DATES", "name": "Kongress", "firstOn": "2026-11-28", "lastOn": "2026-11-29"}""").statusCode(201);
        add("""
                {"kind": "YEARLY", "name": "Sportlov", "firstOn": "2026-02-23", "lastOn": "2026-03-01"}""").statusCode(201);

        assertThat(days.closed(solna, day("2026-11-29"))).isTrue();
        assertThat(days.closed(solna, day("2027-11-28"))).isFalse();
        assertThat(days.closed(solna, day("2027-02-23"))).isTrue();
        assertThat(days.closed(solna, day("2028-03-01"))).isTrue();
    }

    @Test
    void oneDayIsGivenByItsFirstAlone() {
        add("""
                {"kind": "DATES", "name": "Årsmöte", "firstOn": "2026-11-28"}""").statusCode(201).body("lastOn", equalTo("2026-11-28"));
    }

    @Test
    void whatIsDecidedAboveHoldsBelowUntilItIsDecidedThere() {
        var group = a.organizationBelow("solna", "huvudsta");
        var below = a.token("huvudsta");
        add("""
                {"kind": "PUBLIC_HOLIDAYS"}""").statusCode(201);
        assertThat(days.closed(group, day("2027-05-01"))).isTrue();
        as(below)
                .get(in("huvudsta", PATH))
                .then()
                .body("items[0].inherited", equalTo(true))
                .body("undecided", contains("EVES", "SUMMER", "CHRISTMAS"));

        as(below).body("""
                        {"kind": "YEARLY", "name": "Första maj", "firstOn": "2027-05-01", "open": true}""").post(in("huvudsta", PATH)).then().statusCode(201);

        assertThat(days.closed(group, day("2027-05-01"))).isFalse();
        assertThat(days.closed(group, day("2027-05-06"))).isTrue();
        assertThat(days.closed(solna, day("2027-05-01"))).isTrue();
    }

    @Test
    void whatIsTakenBackClosesNothingAnyMore() {
        var id = add("""
                {"kind": "CHRISTMAS"}""").extract().jsonPath().getLong("id");

        as(token).delete(in("solna", PATH + "/" + id)).then().statusCode(204);

        assertThat(days.closed(solna, day("2026-12-25"))).isFalse();
        list().body("undecided", hasItem("CHRISTMAS"));
        as(token).delete(in("solna", PATH + "/" + id)).then().statusCode(404);
    }

    @Test
    void aStatementAsksForADayAndCountsThoseInBetween() {
        var group = a.organizationBelow("solna", "huvudsta");
        add("""
                {"kind": "CHRISTMAS"}""").statusCode(201);
        var asked = NamedSql.of("select %s as closed, %s as between"
                .formatted(
                        ClosedDays.CLOSED.replace("{organization}", ":id").replace("{day}", "date '2026-12-24'"),
                        ClosedDays.CLOSED_BETWEEN
                                .replace("{organization}", ":id")
                                .replace("{from}", "date '2026-12-22'")
                                .replace("{until}", "date '2026-12-26'")));

        var told = sql.first(asked, Map.of("id", group), row -> row.is("closed") + " " + row.number("between"));

        assertThat(told).contains("true 3");
    }

    @Test
    void theYearsToComeAreLaidOutAndThosePastForgotten() {
        add("""
                {"kind": "CHRISTMAS"}""").statusCode(201);
        add("""
                {"kind": "DATES", "name": "Kongress", "firstOn": "2026-11-28"}""").statusCode(201);
        clock.set(Instant.parse("2031-06-01T10:00:00Z"));

        assertThat(decisions.keepUp()).isEqualTo(1);
        assertThat(decisions.keepUp()).isZero();

        assertThat(days.closed(solna, day("2032-12-25"))).isTrue();
        assertThat(sql.first(
                        NamedSql.of("select count(*) as old from closed_date where day < date '2028-06-01'"),
                        Map.of(),
                        row -> row.number("old")))
                .contains(0L);
        token = a.token("solna");
        list().body("items", hasSize(1)).body("items[0].kind", equalTo("CHRISTMAS"));
    }

    @Test
    void aCalendarIsReadOnceInAWhileAndAChangeHereIsSeenAtOnce() {
        assertThat(days.calendar(solna)).isSameAs(days.calendar(solna));
        var before = days.calendar(solna);
        clock.advance(ClosedDays.KEPT.plus(Duration.ofSeconds(1)));
        assertThat(days.calendar(solna)).isNotSameAs(before);

        add("""
                {"kind": "DATES", "name": "Stängt", "firstOn": "2026-11-24"}""").statusCode(201);
        assertThat(days.closed(solna, day("2026-11-24"))).isTrue();
    }

    @Test
    void thereIsABound() {
        for (var made = 0; made < 100; made++) {
            add("""
                    {"kind": "DATES", "name": "Stängt", "firstOn": "%s"}""".formatted(day("2027-01-01").plusDays(2L * made))).statusCode(201);
        }
        add("""
                {"kind": "DATES", "name": "En till", "firstOn": "2027-08-01"}""").statusCode(409).body("type", endsWith("/problems/too-many-closed-days"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind    | {}
            name    | {"kind": "DATES", "firstOn": "2026-12-01"}
            name    | {"kind": "DATES", "firstOn": "2026-12-01", "name": " "}
            name    | {"kind": "EVES", "name": "Aftnar"}
            firstOn | {"kind": "DATES", "name": "Stängt"}
            firstOn | {"kind": "DATES", "name": "Stängt", "firstOn": "2024-12-01"}
            firstOn | {"kind": "DATES", "name": "Stängt", "firstOn": "2032-12-01"}
            firstOn | {"kind": "SUMMER", "firstOn": "2026-12-01"}
            lastOn  | {"kind": "DATES", "name": "Stängt", "firstOn": "2026-12-02", "lastOn": "2026-12-01"}
            lastOn  | {"kind": "YEARLY", "name": "Stängt", "firstOn": "2026-12-02", "lastOn": "2027-12-02"}
            lastOn  | {"kind": "SUMMER", "lastOn": "2026-12-01"}
            open    | {"kind": "SUMMER", "open": "kanske"}
            """)
    void whatDoesNotGoTogetherIsRefusedNamingTheField(String field, String body) {
        add(body).statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void decisionsBelongToTheirOrganizationAndNeedTheRight() {
        a.organization("gavle");
        var id = add("""
                {"kind": "EVES"}""").extract().jsonPath().getLong("id");
        var other = a.token("gavle");
        as(other).delete(in("gavle", PATH + "/" + id)).then().statusCode(404);
        as(other).get(in("solna", PATH)).then().statusCode(404);
        var reader = a.token("solna", Permission.ORGANIZATION_READ);
        as(reader).get(in("solna", PATH)).then().statusCode(200);
        as(reader).body("""
                {"kind": "EVES"}""").post(in("solna", PATH)).then().statusCode(403);
        as(reader).delete(in("solna", PATH + "/" + id)).then().statusCode(403);
        as(a.token("solna", Permission.PEOPLE_READ))
                .get(in("solna", PATH))
                .then()
                .statusCode(403);
        as("none").get(in("solna", PATH)).then().statusCode(401);
    }

    private ValidatableResponse list() {
        return as(token).get(in("solna", PATH)).then().statusCode(200);
    }

    private ValidatableResponse add(String body) {
        return as(token).body(body).post(in("solna", PATH)).then();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
