package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Figures that add up, and lists that follow the register. */
@QuarkusTest
class CallFiguresTest extends CallTest {

    private static final String HEADER = "Medlemsnummer;Förnamn;Efternamn;Mobiltelefon\n";
    private static final String ANNA = "1;Anna;Ek;070-174 06 05\n";
    private static final String BO = "2;Bo;Ek;070-174 06 06\n";
    private static final String CIA = "3;Cia;Ek;070-174 06 07\n";

    @Inject
    Leases leases;

    @Inject
    QueueRefreshes refreshes;

    @Test
    void theFiguresOfAMixedEveningAddUp() {
        for (int i = 0; i < 14; i++) {
            calls.person(SOLNA, "Person " + i, CallFixtures.number(i));
        }
        calls.person(SOLNA, "Utan nummer", null);
        var assignment = assignment("");
        var kim = caller(assignment);
        var lapsed = claim(assignment, caller(assignment)).extract().jsonPath().getLong("id");
        clock.advance(Duration.ofMinutes(46));
        leases.sweep();
        for (var outcome : Outcome.values()) {
            report(claimedBy(assignment, kim), outcome(outcome.name())).statusCode(200);
        }
        report(claimedBy(assignment, kim), "{\"outcome\":\"BUSY\",\"organizerMessage\":\"Ring du\"}")
                .statusCode(200);
        as(token)
                .delete(in(SOLNA, "/claims/" + claimedBy(assignment, kim)))
                .then()
                .statusCode(204);
        claimed(assignment);

        var figures = statistics(assignment)
                .body("people", equalTo(15))
                .body("withoutNumber", equalTo(2))
                .body("beingCalled", equalTo(1))
                .body("waitingForOrganizer", equalTo(1))
                .body("calls", equalTo(11))
                .body("reached", equalTo(1))
                .body("byOutcome.UNREPORTED", equalTo(1))
                .body("byOutcome.BUSY", equalTo(2))
                .extract()
                .jsonPath();
        assertAddUp(figures);

        report(lapsed, outcome("REACHED")).statusCode(200);
        var afterwards = statistics(assignment)
                .body("calls", equalTo(11))
                .body("reached", equalTo(2))
                .body("byOutcome.UNREPORTED", equalTo(0))
                .extract()
                .jsonPath();
        assertAddUp(afterwards);
    }

    private long claimedBy(long assignment, long caller) {
        return claim(assignment, caller).statusCode(201).extract().jsonPath().getLong("id");
    }

    private static void assertAddUp(JsonPath figures) {
        assertThat(LongStream.of(
                                figures.getLong("queued"),
                                figures.getLong("cooling"),
                                figures.getLong("beingCalled"),
                                figures.getLong("withoutNumber"),
                                figures.getLong("done"))
                        .sum())
                .isEqualTo(figures.getLong("people"));
        var byOutcome = figures.<String, Integer>getMap("byOutcome").values();
        assertThat(byOutcome.stream().mapToInt(Integer::intValue).sum()).isEqualTo(figures.getInt("calls"));
        List<Integer> ofCallers = figures.getList("callers.calls");
        assertThat(ofCallers.stream().mapToInt(Integer::intValue).sum()).isEqualTo(figures.getInt("calls"));
        List<Integer> reached = figures.getList("callers.reached");
        assertThat(reached.stream().mapToInt(Integer::intValue).sum()).isEqualTo(figures.getInt("reached"));
    }

    @Test
    void aNewMemberInTheRegisterIsInTheListAndOneWhoLeftIsNot() {
        register("", HEADER + ANNA + BO);
        var assignment = assignment("");
        statistics(assignment).body("queued", equalTo(2));

        int complete = register("?complete=true", HEADER + ANNA + CIA)
                .body("missing", equalTo(1))
                .extract()
                .path("id");
        refreshes.run();
        statistics(assignment).body("people", equalTo(3)).body("queued", equalTo(3));

        as(token)
                .body("{\"count\":1}")
                .post(in(SOLNA, "/people/imports/" + complete + "/ended-memberships"))
                .then()
                .statusCode(200);
        statistics(assignment).body("people", equalTo(2)).body("queued", equalTo(2));
        refreshes.run();
        assertThat(calls.query(
                        "select p.given_name from call_queue_entry e join person p on p.id = e.person_id order by 1",
                        row -> row.text("given_name")))
                .containsExactly("Anna", "Cia");
    }

    @Test
    void aWrongNumberIsCalledAgainWhenTheRegisterBringsAnotherAndNothingIsLeftToCorrect() {
        register("", HEADER + ANNA);
        var assignment = assignment("\"cooldownHours\":0");
        report(claimed(assignment).getLong("id"), outcome("WRONG_NUMBER")).statusCode(200);
        register("", HEADER + ANNA);
        refreshes.run();
        statistics(assignment).body("withoutNumber", equalTo(1));
        assertThat(calls.count("select count(*) from person_correction")).isEqualTo(1);

        register("", HEADER + ANNA.replace("06 05", "06 09"));
        refreshes.run();

        assertThat(claimed(assignment).getString("person.phone")).isEqualTo("+46701740609");
        assertThat(calls.count("select count(*) from person_correction")).isZero();
    }

    private ValidatableResponse register(String query, String file) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .contentType("text/csv; charset=utf-8")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(in(SOLNA, "/people/imports" + query))
                .then()
                .statusCode(200);
    }
}
