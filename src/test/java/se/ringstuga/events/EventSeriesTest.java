package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;

/** Meetings that recur: laid out ahead, exceptions kept, changed and ended. */
@QuarkusTest
class EventSeriesTest extends EventTest {

    @Inject
    SeriesHorizon horizon;

    @Test
    void aSeriesStandsAsEventsAGoodYearAhead() {
        var id = series(monthly());
        series(id)
                .header("ETag", "\"0\"")
                .body("rule", equalTo("FREQ=MONTHLY;BYDAY=2TU"))
                .body("exceptMonths", contains(7))
                .body("startsAtLocal", equalTo("18:00:00"))
                .body("laidOutUntil", equalTo("2027-12-24"))
                .body("publishedAt", nullValue());
        occurrences(id)
                .body("items", hasSize(12))
                .body("items.occurrenceOn", hasItem("2027-12-14"))
                .body("items[0].startsAt", equalTo("2026-12-08T17:00:00Z"))
                .body("items.startsAtLocal", everyItem(endsWith("T18:00:00")))
                .body("items.publishedAt", everyItem(nullValue()))
                .body("items.find { it.occurrenceOn.startsWith('2027-07') }", nullValue())
                .body("items.find { it.occurrenceOn == '2027-04-13' }.startsAt", equalTo("2027-04-13T16:00:00Z"));
    }

    @Test
    void publishedOnceWhateverIsLaidOutLaterIsPublishedToo() {
        var id = series(monthly());
        post(id, "publication", Map.of()).statusCode(200).body("publishedAt", notNullValue());
        occurrences(id).body("items.publishedAt", everyItem(notNullValue()));
        assertThat(witness.heard(EventPublished.class)).hasSize(12);

        at(Instant.parse("2027-02-01T12:00:00Z"));
        assertThat(horizon.layOut()).isEqualTo(2);
        assertThat(horizon.layOut()).isZero();
        occurrences(id).body("items", hasSize(14)).body("items.publishedAt", everyItem(notNullValue()));
        assertThat(witness.heard(EventPublished.class)).hasSize(14);
    }

    @Test
    void afterALongDowntimeNothingIsMadeForTheDaysThatPassed() {
        var id = series(monthly());
        at(Instant.parse("2029-01-15T12:00:00Z"));
        horizon.layOut();
        var days = occurrences(id).extract().jsonPath().<String>getList("items.occurrenceOn");
        assertThat(days).contains("2029-02-13", "2030-02-12").doesNotContain("2028-02-08", "2029-01-09");
    }

    @Test
    void twoInstancesLayEachDayOutOnce() throws Exception {
        series(monthly());
        clock.set(Instant.parse("2027-06-01T12:00:00Z"));
        var made = atOnce(IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(_ -> () -> horizon.layOut())
                .toList());
        assertThat(made.stream().mapToInt(Integer::intValue).sum()).isEqualTo(6);
    }

    @Test
    void theNextDaysAreShownBeforeAnythingIsStored() {
        as(token)
                .body(Map.of(
                        "rule",
                        "FREQ=WEEKLY;BYDAY=SU",
                        "startsOn",
                        "2027-03-14",
                        "startsAtLocal",
                        "02:30",
                        "minutes",
                        60))
                .post(in(SOLNA, "/event-series/occurrences?limit=4"))
                .then()
                .statusCode(200)
                .body("on", contains("2027-03-14", "2027-03-21", "2027-03-28", "2027-04-04"))
                .body("startsAt[2]", equalTo("2027-03-28T01:30:00Z"))
                .body("startsAtLocal[2]", equalTo("2027-03-28T03:30:00"))
                .body("startsAtLocal[3]", equalTo("2027-04-04T02:30:00"));
        as(token).get(in(SOLNA, "/event-series")).then().body("items", hasSize(0));
    }

    @Test
    void anotherTextOrTimeIsFollowedByThoseAheadWithoutChangesOfTheirOwn() {
        var id = published();
        var moved = occurrence(id, "2027-02-09");
        patch(moved, Map.of("startsAtLocal", "2027-02-11T19:00"))
                .statusCode(200)
                .body("ownChanges", equalTo(true));
        var off = occurrence(id, "2027-03-09");
        super.post(off, "cancellation").statusCode(200);
        at(Instant.parse("2026-12-09T12:00:00Z"));
        witness.forget();

        change(id, Map.of("title", "Öppet möte", "startsAtLocal", "19:00"))
                .statusCode(200)
                .header("ETag", "\"2\"");

        occurrences(id)
                .body("items[0].title", equalTo("Månadsmöte"))
                .body("items[0].startsAtLocal", equalTo("2026-12-08T18:00:00"))
                .body("items[1].title", equalTo("Öppet möte"))
                .body("items[1].startsAtLocal", equalTo("2027-01-12T19:00:00"))
                .body("items[1].status", equalTo("MOVED"))
                .body("items[1].sequence", equalTo(1));
        event(moved).body("title", equalTo("Månadsmöte")).body("startsAtLocal", equalTo("2027-02-11T19:00:00"));
        event(off).body("status", equalTo("CANCELLED")).body("startsAtLocal", equalTo("2027-03-09T18:00:00"));
        assertThat(witness.heard(EventMoved.class)).hasSize(9);
    }

    @Test
    void aChangeThatChangesNothingOfAnEventDoesNotTouchIt() {
        var id = published();
        change(id, Map.of("title", "Månadsmöte")).statusCode(200).header("ETag", "\"1\"");
        occurrences(id).body("items.sequence", everyItem(equalTo(0)));
        assertThat(witness.heard(EventChanged.class)).isEmpty();
    }

    @Test
    void withAnotherDayOfTheMonthSignUpsGoAlong() {
        var id = published();
        var march = occurrence(id, "2027-03-09");
        signedUp(march, person("Anna"));
        var exception = occurrence(id, "2027-02-09");
        patch(exception, Map.of("startsAtLocal", "2027-02-11T19:00")).statusCode(200);

        change(id, Map.of("rule", "FREQ=MONTHLY;BYDAY=2WE")).statusCode(200);

        event(march)
                .body("occurrenceOn", equalTo("2027-03-10"))
                .body("startsAtLocal", equalTo("2027-03-10T18:00:00"))
                .body("counts.registered", equalTo(1));
        event(exception)
                .body("occurrenceOn", equalTo("2027-02-10"))
                .body("startsAtLocal", equalTo("2027-02-11T19:00:00"));
        occurrences(id).body("items", hasSize(12));
        change(id, Map.of("rule", "FREQ=MONTHLY;BYDAY=2TU")).statusCode(200);
        event(march).body("startsAtLocal", equalTo("2027-03-09T18:00:00")).body("status", equalTo("MOVED"));
        event(exception).body("startsAtLocal", equalTo("2027-02-11T19:00:00"));
    }

    @Test
    void aMeetingThatHasBegunStandsForItsOwnDayAndNoOther() {
        var id = published();
        var running = occurrence(id, "2026-12-08");
        signedUp(running, person("Anna"));
        var early = occurrence(id, "2027-01-12");
        patch(early, Map.of("startsAtLocal", "2026-12-08T18:15")).statusCode(200);
        at(Instant.parse("2026-12-08T17:30:00Z"));

        change(id, Map.of("rule", "FREQ=MONTHLY;BYDAY=2TU,4TU")).statusCode(200);

        event(running).body("occurrenceOn", equalTo("2026-12-08")).body("counts.registered", equalTo(1));
        event(early).body("occurrenceOn", equalTo("2027-01-12"));
        event(occurrence(id, "2026-12-22")).body("startsAtLocal", equalTo("2026-12-22T18:00:00"));
        event(occurrence(id, "2027-01-26")).body("startsAtLocal", equalTo("2027-01-26T18:00:00"));
        occurrences(id).body("items", hasSize(24));

        change(id, Map.of("startsAtLocal", "20:00")).statusCode(200);

        event(running).body("startsAtLocal", equalTo("2026-12-08T18:00:00"));
        event(occurrence(id, "2026-12-22")).body("startsAtLocal", equalTo("2026-12-22T20:00:00"));
        occurrences(id).body("items", hasSize(24));
    }

    @Test
    void forDaysThatAreGoneWhatPeopleKnewOfIsCalledOffAndDraftsAreNot() {
        var id = published();
        change(id, Map.of("exceptMonths", List.of(1, 7))).statusCode(200);
        assertThat(witness.heard(EventCancelled.class)).hasSize(1);
        as(token)
                .get(in(SOLNA, "/events?status=CANCELLED"))
                .then()
                .body("items.startsAtLocal", contains("2027-01-12T18:00:00"))
                .body("items[0].seriesId", nullValue());
        change(id, Map.of("exceptMonths", List.of(7))).statusCode(200);
        occurrences(id).body("items", hasSize(12)).body("items.status", everyItem(equalTo("PLANNED")));

        var draft = series(monthly());
        change(draft, Map.of("exceptMonths", List.of(1, 7))).statusCode(200);
        occurrences(draft).body("items", hasSize(11));
        assertThat(witness.heard(EventCancelled.class)).hasSize(1);
    }

    @Test
    void morePlacesInASeriesLetThoseUpWhoWait() {
        var wanted = monthly();
        wanted.put("capacity", 1);
        var id = series(wanted);
        post(id, "publication", Map.of());
        var january = occurrence(id, "2027-01-12");
        signedUp(january, person("Anna"));
        signedUp(january, person("Bo"));
        change(id, Map.of("capacity", 2)).statusCode(200);
        assertThat(statuses(january)).containsExactly("REGISTERED", "REGISTERED");
    }

    @Test
    void whenASeriesEndsThoseAheadAreCalledOffOrStay() {
        var first = published();
        at(Instant.parse("2026-12-08T17:30:00Z"));
        post(first, "ending", Map.of("future", "CANCEL", "why", "Lokalen är såld"))
                .statusCode(200)
                .body("endedAt", notNullValue());
        occurrences(first)
                .body("items", hasSize(12))
                .body("items[0].status", equalTo("PLANNED"))
                .body("items[1].cancelledWhy", equalTo("Lokalen är såld"))
                .body("items.findAll { it.status == 'CANCELLED' }", hasSize(11));
        assertThat(witness.heard(EventCancelled.class)).hasSize(11);
        change(first, Map.of("title", "x")).statusCode(409).body("type", endsWith("/series-ended"));
        post(first, "publication", Map.of()).statusCode(409);
        post(first, "ending", Map.of("future", "KEEP")).statusCode(200);

        var second = published();
        post(second, "ending", Map.of("future", "KEEP")).statusCode(200);
        occurrences(second).body("items.status", everyItem(equalTo("PLANNED")));
        at(Instant.parse("2028-01-01T12:00:00Z"));
        assertThat(horizon.layOut()).isZero();
    }

    @Test
    void theSecondOfTwoEditorsIsLate() {
        var id = series(monthly());
        for (var status : List.of(200, 412)) {
            as(token)
                    .header("If-Match", "\"0\"")
                    .body(Map.of("title", "Vers " + status))
                    .patch(in(SOLNA, "/event-series/" + id))
                    .then()
                    .statusCode(status);
        }
    }

    @Test
    void everyFieldThatCannotStandIsNamed() {
        refused("rule", "FREQ=SECONDLY", "rule");
        refused("rule", " ", "rule");
        refused("startsOn", "2024-01-01", "startsOn");
        refused("startsOn", "tisdag", "startsOn");
        refused("startsAtLocal", "25:00", "startsAtLocal");
        refused("minutes", 0, "minutes");
        refused("exceptMonths", List.of(13), "exceptMonths");
        refused("capacity", 0, "capacity");
        refused("signUpOpensBefore", 0, "signUpOpensBefore");
        refused("signUpClosesBefore", -1, "signUpClosesBefore");
        refused("kindId", 4711, "kindId");
        refused("title", "", "title");
        var both = monthly();
        both.putAll(Map.of("signUpOpensBefore", 60, "signUpClosesBefore", 60));
        as(token).body(both).post(in(SOLNA, "/event-series")).then().statusCode(400);
    }

    @Test
    void nobodyWithoutTheRightAndNobodyFromAnotherOrganization() {
        var id = series(monthly());
        a.organization("boras");
        var boras = a.token("boras");
        var reader = a.token(SOLNA, Permission.EVENTS_READ);
        var other = a.token(SOLNA, Permission.PEOPLE_READ);
        as(other).get(in(SOLNA, "/event-series")).then().statusCode(403);
        as(reader).body(monthly()).post(in(SOLNA, "/event-series")).then().statusCode(403);
        for (var what : List.of("publication", "ending")) {
            as(reader)
                    .body(Map.of("future", "KEEP"))
                    .post(in(SOLNA, "/event-series/" + id + "/" + what))
                    .then()
                    .statusCode(403);
            as(boras)
                    .body(Map.of("future", "KEEP"))
                    .post(in("boras", "/event-series/" + id + "/" + what))
                    .then()
                    .statusCode(404);
        }
        as(reader).body(Map.of()).patch(in(SOLNA, "/event-series/" + id)).then().statusCode(403);
        as(boras)
                .body(Map.of())
                .patch(in("boras", "/event-series/" + id))
                .then()
                .statusCode(404);
        as(boras).get(in("boras", "/event-series/" + id)).then().statusCode(404);
        as(boras).get(in(SOLNA, "/event-series")).then().statusCode(404);
        as("").get(in(SOLNA, "/event-series")).then().statusCode(401);
    }

    private Map<String, Object> monthly() {
        return new HashMap<>(Map.of(
                "kindId", kind("medlemsmote"),
                "title", "Månadsmöte",
                "rule", "FREQ=MONTHLY;BYDAY=2TU",
                "exceptMonths", List.of(7),
                "startsOn", "2026-12-01",
                "startsAtLocal", "18:00",
                "minutes", 120));
    }

    private void refused(String field, Object value, String named) {
        var wanted = monthly();
        wanted.put(field, value);
        as(token)
                .body(wanted)
                .post(in(SOLNA, "/event-series"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(named));
    }

    private long published() {
        var id = series(monthly());
        post(id, "publication", Map.of()).statusCode(200);
        return id;
    }

    private long series(Map<String, Object> wanted) {
        return as(token)
                .body(wanted)
                .post(in(SOLNA, "/event-series"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private ValidatableResponse series(long id) {
        return as(token).get(in(SOLNA, "/event-series/" + id)).then().statusCode(200);
    }

    private ValidatableResponse occurrences(long id) {
        return as(token)
                .get(in(SOLNA, "/events?limit=200&seriesId=" + id))
                .then()
                .statusCode(200);
    }

    private long occurrence(long id, String day) {
        return occurrences(id).extract().jsonPath().getLong("items.find { it.occurrenceOn == '" + day + "' }.id");
    }

    private ValidatableResponse change(long id, Map<String, ?> changes) {
        return as(token).body(changes).patch(in(SOLNA, "/event-series/" + id)).then();
    }

    private ValidatableResponse post(long id, String what, Map<String, ?> body) {
        return as(token)
                .body(body)
                .post(in(SOLNA, "/event-series/" + id + "/" + what))
                .then();
    }
}
