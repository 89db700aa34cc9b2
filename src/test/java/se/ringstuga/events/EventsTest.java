package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Making, publishing, moving and calling off an event. */
@QuarkusTest
class EventsTest extends EventTest {

    @Test
    void theBuiltInKindsAreThereForWhoeverAsksFirstAndUsableBelow() {
        a.organizationBelow(SOLNA, "huvudsta");
        var keys = as(token)
                .get(in(SOLNA, "/event-kinds"))
                .then()
                .statusCode(200)
                .body(
                        "key",
                        hasItems(
                                "medlemsmote", "nya-medlemmar", "flygblad", "studiecirkel", "pubkvall", "styrelsemote"))
                .body("find { it.key == 'ringstuga' }.ringstuga", equalTo(true))
                .body("findAll { it.ringstuga }", hasSize(1))
                .extract()
                .jsonPath()
                .getList("id");

        as(token).get(in("huvudsta", "/event-kinds")).then().body("id", equalTo(keys));
        as(token).get(in(SOLNA, "/event-kinds")).then().body("id", equalTo(keys));
    }

    @Test
    void anAssociationAddsRenamesAndRetiresKindsOfItsOwn() {
        a.organizationBelow(SOLNA, "huvudsta");
        var id = as(token)
                .body(Map.of("title", " Bokbytardag "))
                .post(in(SOLNA, "/event-kinds"))
                .then()
                .statusCode(201)
                .body("title", equalTo("Bokbytardag"))
                .body("key", nullValue())
                .extract()
                .jsonPath()
                .getLong("id");
        as(token)
                .body(Map.of("title", "bokbytardag"))
                .post(in(SOLNA, "/event-kinds"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("title"));

        as(token)
                .header("If-Match", "\"0\"")
                .body(Map.of("title", "Bokdag", "archived", true))
                .patch(in(SOLNA, "/event-kinds/" + id))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("archivedAt", notNullValue());
        as(token).get(in(SOLNA, "/event-kinds")).then().body("findAll { it.title == 'Bokdag' }", hasSize(0));
        as(token)
                .get(in(SOLNA, "/event-kinds?archived=true"))
                .then()
                .body("findAll { it.title == 'Bokdag' }", hasSize(1));
        as(token)
                .body(Map.of("title", "Vår"))
                .patch(in("huvudsta", "/event-kinds/" + id))
                .then()
                .statusCode(403)
                .body("type", endsWith("/problems/defined-above"));
        var wanted = meeting();
        wanted.put("kindId", id);
        as(token)
                .body(wanted)
                .post(in(SOLNA, "/events"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("kindId"));
    }

    @Test
    void aMeetingIsADraftUntilItIsPublished() {
        var id = made(meeting());
        event(id)
                .header("ETag", "\"0\"")
                .body("status", equalTo("PLANNED"))
                .body("publishedAt", nullValue())
                .body("startsAt", equalTo(MEETING.toString()))
                .body("startsAtLocal", equalTo("2026-12-09T18:30:00"))
                .body("endsAtLocal", equalTo("2026-12-09T20:30:00"))
                .body("timeZone", equalTo("Europe/Stockholm"))
                .body("signUpClosesAt", equalTo(MEETING.toString()))
                .body("visibility", equalTo("MEMBERS"))
                .body("kind.key", equalTo("medlemsmote"))
                .body("waitingList", equalTo(true))
                .body("counts.registered", equalTo(0))
                .body("placesLeft", nullValue());

        post(id, "publication").statusCode(200).body("publishedAt", notNullValue());
        post(id, "publication").statusCode(200).header("ETag", "\"1\"");
        assertThat(witness.heard(EventPublished.class)).containsExactly(new EventPublished(id, solna));
    }

    @Test
    void aTimeWithOffsetAndLocalTimeAreTheSame() {
        var wanted = meeting();
        wanted.remove("startsAtLocal");
        wanted.remove("minutes");
        wanted.put("startsAt", "2027-06-09T18:30:00+02:00");
        wanted.put("endsAtLocal", "2027-06-09T20:30");
        event(made(wanted))
                .body("startsAtLocal", equalTo("2027-06-09T18:30:00"))
                .body("endsAt", equalTo("2027-06-09T18:30:00Z"));
    }

    @Test
    void onTheNightsWhenTheClockIsChangedALocalTimeIsWhatPeopleMeanByIt() {
        var spring = meeting();
        spring.put("startsAtLocal", "2027-03-28T02:30");
        event(made(spring))
                .body("startsAt", equalTo("2027-03-28T01:30:00Z"))
                .body("startsAtLocal", equalTo("2027-03-28T03:30:00"));

        var autumn = meeting();
        autumn.put("startsAtLocal", "2027-10-31T02:30");
        event(made(autumn))
                .body("startsAt", equalTo("2027-10-31T00:30:00Z"))
                .body("startsAtLocal", equalTo("2027-10-31T02:30:00"));
    }

    @Test
    void movingWhatIsPublishedIsToldAndKeepsItsLengthAndItsDeadline() {
        var wanted = meeting();
        wanted.put("signUpClosesAt", "2026-12-08T17:30:00Z");
        var id = published(wanted);

        patch(id, Map.of("startsAtLocal", "2026-12-10T19:00"))
                .statusCode(200)
                .body("status", equalTo("MOVED"))
                .body("startsAt", equalTo("2026-12-10T18:00:00Z"))
                .body("endsAt", equalTo("2026-12-10T20:00:00Z"))
                .body("signUpClosesAt", equalTo("2026-12-09T18:00:00Z"))
                .body("movedFrom", equalTo(MEETING.toString()))
                .body("sequence", equalTo(1));
        assertThat(witness.heard(EventMoved.class))
                .containsExactly(new EventMoved(id, solna, MEETING, Instant.parse("2026-12-10T18:00:00Z")));
        assertThat(witness.heard(EventChanged.class)).containsExactly(new EventChanged(id, solna, false));
    }

    @Test
    void aShorterMeetingOrAnotherPlaceIsNoMove() {
        var id = published(meeting());
        patch(id, Map.of("minutes", 90, "place", "Biblioteket"))
                .statusCode(200)
                .body("status", equalTo("PLANNED"))
                .body("startsAt", equalTo(MEETING.toString()))
                .body("endsAt", equalTo("2026-12-09T19:00:00Z"))
                .body("sequence", equalTo(1));
        assertThat(witness.heard(EventMoved.class)).isEmpty();
        assertThat(witness.heard(EventChanged.class)).containsExactly(new EventChanged(id, solna, true));
    }

    @Test
    void whatIsWrittenAnewWithTheSameWordsIsNoChange() {
        var id = published(meeting());
        patch(id, Map.of("title", "Decembermöte", "startsAtLocal", "2026-12-09T18:30"))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("sequence", equalTo(0));
        assertThat(witness.heard(EventChanged.class)).isEmpty();
    }

    @Test
    void nullTakesAwayAndOfDraftsNobodyIsTold() {
        var wanted = meeting();
        wanted.put("capacity", 30);
        var id = made(wanted);
        as(token)
                .body("{\"capacity\": null, \"place\": null, \"startsAtLocal\": \"2026-12-11T18:00\"}")
                .patch(in(SOLNA, "/events/" + id))
                .then()
                .statusCode(200)
                .body("capacity", nullValue())
                .body("place", nullValue())
                .body("status", equalTo("PLANNED"))
                .body("sequence", equalTo(0));
        assertThat(witness.heard(EventMoved.class)).isEmpty();
    }

    @Test
    void theSecondOfTwoEditorsIsLate() {
        var id = made(meeting());
        as(token)
                .header("If-Match", "\"0\"")
                .body(Map.of("title", "Ett"))
                .patch(in(SOLNA, "/events/" + id))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        as(token)
                .header("If-Match", "\"0\"")
                .body(Map.of("title", "Två"))
                .patch(in(SOLNA, "/events/" + id))
                .then()
                .statusCode(412);
    }

    @Test
    void whatIsCalledOffStaysSoAndIsToldOnce() {
        var id = published(meeting());
        as(token)
                .body(Map.of("why", "Lokalen är stängd"))
                .post(in(SOLNA, "/events/" + id + "/cancellation"))
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("cancelledWhy", equalTo("Lokalen är stängd"))
                .body("sequence", equalTo(1));
        post(id, "cancellation").statusCode(200).body("cancelledWhy", equalTo("Lokalen är stängd"));
        assertThat(witness.heard(EventCancelled.class)).containsExactly(new EventCancelled(id, solna));

        patch(id, Map.of("title", "Nytt"))
                .statusCode(409)
                .body("status", equalTo(409))
                .body("type", endsWith("/event-in-state"));
        post(id, "publication").statusCode(409);
        var draft = made(meeting());
        post(draft, "cancellation").statusCode(200);
        assertThat(witness.heard(EventCancelled.class)).hasSize(1);
    }

    @Test
    void whatHasBeenHeldIsNotCalledOff() {
        var id = published(meeting());
        at(MEETING.plus(Duration.ofHours(3)));
        event(id).body("status", equalTo("HELD"));
        post(id, "cancellation").statusCode(409);
        event(made(meeting())).body("status", equalTo("PLANNED"));
    }

    @Test
    void theListIsByTimeAndCanBeNarrowed() {
        var first = published(meeting());
        var later = meeting();
        later.put("startsAtLocal", "2027-01-13T18:30");
        later.put("kindId", kind("pubkvall"));
        var second = published(later);
        var last = meeting();
        last.put("startsAtLocal", "2027-02-10T18:30");
        var third = made(last);
        post(first, "cancellation");

        list("").body("items.id", contains((int) first, (int) second, (int) third))
                .body("next", nullValue());
        list("?published=false").body("items.id", contains((int) third));
        list("?status=CANCELLED").body("items.id", contains((int) first));
        list("?status=PLANNED").body("items.id", contains((int) second, (int) third));
        list("?kindId=" + kind("pubkvall")).body("items.id", contains((int) second));
        list("?from=2026-12-09T19:00:00Z&until=2027-01-31T00:00:00Z")
                .body("items.id", contains((int) first, (int) second));
        list("?from=2026-12-09T19:30:00Z").body("items.id", contains((int) second, (int) third));
        var next =
                list("?limit=2").body("items", hasSize(2)).extract().jsonPath().getString("next");
        list("?limit=2&cursor=" + next).body("items.id", contains((int) third));
        list("?status=OPEN").statusCode(400).body("violations[0].field", equalTo("status"));
        list("?from=yesterday").statusCode(400).body("violations[0].field", equalTo("from"));
    }

    @Test
    void whoeverKeepsACopyReadsWhatChangedSinceInTheOrderOfTheChanges() {
        var first = made(meeting());
        var second = made(meeting());
        clock.advance(Duration.ofHours(1));
        token = a.token(SOLNA);
        patch(first, Map.of("title", "Ändrat")).statusCode(200);

        list("?updatedSince=2026-11-24T17:00:00Z").body("items.id", contains((int) second, (int) first));
        list("?updatedSince=2026-11-24T17:30:00Z").body("items.id", contains((int) first));
        var next = list("?limit=1&updatedSince=2026-11-24T17:00:00Z")
                .extract()
                .jsonPath()
                .getString("next");
        list("?limit=1&updatedSince=2026-11-24T17:00:00Z&cursor=" + next).body("items.id", contains((int) first));
    }

    @Test
    void theSameKeyMakesOneEvent() {
        var body = meeting();
        var ids = List.of(1, 2).stream()
                .map(_ -> as(token)
                        .header("Idempotency-Key", "e1")
                        .body(body)
                        .post(in(SOLNA, "/events"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getLong("id"))
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
    }

    private ValidatableResponse list(String query) {
        return as(token).get(in(SOLNA, "/events" + query)).then();
    }

    @Test
    void whatHasBeenHeldOrIsConfirmedIsNotMoved() {
        var event = published(meeting());
        signedUp(event, person("Anna"));
        during();
        as(token).put(in(SOLNA, "/events/" + event + "/attendance")).then().statusCode(200);
        patch(event, Map.of("startsAtLocal", "2026-12-20T18:30"))
                .statusCode(409)
                .body("type", endsWith("/event-in-state"));
        at(MEETING.plus(Duration.ofDays(2)));
        patch(event, Map.of("startsAtLocal", "2026-12-20T18:30")).statusCode(409);
        patch(event, Map.of("title", "Som det var")).statusCode(200);
        event(event).body("startsAt", equalTo("2026-12-09T17:30:00Z"));
    }
}
