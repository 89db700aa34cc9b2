package se.ringstuga.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.people.RegisteredPerson.Correction;
import se.ringstuga.people.RegisteredPerson.Line;
import se.ringstuga.people.RegisteredPerson.Membership;

class RegisterMergeTest {

    private static final PhoneNumber MOBILE = new PhoneNumber("+46701740605", PhoneNumber.Kind.MOBILE);
    private static final PhoneNumber OTHER_MOBILE = new PhoneNumber("+46701740606", PhoneNumber.Kind.MOBILE);
    private static final PhoneNumber LANDLINE = new PhoneNumber("+46846500400", PhoneNumber.Kind.LANDLINE);
    private static final Instant EARLIER = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void anEmptyCellClearsNothing() {
        var merged = RegisterMerge.merge(entry(null, List.of()), person(List.of(new Line(MOBILE, null)), Map.of()));

        assertThat(merged.changed()).isFalse();
    }

    @Test
    void aNumberOfAnotherKindTakesThePlaceOfNone() {
        var merged =
                RegisterMerge.merge(entry(null, List.of(LANDLINE)), person(List.of(new Line(MOBILE, null)), Map.of()));

        assertThat(merged.after().phones()).containsExactly(new Line(MOBILE, null), new Line(LANDLINE, null));
    }

    @Test
    void aNewMobileTakesThePlaceOfTheOldOne() {
        var before = person(List.of(new Line(MOBILE, null), new Line(LANDLINE, null)), Map.of());

        var merged = RegisterMerge.merge(entry(null, List.of(OTHER_MOBILE, LANDLINE)), before);

        assertThat(merged.after().phones()).containsExactly(new Line(OTHER_MOBILE, null), new Line(LANDLINE, null));
    }

    @Test
    void aWrongNumberStaysWrongUntilTheFileBringsAnother() {
        var before = person(List.of(new Line(MOBILE, EARLIER)), Map.of());

        assertThat(RegisterMerge.merge(entry(null, List.of(MOBILE)), before).changed())
                .isFalse();
        assertThat(RegisterMerge.merge(entry(null, List.of(OTHER_MOBILE)), before)
                        .after()
                        .phones())
                .containsExactly(new Line(OTHER_MOBILE, null));
    }

    @Test
    void thatANumberIsWrongIsNothingToCorrectAnyMoreWhenTheFileBringsAnother() {
        var before = person(
                List.of(new Line(MOBILE, EARLIER)), Map.of(PersonField.PHONE, new Correction(MOBILE.e164(), null)));

        assertThat(RegisterMerge.merge(entry(null, List.of(MOBILE)), before).overtaken())
                .isEmpty();
        assertThat(RegisterMerge.merge(entry(null, List.of(OTHER_MOBILE)), before)
                        .overtaken())
                .containsExactly(PersonField.PHONE);
    }

    @Test
    void aCorrectionStaysWhileTheFileHasTheOldValue() {
        var before = person(List.of(), Map.of(PersonField.EMAIL, new Correction("old@example.org", "new@example.org")));

        var kept = RegisterMerge.merge(entry("old@example.org", List.of()), before);
        assertThat(kept.changed()).isFalse();
        assertThat(kept.kept()).containsExactly(PersonField.EMAIL);

        var caughtUp = RegisterMerge.merge(entry("new@example.org", List.of()), before);
        assertThat(caughtUp.changed()).isFalse();
        assertThat(caughtUp.caughtUp()).containsExactly(PersonField.EMAIL);

        var overtaken = RegisterMerge.merge(entry("third@example.org", List.of()), before);
        assertThat(overtaken.after().email()).isEqualTo("third@example.org");
        assertThat(overtaken.overtaken()).containsExactly(PersonField.EMAIL);
    }

    @Test
    void aCorrectedNumberStaysWhileTheFileHasTheOldOne() {
        var before = person(
                List.of(new Line(OTHER_MOBILE, null)),
                Map.of(PersonField.PHONE, new Correction(MOBILE.e164(), OTHER_MOBILE.e164())));

        var merged = RegisterMerge.merge(entry(null, List.of(MOBILE)), before);

        assertThat(merged.changed()).isFalse();
        assertThat(merged.kept()).containsExactly(PersonField.PHONE);
    }

    @Test
    void whoeverHadLeftIsBackWhenTheFileHasThem() {
        var left = person(List.of(), Map.of(), new Membership(null, LocalDate.of(2026, 1, 1), null, null), false);

        assertThat(RegisterMerge.merge(entry(null, List.of()), left).returned()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        ",2026-01-02,KEPT", // said here, while the register had them
        "2026-01-01,2026-01-02,OVERTAKEN", // let go by the register, the day corrected here
        "2026-01-01,,OVERTAKEN" // let go, taken back here, let go again
    })
    void onlyALeavingThatTheRegisterDoesNotKnowIsKept(
            @Nullable String registerValue, @Nullable String value, String outcome) {
        var left = person(
                List.of(),
                Map.of(PersonField.LEFT_ON, new Correction(registerValue, value)),
                new Membership(null, LocalDate.of(2026, 1, 2), null, null),
                false);

        var merged = RegisterMerge.merge(entry(null, List.of()), left);

        var field = List.of(PersonField.LEFT_ON);
        assertThat(merged.kept()).containsExactlyElementsOf(outcome.equals("KEPT") ? field : List.of());
        assertThat(merged.overtaken()).containsExactlyElementsOf(outcome.equals("KEPT") ? List.of() : field);
        assertThat(merged.returned()).isEqualTo(outcome.equals("OVERTAKEN"));
    }

    @Test
    void aProtectedPersonIsNotChanged() {
        var restricted = person(List.of(new Line(MOBILE, null)), Map.of(), Membership.NONE, true);

        assertThat(RegisterMerge.merge(entry("new@example.org", List.of(OTHER_MOBILE)), restricted)
                        .changed())
                .isFalse();
    }

    private static RegisterEntry entry(@Nullable String email, List<PhoneNumber> phones) {
        return new RegisterEntry(
                2, "1", "", "", email, phones, List.of(), List.of(), null, null, null, null, null, null, null);
    }

    private static RegisteredPerson person(List<Line> phones, Map<PersonField, Correction> corrections) {
        return person(phones, corrections, Membership.NONE, false);
    }

    private static RegisteredPerson person(
            List<Line> phones, Map<PersonField, Correction> corrections, Membership membership, boolean restricted) {
        var corrected = corrections.get(PersonField.EMAIL);
        return new RegisteredPerson(
                1,
                "1",
                "Anna",
                "Ek",
                corrected == null ? null : corrected.value(),
                phones,
                null,
                null,
                null,
                null,
                restricted,
                membership,
                corrections);
    }
}
