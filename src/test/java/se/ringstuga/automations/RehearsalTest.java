package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ringstuga.automations.Rehearsal.Happening;
import se.ringstuga.contact.QuietHours;
import se.ringstuga.organizations.ClosedCalendar;
import se.ringstuga.segments.Filter;

class RehearsalTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(20, 30), LocalTime.of(9, 0), STOCKHOLM);

    @Test
    void theWelcomeOfWhoJoinsOnTheFirstOfMarchIsADatedList() throws JsonProcessingException {
        var happenings = rehearse(WelcomeFlow.definition(), "2027-03-01T12:00");

        assertThat(happenings)
                .extracting(happening -> happening.step().key() + " " + local(happening.at()))
                .containsExactly(
                        "valkomst-sms 2027-03-01T12:00",
                        "brev 2027-03-01T12:00",
                        "tva-dagar 2027-03-01T12:00",
                        "ring 2027-03-03T12:00",
                        "samtalen 2027-03-03T12:00",
                        "inget-svar 2027-03-15T12:00",
                        "lat-det-ga-tva-dagar 2027-03-15T12:00",
                        "pa-dagen 2027-03-17T12:00",
                        "enkat 2027-03-17T12:00",
                        "pratat 2027-03-17T12:00",
                        "sag-till 2027-03-17T12:00",
                        "efter-samtalet 2027-03-17T12:00",
                        "mitt-pa-dagen 2027-03-19T12:00",
                        "inbjudan 2027-03-19T12:00");
    }

    @Test
    void whatComesAfterAWaitForSomethingIsTheLatest() throws JsonProcessingException {
        var happenings = rehearse(WelcomeFlow.definition(), "2027-03-01T12:00");

        assertThat(happenings.stream()
                        .filter(happening -> !happening.latest())
                        .map(h -> h.step().key()))
                .containsExactly("valkomst-sms", "brev", "tva-dagar", "ring", "samtalen");
    }

    @Test
    void aBranchNamesItsCondition() throws JsonProcessingException {
        var happenings = rehearse(WelcomeFlow.definition(), "2027-03-01T12:00");

        assertThat(named(happenings, "enkat").when())
                .singleElement()
                .satisfies(only -> assertThat(only.holds()).isTrue());
        assertThat(named(happenings, "sag-till").when())
                .singleElement()
                .satisfies(only -> assertThat(only.holds()).isFalse());
        assertThat(named(happenings, "inbjudan").when()).isEmpty();
    }

    @Test
    void closedDaysAndNightsAreLeftOut() throws JsonProcessingException {
        var night = rehearse(WelcomeFlow.definition(), "2026-12-22T23:00");

        assertThat(local(named(night, "valkomst-sms").at())).isEqualTo("2026-12-23T09:00");
        assertThat(local(named(night, "brev").at())).isEqualTo("2026-12-22T23:00");
        assertThat(local(named(night, "ring").at())).isEqualTo("2027-01-07T23:00");
    }

    @Test
    void whoHasMovedPassesStepsOfTheirOwn() throws JsonProcessingException {
        var flow = flow(WelcomeFlow.definition());

        assertThat(Rehearsal.of(flow.moved(), at("2027-03-01T12:00"), calendar(), NIGHT))
                .extracting(happening -> happening.step().key())
                .containsExactly("flyttat-sms", "flyttat-tva-dagar", "flyttat-ring");
    }

    private static List<Happening> rehearse(String definition, String start) throws JsonProcessingException {
        return Rehearsal.of(flow(definition).steps(), at(start), calendar(), NIGHT);
    }

    private static Flow flow(String definition) throws JsonProcessingException {
        return FlowSyntax.parse(
                        new ObjectMapper().readTree(definition),
                        "definition",
                        Set.of(),
                        (json, path) -> new Filter.All(List.of()))
                .flow();
    }

    private static FlowCalendar calendar() {
        return new FlowCalendar(ClosedCalendar.of(
                STOCKHOLM,
                LocalDate.of(2026, 12, 24).datesUntil(LocalDate.of(2027, 1, 7)).toList()));
    }

    private static Happening named(List<Happening> happenings, String key) {
        return happenings.stream()
                .filter(happening -> happening.step().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }

    private static String local(Instant at) {
        return at.atZone(STOCKHOLM).toLocalDateTime().toString();
    }
}
