package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Signing up on the phone: with the report, once, and undone with it. */
@QuarkusTest
class CallSignUpsTest extends CallTest {

    @Inject
    Reports reports;

    @Inject
    Callers callers;

    @Inject
    Sql sql;

    private long kind;
    private long meeting;
    private long assignment;

    @BeforeEach
    void aMeeting() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        kind = kind("medlemsmote");
        meeting = event(kind, Map.of("capacity", 1));
        assignment = assignment("\"eventKindIds\":[" + kind + "]");
    }

    private long kind(String key) {
        return as(token).get(in(SOLNA, "/event-kinds")).jsonPath().getLong("find { it.key == '" + key + "' }.id");
    }

    private long event(long kindId, Map<String, Object> more) {
        var wanted = new HashMap<String, Object>(
                Map.of("kindId", kindId, "title", "Decembermöte", "startsAtLocal", "2026-12-09T18:30", "minutes", 120));
        wanted.putAll(more);
        var id = as(token)
                .body(wanted)
                .post(in(SOLNA, "/events"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        as(token).post(in(SOLNA, "/events/" + id + "/publication")).then().statusCode(200);
        return id;
    }

    private List<String> statuses(long event) {
        return as(token)
                .get(in(SOLNA, "/events/" + event + "/sign-ups"))
                .jsonPath()
                .getList("items.status");
    }

    private CallScope own(long caller) {
        return CallScope.caller(
                calls.query("select id from organization", row -> row.number("id"))
                        .getFirst(),
                caller);
    }

    private long claimed() {
        return claim(assignment, caller(assignment))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static String reached(Object events) {
        return "{\"outcome\":\"REACHED\",\"signUps\":" + events + "}";
    }

    private static CallReport signedUp(Long... events) {
        return new CallReport(
                Outcome.REACHED, null, null, null, null, null, null, null, null, null, null, List.of(events));
    }

    @Test
    void theReportSignsUpOnceHoweverOftenItIsSent() {
        var claim = claimed();
        report(claim, reached("[" + meeting + "]")).statusCode(200);
        report(claim, reached("[" + meeting + "," + meeting + "]")).statusCode(200);
        as(token)
                .get(in(SOLNA, "/events/" + meeting + "/sign-ups"))
                .then()
                .body("items.status", contains("REGISTERED"))
                .body("items[0].source", equalTo("CALL"));
        report(claim, reached("[]")).statusCode(409);
    }

    @Test
    void aCorrectionKeepsThePlaceAndTakesBackWhatIsNotInIt() {
        var caller = caller(assignment);
        var claim =
                claim(assignment, caller).statusCode(201).extract().jsonPath().getLong("id");
        var own = own(caller);
        reports.report(own, claim, signedUp(meeting));
        var bo = calls.person(SOLNA, "Bo", CallFixtures.number(1));
        as(token)
                .body(Map.of("personId", bo))
                .post(in(SOLNA, "/events/" + meeting + "/sign-ups"))
                .then()
                .statusCode(201)
                .body("status", equalTo("WAITING"));
        var other = event(kind, Map.of());

        reports.correct(own, claim, signedUp(meeting, other));
        assertThat(statuses(meeting)).containsExactly("REGISTERED", "WAITING");
        assertThat(statuses(other)).containsExactly("REGISTERED");

        reports.correct(own, claim, signedUp(other));
        assertThat(statuses(meeting)).containsExactly("CANCELLED", "REGISTERED");

        reports.undo(own, claim);
        assertThat(statuses(other)).containsExactly("CANCELLED");
    }

    /** Somebody else holds the earlier event and then wants the later one. */
    @Test
    void aCorrectionLocksAllItsEventsInTheOrderInWhichEverybodyDoes() throws Exception {
        var caller = caller(assignment);
        var claim =
                claim(assignment, caller).statusCode(201).extract().jsonPath().getLong("id");
        var own = own(caller);
        reports.report(own, claim, signedUp(meeting));
        var other = event(kind, Map.of());
        var held = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var holding = threads.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                lock(meeting);
                held.countDown();
                while (!somebodyWaits()) {
                    Thread.onSpinWait();
                }
                lock(other);
            }));
            held.await();
            reports.correct(own, claim, signedUp(other));
            holding.get();
        }

        assertThat(statuses(other)).containsExactly("REGISTERED");
    }

    private void lock(long event) {
        sql.list(
                NamedSql.of("select id from event where id = :id for update"),
                Map.of("id", event),
                row -> row.number("id"));
    }

    private boolean somebodyWaits() {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.first(NamedSql.of("""
                        select count(*) as n from pg_stat_activity
                        where wait_event_type = 'Lock' and query like '%for no key update%'"""), Map.of(), row -> row.number("n") > 0)
                        .orElse(false));
    }

    @Test
    void whatWasThereBeforeOrIsDoneSinceIsNotTakenBack() {
        var caller = caller(assignment);
        var claim =
                claim(assignment, caller).statusCode(201).extract().jsonPath().getLong("id");
        var own = own(caller);
        var person = as(token).get(in(SOLNA, "/people")).jsonPath().getLong("items[0].id");
        as(token)
                .body(Map.of("personId", person))
                .post(in(SOLNA, "/events/" + meeting + "/sign-ups"))
                .then()
                .statusCode(201);
        reports.report(own, claim, signedUp(meeting));
        reports.undo(own, claim);
        assertThat(statuses(meeting)).containsExactly("REGISTERED");
    }

    @Test
    void aCallerSignsUpForWhatIsOfferedAndToolsForWhatThereIs() {
        var pub = event(kind("pubkvall"), Map.of());
        var caller = caller(assignment);
        var claim =
                claim(assignment, caller).statusCode(201).extract().jsonPath().getLong("id");
        reports.report(own(caller), claim, signedUp(pub, meeting));
        assertThat(statuses(pub)).isEmpty();
        assertThat(statuses(meeting)).containsExactly("REGISTERED");
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        var claim = claimed();
        report(claim, reached("[4711]")).statusCode(400).body("violations[0].field", equalTo("signUps"));
        report(claim, reached("[null]")).statusCode(400).body("violations[0].field", equalTo("signUps"));
        report(claim, reached("[1,2,3,4,5,6,7,8,9,10,11]"))
                .statusCode(400)
                .body("violations[0].field", equalTo("signUps"));
        report(claim, "{\"outcome\":\"NO_ANSWER\",\"signUps\":[" + meeting + "]}")
                .statusCode(400)
                .body("violations[0].field", equalTo("signUps"));
        as(token)
                .body(Map.of("eventKindIds", List.of(4711)))
                .patch(in(SOLNA, "/call-assignments/" + assignment))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("eventKindIds"));
    }

    @Test
    void theCallersPageOffersWhatIsAheadAndOpen() {
        event(kind, Map.of("startsAtLocal", "2027-06-09T18:30"));
        event(kind, Map.of("signUpOpensAt", "2026-12-01T12:00:00Z"));
        event(kind("pubkvall"), Map.of());
        event(kind, Map.of("visibility", "INVITED"));
        var full = event(kind, Map.of("capacity", 1, "waitingList", false));
        as(token)
                .body(Map.of("guest", Map.of("name", "Gun", "phone", "+46701740688")))
                .post(in(SOLNA, "/events/" + full + "/sign-ups"))
                .then()
                .statusCode(201);
        var caller = caller(assignment);
        assertThat(callers.home(own(caller)).events()).extracting("id").containsExactly(meeting);
        as(token).get(in(SOLNA, "/call-assignments/" + assignment)).then().body("eventKindIds", contains((int) kind));
    }

    @Test
    void whoeverIsStoppedGivesTheirPlaceBackAndHasItAgainWhenThatWasAMistake() {
        var caller = caller(assignment);
        var claim =
                claim(assignment, caller).statusCode(201).extract().jsonPath().getLong("id");
        var own = own(caller);
        var anna = as(token).get(in(SOLNA, "/people")).jsonPath().getLong("items[0].id");
        for (var person : List.of(anna, calls.person(SOLNA, "Bo", CallFixtures.number(1)))) {
            as(token)
                    .body(Map.of("personId", person))
                    .post(in(SOLNA, "/events/" + meeting + "/sign-ups"))
                    .then()
                    .statusCode(201);
        }
        reports.report(
                own,
                claim,
                new CallReport(
                        Outcome.REACHED, null, null, null, null, null, null, null, PersonFact.LEFT, null, null, null));
        assertThat(statuses(meeting)).containsExactly("CANCELLED", "REGISTERED");

        reports.undo(own, claim);
        assertThat(statuses(meeting)).containsExactly("WAITING", "REGISTERED");
    }
}
