package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;

/** Who may not, what is not there, and what cannot stand. */
@QuarkusTest
class EventEdgesTest extends EventTest {

    private record Call(
            String method, String path, @Nullable Object body) {}

    private List<Call> calls(long event, long signUp, long kind, long person) {
        var body = new HashMap<>(meeting());
        return List.of(
                new Call("GET", "/event-kinds", null),
                new Call("POST", "/event-kinds", Map.of("title", "Nytt")),
                new Call("PATCH", "/event-kinds/" + kind, Map.of("title", "Nyare")),
                new Call("GET", "/events", null),
                new Call("POST", "/events", body),
                new Call("GET", "/events/" + event, null),
                new Call("PATCH", "/events/" + event, Map.of("title", "Annat")),
                new Call("POST", "/events/" + event + "/publication", null),
                new Call("POST", "/events/" + event + "/cancellation", null),
                new Call("PUT", "/events/" + event + "/attendance", null),
                new Call("DELETE", "/events/" + event + "/attendance", null),
                new Call("GET", "/events/" + event + "/sign-ups", null),
                new Call("POST", "/events/" + event + "/sign-ups", Map.of("personId", person)),
                new Call("GET", "/events/" + event + "/sign-ups/" + signUp, null),
                new Call("PATCH", "/events/" + event + "/sign-ups/" + signUp, Map.of("remark", "x")),
                new Call("DELETE", "/events/" + event + "/sign-ups/" + signUp, null),
                new Call("PUT", "/events/" + event + "/sign-ups/" + signUp + "/check-in", null),
                new Call("DELETE", "/events/" + event + "/sign-ups/" + signUp + "/check-in", null),
                new Call("GET", "/people/" + person + "/sign-ups", null));
    }

    private int status(String bearer, String slug, Call call) {
        var request = bearer.isEmpty() ? RestAssured.given().contentType(ContentType.JSON) : as(bearer);
        if (call.body() != null) {
            request.body(call.body());
        }
        return request.request(call.method(), in(slug, call.path())).statusCode();
    }

    @Test
    void nobodyWithoutTheRightAndNobodyFromAnotherOrganization() {
        var event = published(meeting());
        var person = person("Anna");
        var signUp = signedUp(event, person);
        var calls = calls(event, signUp, kind("annat"), person);
        a.organization("boras");
        var boras = a.token("boras");
        var reader = a.token(SOLNA, Permission.EVENTS_READ);
        var other = a.token(SOLNA, Permission.PEOPLE_READ);
        var wrong = new ArrayList<String>();
        for (var call : calls) {
            expect(wrong, call, "nobody", 401, status("", SOLNA, call));
            expect(wrong, call, "without the right", 403, status(other, SOLNA, call));
            if (!call.method().equals("GET")) {
                expect(wrong, call, "a reader", 403, status(reader, SOLNA, call));
            }
            expect(wrong, call, "another organization", 404, status(boras, SOLNA, call));
            if (call.path().matches(".*\\d.*")) {
                expect(wrong, call, "its own organization", 404, status(boras, "boras", call));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void expect(List<String> wrong, Call call, String who, int expected, int was) {
        if (expected != was) {
            wrong.add(call.method() + " " + call.path() + " as " + who + ": " + was + " instead of " + expected);
        }
    }

    @Test
    void everyFieldThatCannotStandIsNamed() {
        refused("kindId", null, "kindId");
        refused("kindId", 4711, "kindId");
        refused("title", " ", "title");
        refused("title", "x".repeat(201), "title");
        refused("text", "x".repeat(20_001), "text");
        refused("place", "x".repeat(201), "place");
        refused("address", "x".repeat(301), "address");
        refused("onlineLink", "http://example.org/", "onlineLink");
        refused("contactStaffId", 4711, "contactStaffId");
        refused("startsAt", "2026-12-09T17:30:00Z", "startsAt");
        refused("startsAtLocal", null, "startsAt");
        refused("startsAtLocal", "onsdag", "startsAtLocal");
        refused("endsAt", "2026-12-09T18:30:00Z", "endsAt");
        refused("minutes", 4, "minutes");
        refused("minutes", 20_161, "minutes");
        refused("minutes", null, "endsAt");
        refused("capacity", 0, "capacity");
        refused("signUpClosesAt", "2026-12-09T19:31:00Z", "signUpClosesAt");
        refused("signUpOpensAt", "2026-12-09T17:30:00Z", "signUpOpensAt");
        refused("visibility", "SECRET", "visibility");
        refused("segmentId", 4711, "segmentId");
        refused("needs", List.of("SAUNA"), "needs[0]");
        refused("colour", "red", "colour");
    }

    @Test
    void whatEndsBeforeItBeginsOrLastsTooLongIsRefused() {
        for (var end : List.of("2026-12-09T18:30", "2026-12-09T17:00", "2026-12-23T18:31")) {
            var wanted = meeting();
            wanted.remove("minutes");
            wanted.put("endsAtLocal", end);
            refused(wanted, "endsAt");
        }
    }

    @Test
    void theSegmentOfTheInvitedMustBeOneThatMayBeUsed() {
        a.organization("boras");
        var boras = a.token("boras");
        var segment = as(boras)
                .body(Map.of("title", "Alla", "filter", Map.of("type", "hasPhone")))
                .post(in("boras", "/segments"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        var wanted = meeting();
        wanted.put("visibility", "INVITED");
        wanted.put("segmentId", segment);
        refused(wanted, "segmentId");
    }

    @Test
    void aChangeIsCheckedAsAWhole() {
        var id = made(meeting());
        patch(id, Map.of("minutes", 1)).statusCode(400).body("violations.field", hasItem("minutes"));
        patch(id, Map.of("colour", "red")).statusCode(400).body("violations.field", hasItem("colour"));
        as(token)
                .body("{\"title\": null}")
                .patch(in(SOLNA, "/events/" + id))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("title"));
        as(token).body("[]").patch(in(SOLNA, "/events/" + id)).then().statusCode(400);
        event(id).header("ETag", "\"0\"");
    }

    @Test
    void whoIsSignedUpMustBeSomebody() {
        var event = published(meeting());
        a.organization("boras");
        var stranger = as(a.token("boras"))
                .body(Map.of("givenName", "Bo"))
                .post(in("boras", "/people"))
                .jsonPath()
                .getLong("id");
        signUp(event, Map.of()).statusCode(400).body("violations[0].field", equalTo("personId"));
        signUp(event, Map.of("personId", stranger)).statusCode(400).body("violations[0].field", equalTo("personId"));
        signUp(event, Map.of("guest", Map.of("name", " ", "phone", "0701740605")))
                .statusCode(400)
                .body("violations[0].field", equalTo("guest.name"));
        signUp(event, Map.of("guest", Map.of("name", "Bo")))
                .statusCode(400)
                .body("violations[0].field", equalTo("guest"));
        signUp(event, Map.of("guest", Map.of("name", "Bo", "phone", "4711")))
                .statusCode(400)
                .body("violations[0].field", equalTo("guest.phone"));
        signUp(event, Map.of("guest", Map.of("name", "Bo", "email", "bo")))
                .statusCode(400)
                .body("violations[0].field", equalTo("guest.email"));
        signUp(event, Map.of("personId", person("Anna"), "remark", "x".repeat(501)))
                .statusCode(400)
                .body("violations[0].field", equalTo("remark"));
    }

    private void refused(String field, @Nullable Object value, String named) {
        var wanted = meeting();
        if (value == null) {
            wanted.remove(field);
        } else {
            wanted.put(field, value);
        }
        refused(wanted, named);
    }

    private void refused(Map<String, Object> wanted, String named) {
        as(token)
                .body(wanted)
                .post(in(SOLNA, "/events"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(named));
    }
}
