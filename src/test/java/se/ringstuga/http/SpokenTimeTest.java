package se.ringstuga.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTimeTest {

    private static final Instant TUESDAY_EVENING = Instant.parse("2026-11-24T17:00:00Z");
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final SpokenTime swedish = new SpokenTime(Language.SWEDISH, STOCKHOLM, TUESDAY_EVENING);
    private final SpokenTime english = new SpokenTime(Language.ENGLISH, STOCKHOLM, TUESDAY_EVENING);

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T17:20:00Z, om 20 minuter, in 20 minutes",
        "2026-11-24T17:00:30Z, om 1 minut, in 1 minute",
        "2026-11-24T18:20:00Z, i dag kl 19.20, today at 19:20",
        "2026-11-24T16:50:00Z, i dag kl 17.50, today at 17:50",
        "2026-11-25T17:30:00Z, i morgon kl 18.30, tomorrow at 18:30",
        "2026-11-23T17:30:00Z, i går kl 18.30, yesterday at 18:30",
        "2026-12-03T17:30:00Z, torsdag 3 december kl 18.30, Thursday 3 December at 18:30",
        "2027-01-12T17:30:00Z, tisdag 12 januari 2027 kl 18.30, Tuesday 12 January 2027 at 18:30",
    })
    void momentsAreSaidAsPeopleSayThem(Instant moment, String inSwedish, String inEnglish) {
        assertThat(swedish.moment(moment)).isEqualTo(inSwedish);
        assertThat(english.moment(moment)).isEqualTo(inEnglish);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, i dag, today",
        "2026-11-23, i går, yesterday",
        "2026-11-15, för 9 dagar sedan, 9 days ago",
        "2026-07-20, för 4 månader sedan, 4 months ago",
        "2023-01-01, för 3 år sedan, 3 years ago",
    })
    void howLongAgoIsRough(LocalDate date, String inSwedish, String inEnglish) {
        assertThat(swedish.ago(date)).isEqualTo(inSwedish);
        assertThat(english.ago(date)).isEqualTo(inEnglish);
    }
}
