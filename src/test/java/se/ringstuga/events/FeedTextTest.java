package se.ringstuga.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What our feeds say, as another reader of iCalendar understands them. */
class FeedTextTest {

    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");

    private static FeedEntry entry(String title, @Nullable String description, @Nullable String location) {
        return new FeedEntry(
                "a1@ringstuga",
                3,
                Instant.parse("2026-11-24T17:30:00Z"),
                Instant.parse("2026-11-24T19:30:00Z"),
                title,
                description,
                location,
                "https://ringstuga.example/a/solna/events/7",
                "Medlemsmöte, stort",
                false,
                AT,
                AT.plusSeconds(60));
    }

    private static ICalendar read(String feed) {
        return Biweekly.parse(feed).first();
    }

    private static VEvent only(String feed) {
        return read(feed).getEvents().getFirst();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Årsmöte med kaffe",
                "Kaffe, bulle; och \\ annat: \"allt\"",
                "Smörgås 🥪 och sång 🎶 🇸🇪 hela kvällen lång med alla som vill vara med om det här 🥪🥪🥪🥪🥪🥪🥪🥪🥪🥪🥪🥪🥪🥪",
                "Första raden\nandra raden\n\nfjärde raden, efter en tom",
                "åäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäö",
                "BEGIN:VEVENT\nUID:other",
                "x"
            })
    void everyCharacterArrivesAsItWasWritten(String text) {
        var event = only(FeedText.of("Solna, och: Sundbyberg", List.of(entry(text, text, text))));

        assertThat(event.getSummary().getValue()).isEqualTo(text);
        assertThat(event.getDescription().getValue()).isEqualTo(text);
        assertThat(event.getLocation().getValue()).isEqualTo(text);
        assertThat(event.getCategories().getFirst().getValues()).containsExactly("Medlemsmöte, stort");
    }

    @Test
    void whatIsNoTextIsLeftOutAndLineEndsAreOne() {
        var event = only(FeedText.of("Solna", List.of(entry("Möte\u0007\u0000", "ett\r\ntvå\rtre", "x"))));

        assertThat(event.getSummary().getValue()).isEqualTo("Möte");
        assertThat(event.getDescription().getValue()).isEqualTo("ett\ntvå\ntre");
    }

    @Test
    void noLineIsLongerThanTheStandardAllowsAndNoCharacterIsBroken() {
        var feed = FeedText.of("Solna", List.of(entry("ö".repeat(200), "🥪".repeat(100), "a".repeat(300))));

        assertThat(feed.split("\r\n")).allSatisfy(line -> {
            assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(new String(line.getBytes(UTF_8), UTF_8)).isEqualTo(line);
            assertThat(line).doesNotContain("\n");
        });
        assertThat(feed).endsWith("END:VCALENDAR\r\n").doesNotContain("?");
    }

    @Test
    void aProgramLearnsWhatTheCalendarIsCalledAndWhenToLookAgain() {
        var calendar = read(FeedText.of("Vänsterpartiet Åmål", List.of(entry("Möte", null, null))));

        assertThat(calendar.getVersion()).isEqualTo(ICalVersion.V2_0);
        assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(calendar.getNames().getFirst().getValue()).isEqualTo("Vänsterpartiet Åmål");
        assertThat(calendar.getExperimentalProperty("X-WR-CALNAME").getValue()).isEqualTo("Vänsterpartiet Åmål");
        assertThat(calendar.getRefreshInterval().getValue().getHours()).isEqualTo(1);
    }

    @Test
    void anEventHasItsStampsAndItsPage() {
        var event = only(FeedText.of("Solna", List.of(entry("Möte", null, null))));

        assertThat(event.getUid().getValue()).isEqualTo("a1@ringstuga");
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(event.getCreated().getValue().toInstant()).isEqualTo(AT);
        assertThat(event.getLastModified().getValue().toInstant()).isEqualTo(AT.plusSeconds(60));
        assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(AT.plusSeconds(60));
        assertThat(event.getUrl().getValue()).isEqualTo("https://ringstuga.example/a/solna/events/7");
        assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
        assertThat(event.getDescription()).isNull();
        assertThat(event.getLocation()).isNull();
    }

    /** On the nights when the clocks change, an hour is missing or there twice; the instants are what is written. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-28T00:30:00Z, 2027-03-28T01:30:00Z",
        "2027-10-31T00:30:00Z, 2027-10-31T01:30:00Z",
        "2027-03-27T23:00:00Z, 2027-03-28T22:00:00Z",
        "2026-11-24T17:30:00.123456Z, 2026-11-24T19:30:00.9Z"
    })
    void hoursAreTheSameOnBothNightsWhenTheClocksChange(Instant from, Instant to) {
        var moved = new FeedEntry("a@r", 0, from, to, "Natt", null, null, null, "Annat", false, AT, AT);
        var feed = FeedText.of("Solna", List.of(moved));
        var event = only(feed);

        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.ofEpochSecond(from.getEpochSecond()));
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(Instant.ofEpochSecond(to.getEpochSecond()));
        assertThat(feed).containsPattern("DTSTART:\\d{8}T\\d{6}Z\r\n").doesNotContain("TZID");
    }

    @Test
    void theSameEventsAreTheSameBytes() {
        var entries = List.of(entry("Möte", "text", "plats"));

        assertThat(FeedText.of("Solna", entries)).isEqualTo(FeedText.of("Solna", entries));
    }

    @Test
    void aCalendarWithoutEventsIsACalendar() {
        assertThat(read(FeedText.of("Solna", List.of())).getEvents()).isEmpty();
    }
}
