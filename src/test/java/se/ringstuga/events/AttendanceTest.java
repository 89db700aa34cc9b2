package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who came, and what is not known of the others. */
@QuarkusTest
class AttendanceTest extends EventTest {

    @Test
    void nobodyIsAbsentUntilSomebodyConfirmsThatTheAttendanceIsComplete() {
        var event = published(meeting());
        var anna = signedUp(event, person("Anna"));
        signedUp(event, person("Bo"));
        cancelled(event, person("Cia"));
        during();
        checkIn(event, anna).statusCode(200).body("status", equalTo("ATTENDED")).body("attendedAt", notNullValue());
        at(MEETING.plus(Duration.ofDays(30)));
        assertThat(statuses(event)).containsExactly("ATTENDED", "REGISTERED", "CANCELLED");
        event(event).body("attendanceAt", nullValue()).body("counts.noShow", equalTo(0));

        confirm(event).statusCode(200).body("attendanceAt", notNullValue()).body("counts.noShow", equalTo(1));
        assertThat(statuses(event)).containsExactly("ATTENDED", "NO_SHOW", "CANCELLED");
        assertThat(witness.heard(AttendanceConfirmed.class)).containsExactly(new AttendanceConfirmed(event, solna));

        as(token)
                .delete(in(SOLNA, "/events/" + event + "/attendance"))
                .then()
                .statusCode(200)
                .body("attendanceAt", nullValue());
        assertThat(statuses(event)).containsExactly("ATTENDED", "REGISTERED", "CANCELLED");
    }

    @Test
    void whatHasNotBegunOrWasCalledOffHasNoAttendance() {
        var event = published(meeting());
        confirm(event).statusCode(409);
        var off = published(meeting());
        var anna = signedUp(off, person("Anna"));
        post(off, "cancellation");
        during();
        confirm(off).statusCode(409).body("status", equalTo(409));
        checkIn(off, anna).statusCode(409);
        confirm(event).statusCode(200);
    }

    @Test
    void checkingInTwiceCountsOnce() {
        var event = published(meeting());
        var anna = signedUp(event, person("Anna"));
        checkIn(event, anna).statusCode(409);
        during();
        checkIn(event, anna).statusCode(200).header("ETag", "\"1\"");
        checkIn(event, anna).statusCode(200).header("ETag", "\"1\"");
        event(event).body("counts.attended", equalTo(1));
        assertThat(witness.heard(SignUpChanged.class))
                .filteredOn(news -> news.now() == SignUpState.ATTENDED)
                .hasSize(1);
    }

    @Test
    void whoeverWalksInCame() {
        var event = places(1);
        signedUp(event, person("Anna"));
        var bo = person("Bo");
        during();
        signUp(event, Map.of("personId", bo, "attended", true))
                .statusCode(201)
                .body("status", equalTo("ATTENDED"))
                .body("source", equalTo("DOOR"))
                .body("registeredAt", nullValue());
        signUp(event, Map.of("personId", bo, "attended", true)).statusCode(200);
        signUp(event, Map.of("guest", Map.of("name", "Gun", "phone", "0701740607"), "attended", true))
                .statusCode(201);
        event(event).body("counts.attended", equalTo(2));
    }

    @Test
    void aCheckInByMistakeGoesBackToWhatWasKnown() {
        var event = places(1);
        var anna = signedUp(event, person("Anna"));
        var waiting = signedUp(event, person("Bo"));
        during();
        var walkIn = signUp(event, Map.of("personId", person("Cia"), "attended", true))
                .extract()
                .jsonPath()
                .getLong("id");
        checkIn(event, anna);
        checkIn(event, waiting);
        for (var id : new long[] {anna, waiting}) {
            undo(event, id).statusCode(200).body("source", equalTo("API"));
            undo(event, id).statusCode(200).body("source", equalTo("API"));
        }
        undo(event, walkIn).statusCode(204);
        undo(event, walkIn).statusCode(404);
        assertThat(statuses(event)).containsExactly("REGISTERED", "WAITING");

        checkIn(event, anna);
        confirm(event);
        undo(event, anna).body("status", equalTo("NO_SHOW")).body("attendedAt", nullValue());
        checkIn(event, anna).body("status", equalTo("ATTENDED"));
    }

    @Test
    void whoeverCameDoesNotCancel() {
        var event = published(meeting());
        var anna = signedUp(event, person("Anna"));
        during();
        checkIn(event, anna);
        as(token)
                .delete(in(SOLNA, "/events/" + event + "/sign-ups/" + anna))
                .then()
                .statusCode(409);
        confirm(event);
        signUp(event, Map.of("personId", person("Bo"))).statusCode(409);
    }

    private ValidatableResponse confirm(long event) {
        return as(token).put(in(SOLNA, "/events/" + event + "/attendance")).then();
    }

    private ValidatableResponse checkIn(long event, long signUp) {
        return as(token)
                .put(in(SOLNA, "/events/" + event + "/sign-ups/" + signUp + "/check-in"))
                .then();
    }

    private ValidatableResponse undo(long event, long signUp) {
        return as(token)
                .delete(in(SOLNA, "/events/" + event + "/sign-ups/" + signUp + "/check-in"))
                .then();
    }
}
