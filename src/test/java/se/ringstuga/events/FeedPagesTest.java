package se.ringstuga.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

/** The feed of an association, as calendar programs fetch it. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class FeedPagesTest extends ApiTest {

    @Inject
    CalendarFixtures events;

    @BeforeEach
    void anAssociation() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
    }

    private static Response feed(String query) {
        var answer = given().get("/a/solna/calendar.ics" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/calendar;charset=UTF-8");
        return answer;
    }

    private static List<VEvent> read(String query) {
        return Biweekly.parse(feed(query).asString()).first().getEvents();
    }

    private static List<String> titles(String query) {
        return read(query).stream().map(event -> event.getSummary().getValue()).toList();
    }

    @Test
    void itHoldsWhatIsPublishedForEverybodyAndThoseBelowByChoice() {
        events.event("solna", "Öppet torgmöte").save();
        events.event("solna", "Medlemmarnas").with("visibility", "MEMBERS").save();
        events.event("solna", "Utkast").draft().save();
        events.event("huvudsta", "Fika").save();

        assertThat(titles("")).containsExactly("Öppet torgmöte");
        assertThat(titles("?below=true")).containsExactly("Öppet torgmöte", "Fika");
    }

    /** Three hundred associations with four open events a month. */
    @Test
    void ofMoreThanThereIsRoomForWhatIsAheadIsThere() {
        long like = events.event("solna", "Torgmöte").save();
        events.change(like, "title = title");
        events.copies(like, 2100, Duration.ofMinutes(-30));
        events.event("solna", "Julfest").at("2027-12-20T18:00").save();

        assertThat(titles("")).hasSize(2000).contains("Julfest").endsWith("Julfest");
        assertThat(given().get("/a/solna/month/2026-11").asString()).contains("Här ryms 2000 aktiviteter.");
        assertThat(given().get("/a/solna/year/2027").asString())
                .contains("Julfest")
                .doesNotContain("Här ryms");
    }

    @Test
    void itReachesFromThreeMonthsBackToEighteenAhead() {
        events.event("solna", "för länge sedan").at("2026-08-23T18:00").save();
        events.event("solna", "nyss").at("2026-08-25T18:00").save();
        events.event("solna", "sedan").at("2028-05-23T18:00").save();
        events.event("solna", "i en fjärran framtid").at("2028-05-25T18:00").save();

        assertThat(titles("")).containsExactly("nyss", "sedan");
    }

    @Test
    void whatIsMovedIsTheSameEventWithANewTimeAndNumber() {
        long id = events.event("solna", "Möte").at("2027-03-27T18:00").save();
        var before = read("").getFirst();
        clock.advance(Duration.ofHours(1));
        events.change(id, """
                moved_at = :now, moved_from = starts_at, starts_at = starts_at + interval '23 hours',
                ends_at = ends_at + interval '23 hours', sign_up_closes = sign_up_closes + interval '23 hours'""");
        var after = read("").getFirst();

        assertThat(after.getUid()).isEqualTo(before.getUid());
        assertThat(after.getSequence().getValue())
                .isEqualTo(before.getSequence().getValue() + 1);
        assertThat(after.getLastModified().getValue().toInstant())
                .isEqualTo(clock.instant())
                .isAfter(before.getLastModified().getValue().toInstant());
        // The clocks have changed in between: at six in the evening again, 23 hours later.
        assertThat(after.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2027-03-28T16:00:00Z"));
        assertThat(after.getDescription().getValue()).isEqualTo("Flyttat från lördag 27 mars 2027 kl 18.00.");
    }

    @Test
    void whatIsCancelledStaysAsCancelledForAWhile() {
        long id = events.event("solna", "Möte").at("2027-10-31T18:00").save();
        events.change(id, "cancelled_at = :now, cancelled_by = 'staff:1', cancelled_why = 'Sjukdom, tyvärr.'");

        var event = read("").getFirst();
        assertThat(event.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event.getSummary().getValue()).isEqualTo("Inställt: Möte");
        assertThat(event.getDescription().getValue()).isEqualTo("Inställt. Sjukdom, tyvärr.");
        assertThat(event.getSequence().getValue()).isEqualTo(1);

        clock.set(Instant.parse("2028-01-30T12:00:00Z"));
        assertThat(read("")).hasSize(1);
        clock.set(Instant.parse("2028-02-01T12:00:00Z"));
        assertThat(read("")).isEmpty();
    }

    @Test
    void anUnchangedFeedIsNotSentAgain() {
        long id = events.event("solna", "Möte").save();
        var first = feed("");
        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=300");
        clock.advance(Duration.ofHours(2));

        given().header("If-None-Match", first.header("ETag"))
                .get("/a/solna/calendar.ics")
                .then()
                .statusCode(304);
        events.change(id, "title = 'Årsmöte'");
        given().header("If-None-Match", first.header("ETag"))
                .get("/a/solna/calendar.ics")
                .then()
                .statusCode(200);
    }

    @Test
    void itSpeaksTheLanguageOfTheProgramThatAsks() {
        long id = events.event("solna", "Möte").save();
        events.change(id, "cancelled_at = :now, cancelled_by = 'staff:1'");

        var english = given().header("Accept-Language", "en-GB").get("/a/solna/calendar.ics");
        assertThat(english.asString()).contains("SUMMARY:Cancelled: Möte");
        assertThat(english.header("Vary")).contains("Accept-Language");
    }

    @Test
    void theLinkToAMeetingOnTheNetIsNotForEverybody() {
        events.event("solna", "Möte")
                .with("online", "https://meet.example/hemligt")
                .save();

        assertThat(feed("").asString()).doesNotContain("hemligt");
    }

    @Test
    void markdownIsReadAsText() {
        events.event("solna", "Möte")
                .with("text", "Vi ses **alla**.\n\n- kaffe\n- [dagordning](https://example.org/d)")
                .save();

        assertThat(read("").getFirst().getDescription().getValue())
                .isEqualTo("Vi ses alla.\n\n- kaffe\n- dagordning (https://example.org/d)");
    }
}
