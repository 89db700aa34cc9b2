package se.ringstuga.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosedSpansTest {

    @Test
    void publicHolidaysAreThoseOfTheLaw() {
        assertThat(days(proposed(ClosedDay.Kind.PUBLIC_HOLIDAYS), "2027-01-01", "2027-12-31"))
                .containsExactlyInAnyOrder(
                        "2027-01-01",
                        "2027-01-06",
                        "2027-03-26",
                        "2027-03-28",
                        "2027-03-29",
                        "2027-05-01",
                        "2027-05-06",
                        "2027-05-16",
                        "2027-06-06",
                        "2027-06-26",
                        "2027-11-06",
                        "2027-12-25",
                        "2027-12-26");
    }

    @Test
    void evesAreNoPublicHolidaysButCloseAlike() {
        assertThat(days(proposed(ClosedDay.Kind.EVES), "2027-01-01", "2027-12-31"))
                .containsExactlyInAnyOrder(
                        "2027-01-05", "2027-03-27", "2027-04-30", "2027-06-25", "2027-12-24", "2027-12-31");
    }

    @Test
    void theSummerBeginsWithMidsummerWheneverThatIs() {
        assertThat(days(proposed(ClosedDay.Kind.SUMMER), "2027-01-01", "2028-12-31"))
                .hasSize(47 + 49)
                .contains("2027-06-25", "2027-08-10", "2028-06-23", "2028-08-10")
                .doesNotContain("2027-06-24", "2027-08-11", "2028-06-22");
    }

    @Test
    void christmasGoesOverTheNewYear() {
        assertThat(days(proposed(ClosedDay.Kind.CHRISTMAS), "2027-01-01", "2027-12-31"))
                .hasSize(6 + 8)
                .contains("2027-01-01", "2027-01-06", "2027-12-24", "2027-12-31")
                .doesNotContain("2027-01-07", "2027-12-23");
    }

    @Test
    void whatReturnsEachYearBeginsInItsFirst() {
        var leap = yearly("2028-02-29", "2028-03-01");

        assertThat(days(leap, "2027-01-01", "2029-12-31"))
                .containsExactly("2028-02-29", "2028-03-01", "2029-02-28", "2029-03-01");
        assertThat(days(yearly("2026-12-30", "2027-01-02"), "2028-01-01", "2028-12-31"))
                .containsExactly("2028-01-01", "2028-01-02", "2028-12-30", "2028-12-31");
    }

    private static List<String> days(ClosedDay day, String from, String to) {
        return ClosedSpans.days(day, LocalDate.parse(from), LocalDate.parse(to))
                .map(LocalDate::toString)
                .toList();
    }

    private static ClosedDay proposed(ClosedDay.Kind kind) {
        return new ClosedDay(1, kind, null, null, null, false, 1);
    }

    private static ClosedDay yearly(String first, String last) {
        return new ClosedDay(1, ClosedDay.Kind.YEARLY, "x", LocalDate.parse(first), LocalDate.parse(last), false, 1);
    }
}
