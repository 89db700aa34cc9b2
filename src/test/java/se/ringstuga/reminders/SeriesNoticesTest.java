package se.ringstuga.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;
import se.ringstuga.events.Attendee;
import se.ringstuga.events.SignUpSource;
import se.ringstuga.events.SignUps;
import se.ringstuga.events.Wishes;
import se.ringstuga.messaging.CodeSending;

/** What is done with a whole series is told each person once. */
@QuarkusTest
class SeriesNoticesTest extends ReminderTest {

    @Inject
    CodeSending codes;

    private long series;
    private List<Long> events = List.of();

    /** Four Wednesdays from 25 November. */
    @BeforeEach
    void aStudyCircle() {
        series = as(token)
                .body(Map.of(
                        "kindId", kind,
                        "title", "Studiecirkel",
                        "rule", "FREQ=WEEKLY;BYDAY=WE;COUNT=4",
                        "startsOn", "2026-11-25",
                        "startsAtLocal", "18:00",
                        "minutes", 120))
                .post(in("solna", "/event-series"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        as(token)
                .post(in("solna", "/event-series/" + series + "/publication"))
                .then()
                .statusCode(200);
        events = sql.list(NamedSql.of("select id from event order by starts_at"), Map.of(), row -> row.number("id"));
        assertThat(events).hasSize(4);
    }

    private void ended() {
        as(token)
                .body(Map.of("future", "CANCEL"))
                .post(in("solna", "/event-series/" + series + "/ending"))
                .then()
                .statusCode(200);
    }

    @Test
    void aSeriesThatMovesToAnotherPlaceIsToldOfOnceWithAllItsDays() {
        whenIt(Occasion.RELOCATED);
        var anna = member(5);
        events.forEach(event -> signUp(event, anna));
        work();
        as(token)
                .body(Map.of("place", "Biblioteket"))
                .patch(in("solna", "/event-series/" + series + "?tell=false"))
                .then()
                .statusCode(200);
        work();
        assertThat(arrived()).isEmpty();
        as(token)
                .body(Map.of("place", "Folkets hus"))
                .patch(in("solna", "/event-series/" + series))
                .then()
                .statusCode(200);
        work();
        workAt("2026-11-20T13:00");

        assertThat(arrived())
                .containsExactly(
                        "RELOCATED: Studiecirkel onsdag 25 november kl 18.00\nDet gäller också 2/12, 9/12 och 16/12.");
    }

    private void at(String place, String when) {
        clock.set(at(when));
        as(token)
                .body(Map.of("place", place))
                .patch(in("solna", "/event-series/" + series))
                .then()
                .statusCode(200);
    }

    @Test
    void ofTwoPlacesInARowTheLatterIsToldWithEachDayOnce() {
        whenIt(Occasion.RELOCATED);
        var anna = member(5);
        events.forEach(event -> signUp(event, anna));
        work();
        at("Biblioteket", "2026-11-20T22:00");
        rounds.run();
        at("Folkets hus", "2026-11-20T22:10");
        rounds.run();
        workAt("2026-11-21T10:00");
        workAt("2026-11-21T10:30");

        assertThat(arrived())
                .containsExactly(
                        "RELOCATED: Studiecirkel onsdag 25 november kl 18.00\nDet gäller också 2/12, 9/12 och 16/12.");
    }

    @Test
    void aDayThatWasToldOfWithOthersIsNotToldAgainWhenItMovesInTime() {
        whenIt(Occasion.RELOCATED);
        var anna = member(5);
        events.forEach(event -> signUp(event, anna));
        work();
        at("Biblioteket", "2026-11-20T12:10");
        work();
        move(events.get(2), "2026-12-10T18:00");
        workAt("2026-11-20T13:00");

        assertThat(arrived()).hasSize(1);
    }

    @Test
    void aSeriesThatIsCancelledIsToldOfOnceWithAllItsDays() {
        whenIt(Occasion.CANCELLED);
        var anna = member(5);
        var bo = member(6);
        events.forEach(event -> signUp(event, anna));
        signUp(events.get(1), bo);
        work();
        ended();
        work();
        workAt("2026-11-20T13:00");
        workAt("2026-11-20T14:00");

        assertThat(arrived())
                .containsExactlyInAnyOrder(
                        "CANCELLED: Studiecirkel onsdag 25 november kl 18.00\nDet gäller också 2/12, 9/12 och 16/12.",
                        "CANCELLED: Studiecirkel onsdag 2 december kl 18.00");
        assertThat(number("select count(*) as n from reminder where reason = 'TOLD_TOGETHER'"))
                .isEqualTo(3);
    }

    /** Of one address, and each with a sign-up for each of their days. */
    @Test
    void guestsAreToldOnceEachToo() {
        whenIt(Occasion.CANCELLED);
        events.forEach(event -> guest(event, "Stina Ås"));
        guest(events.get(1), "Bo");
        work();
        ended();
        work();
        codes.send();
        workAt("2026-11-20T13:00");
        codes.send();

        assertThat(arrived())
                .containsExactlyInAnyOrder(
                        "CANCELLED: Studiecirkel onsdag 25 november kl 18.00\nDet gäller också 2/12, 9/12 och 16/12.",
                        "CANCELLED: Studiecirkel onsdag 2 december kl 18.00");
        assertThat(number("select count(*) as n from reminder where reason = 'TOLD_TOGETHER'"))
                .isEqualTo(3);
    }

    private void guest(long event, String name) {
        change("update event set visibility = 'PUBLIC' where id = " + event);
        QuarkusTransaction.requiringNew()
                .run(() -> signUps.signUp(
                        event,
                        new Attendee.Guest(name, "+46701740688"),
                        new SignUps.By(SignUpSource.PUBLIC, "system:0"),
                        Wishes.NONE));
        change("update sign_up set guest_confirmed_at = changed_at where guest_confirmed_at is null");
    }

    @Test
    void anotherHourOfASeriesIsToldOfOnceAndAMoveOfOneDayByItself() {
        whenIt(Occasion.MOVED);
        var anna = member(5);
        events.forEach(event -> signUp(event, anna));
        work();
        as(token)
                .body(Map.of("startsAtLocal", "19:00"))
                .patch(in("solna", "/event-series/" + series))
                .then()
                .statusCode(200);
        work();
        workAt("2026-11-20T13:00");
        assertThat(arrived())
                .containsExactly(
                        "MOVED: Studiecirkel onsdag 25 november kl 19.00\nDet gäller också 2/12, 9/12 och 16/12.");
        move(events.get(2), "2026-12-10T19:00");
        workAt("2026-11-20T14:00");
        workAt("2026-11-20T15:00");

        assertThat(arrived()).hasSize(2).last().isEqualTo("MOVED: Studiecirkel torsdag 10 december kl 19.00");
    }

    @Test
    void whereTheFirstDayGoesItsOwnWayMeanwhileTheNextOneTells() {
        whenIt(Occasion.MOVED);
        var anna = member(5);
        events.forEach(event -> signUp(event, anna));
        work();
        as(token)
                .body(Map.of("startsAtLocal", "19:00"))
                .patch(in("solna", "/event-series/" + series))
                .then()
                .statusCode(200);
        rounds.run();
        clock.set(at("2026-11-20T12:05"));
        move(events.getFirst(), "2026-11-26T20:00");
        work();
        workAt("2026-11-20T13:00");

        assertThat(arrived())
                .containsExactlyInAnyOrder(
                        "MOVED: Studiecirkel torsdag 26 november kl 20.00",
                        "MOVED: Studiecirkel onsdag 2 december kl 19.00\nDet gäller också 9/12 och 16/12.");
    }
}
