package se.ringstuga.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffTermTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @ParameterizedTest
    @CsvSource({
        "2026-11-26, 2027-03-31",
        "2027-01-30, 2027-03-31",
        "2027-01-31, 2028-03-31",
        "2027-03-31, 2028-03-31",
        "2027-04-01, 2028-03-31",
        "2028-01-31, 2028-03-31"
    })
    void accessLastsToTheEndOfMarchAndAtLeastTwoMonths(LocalDate given, LocalDate last) {
        assertThat(StaffTerm.lastDay(given)).isEqualTo(last);
    }

    @Test
    void theLastDayIsWholeInTheOrganizationsOwnTime() {
        var end = StaffTerm.end(Instant.parse("2026-11-26T12:00:00Z"), STOCKHOLM);

        assertThat(end).isEqualTo(Instant.parse("2027-03-31T22:00:00Z"));
        assertThat(StaffTerm.lastDay(end, STOCKHOLM)).isEqualTo(LocalDate.of(2027, 3, 31));
    }
}
