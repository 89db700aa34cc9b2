package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;

/** The monthly newsletter: written once, made each month, approved or sent by itself, never stale. */
@QuarkusTest
class RecurringBroadcastsTest extends RecurringTest {

    @Test
    void theNextMonthsAreShownAndThoseWithoutAreLeftOut() {
        var wanted = newsletter();
        wanted.put("rule", Map.of("weekday", "TUESDAY", "nth", -1, "time", "17:30", "exceptMonths", List.of(12, 2)));
        var id = written(wanted);

        recurring(id)
                .header("ETag", "\"0\"")
                .body("rule.weekday", equalTo("TUESDAY"))
                .body("rule.nth", equalTo(-1))
                .body("leadHours", equalTo(72))
                .body("byItself", equalTo(false))
                .body(
                        "next",
                        contains(
                                "2026-11-24T16:30:00Z",
                                "2027-01-26T16:30:00Z",
                                "2027-03-30T15:30:00Z",
                                "2027-04-27T15:30:00Z",
                                "2027-05-25T15:30:00Z"));
    }

    @Test
    void threeDaysBeforeADraftIsThereToBeApprovedAndTheOrganizersAreTold() {
        var id = written(newsletter());
        at(DECEMBER.minus(Duration.ofHours(73)));
        broadcasts().body("items", empty());

        at(DECEMBER.minus(Duration.ofDays(3)));
        at(DECEMBER.minus(Duration.ofHours(71)));

        broadcasts()
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("DRAFT"))
                .body("items[0].title", equalTo("Medlemsblad"))
                .body("items[0].personal", equalTo(true))
                .body("items[0].sendAt", equalTo(DECEMBER.toString()))
                .body("items[0].notAfter", equalTo("2026-12-02T16:30:00Z"))
                .body("items[0].createdBy", containsString("token:"));
        assertThat(told()).containsExactly("broadcast-waits 2026-12-01 17:30");
        recurring(id)
                .body("next[0]", equalTo("2027-01-01T16:30:00Z"))
                .body("latest[0].month", equalTo("2026-12"))
                .body("latest[0].broadcastId", notNullValue());
    }

    @Test
    void whatIsApprovedBeforehandGoesOutByItselfAndCanBeStopped() {
        var wanted = newsletter();
        wanted.put("byItself", true);
        written(wanted);
        at(DECEMBER.minus(Duration.ofDays(3)));

        broadcasts().body("items[0].state", equalTo("SENDING")).body("items[0].approvedBy", containsString("token:"));
        assertThat(told()).containsExactly("broadcast-planned 2026-12-01 17:30");
        sendAll();
        assertThat(arrived()).isEmpty();

        at(DECEMBER);
        sendAll();
        assertThat(arrived()).containsExactly("Hej Anna, månadens medlemsblad");
    }

    @Test
    void aboveTheLimitSomebodyElseIsAskedThoughItWasApprovedBeforehand() {
        sql.update(NamedSql.of("update organization set settings = '{\"approvalLimit\": 0}'"), Map.of());
        var wanted = newsletter();
        wanted.put("byItself", true);
        written(wanted);
        at(DECEMBER.minus(Duration.ofDays(3)));

        broadcasts().body("items", hasSize(1)).body("items[0].state", equalTo("DRAFT"));
        assertThat(told()).containsExactly("broadcast-waits 2026-12-01 17:30");
    }

    @Test
    void whatSomebodyChangedIsNotApprovedInTheNameOfWhoWroteIt() {
        sql.update(NamedSql.of("update organization set settings = '{\"approvalLimit\": 0}'"), Map.of());
        var wanted = newsletter();
        wanted.put("byItself", true);
        written(wanted);
        at(DECEMBER.minus(Duration.ofDays(3)));
        var id = broadcasts().extract().jsonPath().getLong("items[0].id");
        var other = a.token(SOLNA);
        as(other)
                .body(Map.of("text", "Något helt annat"))
                .patch(in(SOLNA, "/broadcasts/" + id))
                .then()
                .statusCode(200);
        as(other).post(in(SOLNA, "/broadcasts/" + id + "/approval")).then().statusCode(409);
        sql.update(NamedSql.of("update organization set settings = '{}'"), Map.of());
        sql.update(NamedSql.of("update recurring_occurrence set told_at = null"), Map.of());
        monthly.make();

        broadcasts().body("items[0].state", equalTo("DRAFT"));
    }

    @Test
    void nothingIsApprovedInTheNameOfWhoHasNoRightToItAnyMore() {
        var wanted = newsletter();
        wanted.put("byItself", true);
        written(wanted);
        sql.update(NamedSql.of("update api_token set revoked_at = :now"), Map.of("now", NOON));
        token = a.token(SOLNA);
        at(DECEMBER.minus(Duration.ofDays(3)));

        broadcasts().body("items[0].state", equalTo("DRAFT"));
        assertThat(told()).containsExactly("broadcast-waits 2026-12-01 17:30");
    }

    @Test
    void twoInstancesMakeEachMonthOnce() throws Exception {
        written(newsletter());
        clock.set(DECEMBER.minus(Duration.ofDays(3)));

        atOnce(4, () -> {
            monthly.make();
            return 0;
        });

        broadcasts().body("items", hasSize(1));
        assertThat(told()).hasSize(1);
    }

    @Test
    void afterADowntimeTheStaleAreSkippedWithAReasonAndTheLatestIsMade() {
        var id = written(newsletter());

        at(Instant.parse("2027-02-01T18:00:00Z"));

        broadcasts().body("items", hasSize(1)).body("items[0].sendAt", equalTo("2027-02-01T16:30:00Z"));
        recurring(id)
                .body("latest.month", contains("2027-02", "2027-01", "2026-12"))
                .body("latest.skipped", contains(null, "TOO_LATE", "TOO_LATE"))
                .body("next[0]", equalTo("2027-03-01T16:30:00Z"));
        assertThat(told())
                .containsExactly(
                        "broadcast-missed 2026-12-01 17:30",
                        "broadcast-missed 2027-01-01 17:30",
                        "broadcast-waits 2027-02-01 17:30");
    }

    @Test
    void aDraftThatNobodyApprovedInTimeIsNotSentStale() {
        written(newsletter());
        at(DECEMBER.minus(Duration.ofDays(3)));
        clock.set(DECEMBER.plus(Duration.ofHours(25)));

        var draft = broadcasts().extract().jsonPath().getLong("items[0].id");
        as(token)
                .post(in(SOLNA, "/broadcasts/" + draft + "/approval"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/broadcast-too-late"));
    }

    @Test
    void aThrownAwayDraftDoesNotComeBack() {
        var id = written(newsletter());
        at(DECEMBER.minus(Duration.ofDays(3)));
        var draft = broadcasts().extract().jsonPath().getLong("items[0].id");
        as(token).delete(in(SOLNA, "/broadcasts/" + draft)).then().statusCode(204);

        at(DECEMBER);

        broadcasts().body("items", empty());
        recurring(id).body("latest[0].broadcastId", nullValue());
    }

    @Test
    void theSegmentIsReadAnewEachMonth() {
        var segment = as(token)
                .body(Map.of("title", "Alla", "filter", Map.of("type", "hasPhone")))
                .post(in(SOLNA, "/segments"))
                .jsonPath()
                .getLong("id");
        var wanted = newsletter();
        wanted.remove("filter");
        wanted.put("segmentId", segment);
        written(wanted);
        as(token)
                .body(Map.of("title", "Alla", "filter", Map.of("type", "hasMobile")))
                .put(in(SOLNA, "/segments/" + segment))
                .then()
                .statusCode(200);
        at(DECEMBER.minus(Duration.ofDays(3)));

        broadcasts().body("items[0].filter.type", equalTo("hasMobile"));
    }

    @Test
    void whatFallsIntoAPauseIsNotMadeUpFor() {
        var id = written(newsletter());
        post(id, "pause").statusCode(200).body("next", empty()).body("pausedAt", notNullValue());
        at(DECEMBER.plus(Duration.ofHours(1)));
        broadcasts().body("items", empty());

        post(id, "resumption").statusCode(200).body("next[0]", equalTo("2027-01-01T16:30:00Z"));
        at(DECEMBER.plus(Duration.ofHours(2)));
        broadcasts().body("items", empty());
        assertThat(told()).isEmpty();
    }

    @Test
    void whatHasEndedMakesNoMoreAndStaysSo() {
        var id = written(newsletter());
        post(id, "ending").statusCode(200).body("next", empty());
        at(DECEMBER);
        broadcasts().body("items", empty());

        put(id, newsletter()).statusCode(409).body("type", endsWith("/problems/recurring-ended"));
        post(id, "resumption").statusCode(409);
        post(id, "ending").statusCode(200);
    }

    @Test
    void itEndsByItselfAfterItsLastDay() {
        var wanted = newsletter();
        wanted.put("endsOn", "2027-01-01");
        var id = written(wanted);

        recurring(id).body("next", contains("2026-12-01T16:30:00Z", "2027-01-01T16:30:00Z"));
        at(Instant.parse("2027-01-01T16:30:00Z"));
        recurring(id).body("next", empty());
        wanted.put("endsOn", "2026-11-25");
        as(token)
                .body(wanted)
                .post(in(SOLNA, PATH))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("endsOn"));
    }

    @Test
    void aChangedRuleCountsFromTheNextMonthThatIsNotMade() {
        var id = written(newsletter());
        at(DECEMBER.minus(Duration.ofDays(3)));
        var wanted = newsletter();
        wanted.put("title", "Nytt blad");
        wanted.put("rule", Map.of("day", 31, "time", "09:00"));

        put(id, wanted)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", equalTo("Nytt blad"))
                .body("next[0]", equalTo("2027-01-31T08:00:00Z"));
        broadcasts().body("items[0].title", equalTo("Medlemsblad"));
    }

    @Test
    void theSecondOfTwoEditorsIsLate() throws Exception {
        var id = written(newsletter());

        assertThat(atOnce(
                        3,
                        () -> as(token)
                                .header("If-Match", "\"0\"")
                                .body(newsletter())
                                .put(in(SOLNA, PATH + "/" + id))
                                .statusCode()))
                .containsExactlyInAnyOrder(200, 412, 412);
    }
}
