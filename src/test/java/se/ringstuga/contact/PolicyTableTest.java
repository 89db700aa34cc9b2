package se.ringstuga.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ringstuga.contact.Channel.CALL;
import static se.ringstuga.contact.Channel.EMAIL;
import static se.ringstuga.contact.Channel.SMS;
import static se.ringstuga.contact.Purpose.INFORMATION;
import static se.ringstuga.contact.Purpose.NOTICE;
import static se.ringstuga.contact.Purpose.REMINDER;
import static se.ringstuga.contact.Purpose.Rule.AGE;
import static se.ringstuga.contact.Purpose.Rule.COOL_DOWN;
import static se.ringstuga.contact.Purpose.Rule.QUIET_HOURS;
import static se.ringstuga.contact.Purpose.Rule.WEEKLY_CAP;
import static se.ringstuga.contact.Purpose.WELCOME;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of rule 20, cell by cell: what about a person refuses which purpose by which channel, and what does not. */
@QuarkusTest
class PolicyTableTest extends PolicyTest {

    private static final Set<Purpose> ALL = EnumSet.allOf(Purpose.class);
    private static final Set<Purpose> NOBODY = EnumSet.noneOf(Purpose.class);
    private static final Set<Purpose> UNASKED = EnumSet.of(WELCOME, INFORMATION);
    private static final Set<Purpose> UNASKED_OR_CALL = EnumSet.of(WELCOME, INFORMATION, Purpose.CALL);
    private static final Set<Purpose> NOT_ASKED_FOR = EnumSet.of(NOTICE, WELCOME, INFORMATION, Purpose.CALL);
    private static final String GONE = "update membership set left_on = '2026-11-20'";

    /** What is the matter, what is said about it, and which purposes it stops by each channel. */
    record Situation(String change, String reason, Set<Purpose> bySms, Set<Purpose> byEmail, Set<Purpose> byCall) {

        /** A list of calls has a word of its own for those who have been contacted enough. */
        String ofCalls() {
            return reason.equals("CONTACTED_RECENTLY_HERE") ? "WEEKLY_CAP" : reason;
        }
    }

    private static final List<Situation> TABLE = List.of(
            new Situation("select 1", "", NOBODY, NOBODY, NOBODY),
            new Situation("update person set restricted_at = '2026-11-01'", "RESTRICTED", ALL, ALL, ALL),
            new Situation(
                    "update person set stopped_at = '2026-11-01', stopped_reason = 'DECEASED'",
                    "STOPPED",
                    ALL,
                    ALL,
                    ALL),
            new Situation(
                    "update person set birth_year = 2010", "MAY_BE_UNDER_16", NOT_ASKED_FOR, NOBODY, NOT_ASKED_FOR),
            new Situation("update person set birth_year = 2009", "", NOBODY, NOBODY, NOBODY),
            new Situation(said("SMS", "ANY", "WITHDRAWN"), "OPTED_OUT", ALL, NOBODY, NOBODY),
            new Situation(said("EMAIL", "ANY", "WITHDRAWN"), "OPTED_OUT", NOBODY, ALL, NOBODY),
            new Situation(said("CALL", "ANY", "WITHDRAWN"), "DO_NOT_CALL", NOBODY, NOBODY, ALL),
            new Situation(
                    said("SMS", "INFORMATION", "WITHDRAWN"), "OPTED_OUT", EnumSet.of(INFORMATION), NOBODY, NOBODY),
            new Situation(said("EMAIL", "NOTICE", "WITHDRAWN"), "OPTED_OUT", NOBODY, EnumSet.of(NOTICE), NOBODY),
            new Situation(said("SMS", "ANY", "CORRECTED"), "", NOBODY, NOBODY, NOBODY),
            new Situation("delete from membership", "NO_CONSENT", ALL, ALL, ALL),
            new Situation(GONE, "NO_CONSENT", ALL, ALL, ALL),
            new Situation(both(GONE, said("SMS", "ANY", "GRANTED")), "NO_CONSENT", NOBODY, ALL, ALL),
            new Situation(
                    both(GONE, said("SMS", "REMINDER", "GRANTED")),
                    "NO_CONSENT",
                    EnumSet.complementOf(EnumSet.of(REMINDER)),
                    ALL,
                    ALL),
            new Situation("update person set phone = null, phone_kind = null", "NO_ADDRESS", ALL, NOBODY, NOBODY),
            new Situation("update person set phone_wrong_at = '2026-11-01'", "NO_ADDRESS", ALL, NOBODY, NOBODY),
            new Situation(
                    "update person set phone = '+46846500400', phone_kind = 'LANDLINE'",
                    "NO_ADDRESS",
                    ALL,
                    NOBODY,
                    NOBODY),
            new Situation("update person set email = null", "NO_ADDRESS", NOBODY, ALL, NOBODY),
            new Situation(suppressed(SMS), "SUPPRESSED_ADDRESS", ALL, NOBODY, NOBODY),
            new Situation(suppressed(EMAIL), "SUPPRESSED_ADDRESS", NOBODY, ALL, NOBODY),
            new Situation(suppressed(CALL), "SUPPRESSED_NUMBER", NOBODY, NOBODY, ALL),
            new Situation(
                    messages("WELCOME", 3, "2026-11-17T17:00:01Z"),
                    "CONTACTED_RECENTLY_HERE",
                    UNASKED,
                    UNASKED,
                    EnumSet.of(Purpose.CALL)),
            new Situation(messages("INFORMATION", 3, "2026-11-17T17:00:00Z"), "", NOBODY, NOBODY, NOBODY),
            new Situation(messages("INFORMATION", 2, "2026-11-24T17:00:00Z"), "", NOBODY, NOBODY, NOBODY),
            new Situation(messages("NOTICE", 9, "2026-11-24T17:00:00Z"), "", NOBODY, NOBODY, NOBODY),
            new Situation(called("2026-11-23T17:00:01Z"), "CONTACTED_RECENTLY_HERE", UNASKED, UNASKED, NOBODY),
            new Situation(called("2026-11-23T17:00:00Z"), "", NOBODY, NOBODY, NOBODY),
            new Situation(
                    called(3, "2026-11-17T17:00:01Z"),
                    "CONTACTED_RECENTLY_HERE",
                    UNASKED,
                    UNASKED,
                    EnumSet.of(Purpose.CALL)),
            new Situation(
                    both(called(2, "2026-11-17T17:00:01Z"), messages("WELCOME", 1, "2026-11-24T17:00:00Z")),
                    "CONTACTED_RECENTLY_HERE",
                    UNASKED,
                    UNASKED,
                    EnumSet.of(Purpose.CALL)),
            new Situation(called(3, "2026-11-17T17:00:00Z"), "", NOBODY, NOBODY, NOBODY),
            new Situation(called(2, "2026-11-22T17:00:00Z"), "", NOBODY, NOBODY, NOBODY));

    private static String both(String first, String second) {
        return String.join("; ", first, second);
    }

    static Stream<Arguments> cells() {
        return TABLE.stream()
                .flatMap(situation -> ALL.stream().map(purpose -> Arguments.of(situation.change, purpose, situation)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("cells")
    void eachPurposeIsBoundByItsOwnRules(String change, Purpose purpose, Situation situation) {
        change(change);

        for (var channel : List.of(SMS, EMAIL)) {
            var bound = channel == SMS ? situation.bySms : situation.byEmail;
            if (purpose != Purpose.CALL) {
                assertThat(refusal(channel, purpose))
                        .as(channel + " " + purpose)
                        .isEqualTo(bound.contains(purpose) ? situation.reason : "");
            }
        }
        if (purpose == Purpose.CALL) {
            assertThat(refusalOfCalls()).isEqualTo(situation.byCall.contains(purpose) ? situation.ofCalls() : "");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NOTICE,      true,  false, false, true",
        "REMINDER,    true,  false, false, false",
        "REQUESTED,   false, false, false, false",
        "WELCOME,     true,  true,  true,  true",
        "INFORMATION, true,  true,  true,  true",
        "CALL,        false, true,  true,  true"
    })
    void eachRuleBindsThesePurposes(Purpose purpose, boolean atNight, boolean aWeek, boolean afterACall, boolean age) {
        assertThat(purpose.isBoundBy(QUIET_HOURS)).isEqualTo(atNight);
        assertThat(purpose.isBoundBy(WEEKLY_CAP)).isEqualTo(aWeek);
        assertThat(purpose.isBoundBy(COOL_DOWN)).isEqualTo(afterACall);
        assertThat(purpose.isBoundBy(AGE)).isEqualTo(age);
    }

    @Test
    void theReasonsOfTheTableAreAllThereAre() {
        assertThat(TABLE.stream().map(Situation::reason).filter(reason -> !reason.isEmpty()))
                .containsAll(Stream.of(MessagePolicy.Refusal.values())
                        .filter(reason -> reason != MessagePolicy.Refusal.CONTACTED_RECENTLY)
                        .map(Enum::name)
                        .toList());
    }

    @Test
    void whatAnotherPartOfTheOrganizationSentCountsAndItIsNotNamed() {
        change("insert into organization (parent_id, root_id, kind, name, slug, created_at) "
                + "select id, root_id, 'LOCAL_GROUP', 'Huvudsta', 'huvudsta', created_at from organization");
        change(messages("INFORMATION", 3, "2026-11-24T10:00:00Z"));
        change("update message set organization_id = (select id from organization where slug = 'huvudsta')");

        assertThat(refusal(SMS, WELCOME)).isEqualTo("CONTACTED_RECENTLY");
    }

    @Test
    void whatSomebodyElseOnTheNumberGotCountsToo() {
        change("insert into person (organization_id, given_name, phone, phone_kind, created_at, updated_at) "
                + "select organization_id, 'Bo', phone, phone_kind, created_at, updated_at from person");
        change(messages("INFORMATION", 3, "2026-11-24T10:00:00Z"));
        change("update message set person_id = (select id from person where given_name = 'Bo')");

        assertThat(refusal(SMS, INFORMATION)).isEqualTo("CONTACTED_RECENTLY_HERE");
        assertThat(refusal(EMAIL, INFORMATION)).isEmpty();
    }

    @Test
    void aCallToTheOtherNumberIsACallToo() {
        change("update person set alt_phone = '+46846500400', alt_phone_kind = 'LANDLINE'");
        change(called("2026-11-24T10:00:00Z"));
        change("set local session_replication_role = replica; update call set person_id = 0");
        change("update call_number set phone = '+46846500400'");
        assertThat(refusal(SMS, INFORMATION)).isEqualTo("CONTACTED_RECENTLY_HERE");

        change("update person set alt_phone_wrong_at = '2026-11-01'");
        assertThat(refusal(SMS, INFORMATION)).as("it is somebody else's").isEmpty();
    }

    @Test
    void aDayAfterACallIsADayOnTheDaysTheClockIsChangedToo() {
        change(called("2027-03-27T17:00:00Z"));
        clock.set(Instant.parse("2027-03-28T16:59:59Z"));
        assertThat(refusal(SMS, INFORMATION)).isEqualTo("CONTACTED_RECENTLY_HERE");

        clock.set(Instant.parse("2027-03-28T17:00:00Z"));
        assertThat(refusal(SMS, INFORMATION)).isEmpty();
    }

    @Test
    void theContactThatFillsTheWeekTellsWhenThereIsRoomForACall() {
        change(both(called(2, "2026-11-21T08:00:00Z"), messages("INFORMATION", 1, "2026-11-19T08:00:00Z")));
        assertThat(capReached()).isEqualTo("2026-11-19 08:00:00+00");

        change(messages("WELCOME", 1, "2026-11-23T08:00:00Z").replace("'SINGLE'", "'SURVEY'"));
        assertThat(capReached()).as("the third from the end").isEqualTo("2026-11-21 08:00:00+00");
    }

    @Test
    void ofACallOnBothNumbersAndOfSomebodyElseOnTheNumberEachCountsOnce() {
        change("update person set alt_phone = '+46846500400', alt_phone_kind = 'LANDLINE'");
        change(called(1, "2026-11-22T10:00:00Z"));
        change("insert into call_number (call_id, root_id, phone, open, attempted_at) "
                + "select call_id, root_id, '+46846500400', false, attempted_at from call_number");
        change("set local session_replication_role = replica; update call set person_id = 0");
        change(messages("INFORMATION", 1, "2026-11-22T10:00:00Z"));
        assertThat(capReached()).isEmpty();

        change(messages("INFORMATION", 1, "2026-11-22T10:00:00Z").replace("'SINGLE'", "'SURVEY'"));
        assertThat(capReached()).isNotEmpty();
        change("update call_number set phone = '+46701740699' where phone <> '+46846500400'");
        change("update person set alt_phone_wrong_at = '2026-11-01'");
        assertThat(capReached()).as("the call was to somebody else's number").isEmpty();
    }

    @Test
    void theCoolDownAfterACallIsOneOfCallsOfTheWholeTree() {
        change(messages("INFORMATION", 1, "2026-11-24T16:00:00Z"));
        assertThat(lastCall()).isEmpty();

        change(called("2026-11-22T17:00:00Z"));
        assertThat(lastCall()).as("two days ago").isEmpty();
        change("update call_number set attempted_at = '2026-11-22T17:00:01Z'");
        assertThat(lastCall()).isNotEmpty();
        assertThat(refusalOfCalls()).as("its assignment tells from when on").isEmpty();
    }
}
