package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClaimsTest extends CallTest {

    @Test
    void aClaimShowsOnePersonAndAskingAgainShowsTheSame() {
        calls.person("solna", "Anna", CallFixtures.number(0));
        var assignment = calls.assignment(token, "solna", "");
        var caller = calls.caller(token, "solna", assignment);

        var id = claim(assignment, caller)
                .statusCode(201)
                .body("person.name", equalTo("Anna Test"))
                .body("person.phone", equalTo(CallFixtures.number(0)))
                .body("leaseUntil", equalTo("2026-11-24T17:45:00Z"))
                .body("secret", notNullValue())
                .extract()
                .jsonPath()
                .getLong("id");
        claim(assignment, caller).statusCode(200).body("id", equalTo((int) id));
    }

    @Test
    void anEmptyQueueSaysWhyAndWhenToComeBack() {
        calls.person("solna", "Anna", CallFixtures.number(0));
        calls.person("solna", "Utan", null);
        var assignment = calls.assignment(token, "solna", "");
        var caller = calls.caller(token, "solna", assignment);
        claim(assignment, caller).statusCode(201);

        claim(assignment, calls.caller(token, "solna", assignment))
                .statusCode(409)
                .body("type", endsWith("/problems/queue-empty"))
                .body("reasons.beingCalled", equalTo(1))
                .body("reasons.withoutNumber", equalTo(1))
                .body("nextAt", equalTo("2026-11-24T17:45:00Z"));
    }

    @Test
    void outsideTheHoursNobodyIsHandedOut() {
        calls.person("solna", "Anna", CallFixtures.number(0));
        var assignment = calls.assignment(token, "solna", "");
        var caller = calls.caller(token, "solna", assignment);
        clock.advance(Duration.ofHours(5));

        claim(assignment, caller)
                .statusCode(409)
                .body("reasons.outsideHours", equalTo(1))
                .body("nextAt", equalTo("2026-11-25T08:00:00Z"));
        assertThat(calls.count("select count(*) from call")).isZero();
    }

    @Test
    void aSkippedPersonReturnsWithoutAnAttempt() {
        calls.person("solna", "Anna", CallFixtures.number(0));
        calls.person("solna", "Bo", CallFixtures.number(1));
        var assignment = calls.assignment(token, "solna", "");
        var caller = calls.caller(token, "solna", assignment);
        var first = claim(assignment, caller).extract().jsonPath();

        as(token).delete(in("solna", "/claims/" + first.getLong("id"))).then().statusCode(204);
        var second = claim(assignment, caller).statusCode(201).extract().jsonPath();

        assertThat(second.getLong("person.id")).isNotEqualTo(first.getLong("person.id"));
        claim(assignment, calls.caller(token, "solna", assignment))
                .statusCode(201)
                .body("person.id", equalTo((int) first.getLong("person.id")))
                .body("attempts", equalTo(0));
    }

    @Test
    void whoeverIsSkippedComesBackToTheSameCallerWhenNobodyElseIsLeft() {
        calls.person("solna", "Anna", CallFixtures.number(0));
        var assignment = calls.assignment(token, "solna", "");
        var caller = calls.caller(token, "solna", assignment);
        var claim = claim(assignment, caller).extract().jsonPath().getLong("id");

        as(token).delete(in("solna", "/claims/" + claim)).then().statusCode(204);

        claim(assignment, caller).statusCode(201);
    }

    @Test
    void twoPeopleWhoShareANumberAreNotCalledAtOnce() {
        calls.person("solna", "Anna", CallFixtures.number(0), "+46846500400");
        calls.person("solna", "Bo", "+46846500400");
        var assignment = calls.assignment(token, "solna", "");
        claim(assignment, calls.caller(token, "solna", assignment)).statusCode(201);

        claim(assignment, calls.caller(token, "solna", assignment))
                .statusCode(409)
                .body("reasons.cooling", equalTo(1));
    }

    @Test
    void aDialledClaimThatLapsesIsUnreportedAndDoesNotReturn() {
        calls.person("solna", "Anna", CallFixtures.number(0));
        var assignment = calls.assignment(token, "solna", "");
        var caller = calls.caller(token, "solna", assignment);
        claim(assignment, caller).statusCode(201);
        clock.advance(Duration.ofMinutes(46));

        claim(assignment, caller).statusCode(409).body("reasons.cooling", equalTo(1));
        as(token)
                .get(in("solna", "/call-assignments/" + assignment + "/statistics"))
                .then()
                .statusCode(200)
                .body("people", equalTo(1))
                .body("cooling", equalTo(1))
                .body("calls", equalTo(1))
                .body("byOutcome.UNREPORTED", equalTo(1))
                .body("callers", hasSize(1))
                .body("callers[0].calls", equalTo(1));
    }

    @Test
    void anotherOrganizationsClaimsAndCallersDoNotExist() {
        calls.person("solna", "Anna", CallFixtures.number(0));
        a.organization("boras");
        var other = a.token("boras");
        var assignment = calls.assignment(token, "solna", "");
        var caller = calls.caller(token, "solna", assignment);
        var claim = claim(assignment, caller).extract().jsonPath().getLong("id");
        var elsewhere = calls.assignment(other, "boras", "");

        as(other).get(in("boras", "/call-assignments/" + assignment)).then().statusCode(404);
        as(other).get(in("boras", "/claims/" + claim)).then().statusCode(404);
        as(other).put(in("boras", "/claims/" + claim + "/lease")).then().statusCode(404);
        as(other).delete(in("boras", "/claims/" + claim)).then().statusCode(404);
        as(other)
                .body(Map.of("callerId", caller))
                .post(in("boras", "/call-assignments/" + elsewhere + "/claims"))
                .then()
                .statusCode(400);
        as(other)
                .get(in("boras", "/call-assignments/" + assignment + "/statistics"))
                .then()
                .statusCode(404);
        as(other)
                .get(in("boras", "/call-assignments/" + assignment + "/callers"))
                .then()
                .statusCode(404);
    }

    @Test
    void aToolHasNeitherThePagesLimitsNorTheirPromise() {
        for (int i = 0; i < 32; i++) {
            calls.person("solna", "Person " + i, CallFixtures.number(i));
        }
        var assignment = calls.assignment(token, "solna", "");
        var caller = calls.caller(token, "solna", assignment);
        for (int i = 0; i < 10; i++) {
            var id = claim(assignment, caller)
                    .statusCode(201)
                    .extract()
                    .jsonPath()
                    .getLong("id");
            as(token).delete(in("solna", "/claims/" + id)).then().statusCode(204);
        }
        for (int i = 0; i < 31; i++) {
            var id = claim(assignment, caller)
                    .statusCode(201)
                    .extract()
                    .jsonPath()
                    .getLong("id");
            report(id, outcome("BUSY")).statusCode(200);
        }
        assertThat(calls.count("select count(*) from notice")).isZero();
    }
}
