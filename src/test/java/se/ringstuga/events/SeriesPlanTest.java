package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of the occurrences ahead when the days of a series change. */
class SeriesPlanTest {

    @Test
    void whatKeepsItsDayStaysAndNewDaysAreAdded() {
        var plan = SeriesPlan.of(List.of(follows(1, "2027-01-12")), days("2027-01-12", "2027-02-09"), false);
        assertThat(plan).isEqualTo(new SeriesPlan(Map.of(1L, day("2027-01-12")), List.of(), days("2027-02-09")));
    }

    @Test
    void theOneInMarchIsStillTheOneInMarch() {
        var plan = SeriesPlan.of(
                List.of(follows(1, "2027-02-09"), follows(2, "2027-03-09"), follows(3, "2027-04-13")),
                days("2027-02-10", "2027-03-10", "2027-05-12"),
                false);
        assertThat(plan)
                .isEqualTo(new SeriesPlan(
                        Map.of(1L, day("2027-02-10"), 2L, day("2027-03-10")), List.of(3L), days("2027-05-12")));
    }

    @Test
    void inAWeeklySeriesItIsTheWeekThatCounts() {
        var plan = SeriesPlan.of(
                List.of(follows(1, "2027-03-02"), follows(2, "2027-03-09")), days("2027-03-04", "2027-03-18"), true);
        assertThat(plan).isEqualTo(new SeriesPlan(Map.of(1L, day("2027-03-04")), List.of(2L), days("2027-03-18")));
    }

    @Test
    void ofTwoDaysTheNearestIsTaken() {
        var plan = SeriesPlan.of(List.of(follows(1, "2027-03-20")), days("2027-03-01", "2027-03-22"), false);
        assertThat(plan).isEqualTo(new SeriesPlan(Map.of(1L, day("2027-03-22")), List.of(), days("2027-03-01")));
    }

    @Test
    void anExceptionStandsForTheNewDayAndNeverGoes() {
        var plan = SeriesPlan.of(
                List.of(exception(1, "2027-02-09"), exception(2, "2027-03-09")), days("2027-02-10"), false);
        assertThat(plan).isEqualTo(new SeriesPlan(Map.of(1L, day("2027-02-10")), List.of(), List.of()));
    }

    private static SeriesPlan.Occurrence follows(long id, String on) {
        return new SeriesPlan.Occurrence(id, day(on), true);
    }

    private static SeriesPlan.Occurrence exception(long id, String on) {
        return new SeriesPlan.Occurrence(id, day(on), false);
    }

    private static List<LocalDate> days(String... days) {
        return Arrays.stream(days).map(LocalDate::parse).toList();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
