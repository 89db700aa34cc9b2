package se.ringstuga.calling;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.ApiTest;

/** Base of the tests of calls: an association, a token with every right, and the requests of a calling tool. */
abstract class CallTest extends ApiTest {

    static final String SOLNA = "solna";

    @Inject
    CallFixtures calls;

    String token;

    @BeforeEach
    void anAssociation() {
        a.organization(SOLNA);
        token = a.token(SOLNA);
    }

    long assignment(String more) {
        return calls.assignment(token, SOLNA, more);
    }

    long caller(long assignment) {
        return calls.caller(token, SOLNA, assignment);
    }

    ValidatableResponse claim(long assignment, long caller) {
        return as(token)
                .body(Map.of("callerId", caller))
                .post(in(SOLNA, "/call-assignments/" + assignment + "/claims"))
                .then();
    }

    /** A new claim by a new caller. */
    JsonPath claimed(long assignment) {
        return claim(assignment, caller(assignment)).statusCode(201).extract().jsonPath();
    }

    ValidatableResponse report(long claim, String body) {
        return as(token)
                .body(body)
                .put(in(SOLNA, "/claims/" + claim + "/report"))
                .then();
    }

    ValidatableResponse statistics(long assignment) {
        return as(token)
                .get(in(SOLNA, "/call-assignments/" + assignment + "/statistics"))
                .then()
                .statusCode(200);
    }

    static String outcome(String outcome) {
        return "{\"outcome\":\"" + outcome + "\"}";
    }
}
