package se.ringstuga.phonebanks;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.ApiTest;
import se.ringstuga.calling.Browser;
import se.ringstuga.calling.CallScope;
import se.ringstuga.calling.Callers;
import se.ringstuga.calling.Claims;

/** Base of the tests of evenings: an association with three members to call and an assignment over them. */
@SuppressWarnings("NullAway.Init")
abstract class PhoneBankTest extends ApiTest {

    static final String SOLNA = "solna";

    @Inject
    RoomFixtures room;

    @Inject
    WaitingRoom waitingRoom;

    @Inject
    Callers callers;

    @Inject
    Claims claims;

    String token;
    long assignment;

    @BeforeEach
    void anAssociation() {
        a.organization(SOLNA);
        token = a.token(SOLNA);
        for (var name : new String[] {"Fatima", "Göran", "Maj-Britt"}) {
            room.person(SOLNA, name);
        }
        assignment = room.assignment(token, SOLNA);
    }

    /** An evening that is open for two hours. */
    JsonPath open() {
        return opened(Map.of());
    }

    JsonPath opened(Map<String, Object> more) {
        return create(more).statusCode(201).extract().jsonPath();
    }

    ValidatableResponse create(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "assignmentId",
                assignment,
                "closesAt",
                clock.instant().plus(Duration.ofHours(2)).toString()));
        body.putAll(more);
        return as(token).body(body).post(in(SOLNA, "/ringstugor")).then();
    }

    String at(long bank, String path) {
        return in(SOLNA, "/ringstugor/" + bank + path);
    }

    /** Somebody who asked with the code: the secret of their browser. */
    String asks(JsonPath bank, String name) {
        return ((Asked.Waits) waitingRoom.askByCode(bank.getString("code"), name)).secret();
    }

    Answer looks(String secret) {
        return waitingRoom.look(secret, new Browser("browser-" + secret, "Firefox"));
    }

    /** Somebody who asked and was let in by the number on their screen. */
    CallScope comesIn(JsonPath bank, String name) {
        var secret = asks(bank, name);
        var number = ((Answer.Waits) looks(secret)).number();
        var waiting = as(token)
                .get(at(bank.getLong("id"), "/waiting"))
                .jsonPath()
                .getLong("find { it.number == " + number + " }.id");
        decide(bank.getLong("id"), waiting, number, true).statusCode(204);
        return callers.session(((Answer.In) looks(secret)).session()).orElseThrow();
    }

    ValidatableResponse decide(long bank, long waiting, int number, boolean yes) {
        return as(token)
                .body(Map.of("number", number, "approved", yes))
                .put(at(bank, "/waiting/" + waiting + "/decision"))
                .then();
    }

    JsonPath live(long bank) {
        return as(token).get(at(bank, "/live")).then().statusCode(200).extract().jsonPath();
    }
}
