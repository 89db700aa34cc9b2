package se.ringstuga.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-01",
        "20260301, 2026-03-01",
        "3/4 2026, 2026-04-03",
        "13/4/2026, 2026-04-13",
        "1.3.2026, 2026-03-01",
        "1 mars 2026, 2026-03-01",
        "den 3 okt. 2026, 2026-10-03",
        "2026-03-01 00:00:00, 2026-03-01",
        "2026-03-01T00:00:00Z, 2026-03-01",
        "46082, 2026-03-01",
    })
    void datesAreReadAsSwedesAndSpreadsheetsWriteThem(String cell, String date) {
        assertThat(DateCells.past(cell, TODAY)).isEqualTo(ReadCell.good(LocalDate.parse(date)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-13-01", "2026-02-30", "4/13/2026", "26-03-01", "202631", "i våras", "0000-00-00", "1"})
    void impossibleDatesAreProblems(String cell) {
        assertThat(DateCells.past(cell, TODAY).problem()).isEqualTo(ProblemCode.INVALID_DATE);
    }

    @Test
    void aMembershipCannotBeginTomorrowButMayBePaidUntilNextYear() {
        assertThat(DateCells.past("2026-11-24", TODAY).problem()).isNull();
        assertThat(DateCells.past("2026-11-25", TODAY).problem()).isEqualTo(ProblemCode.FUTURE_DATE);
        assertThat(DateCells.any("2027-12-31", TODAY).value()).isEqualTo("2027-12-31");
        assertThat(DateCells.any("2999-12-31", TODAY).problem()).isEqualTo(ProblemCode.INVALID_DATE);
    }

    @Test
    void aYearOfBirthMayBeWrittenAsADate() {
        assertThat(DateCells.birthYear("1967", TODAY).value()).isEqualTo(1967);
        assertThat(DateCells.birthYear("1967-05-01", TODAY).value()).isEqualTo(1967);
        assertThat(DateCells.birthYear("67", TODAY).problem()).isEqualTo(ProblemCode.INVALID_BIRTH_YEAR);
        assertThat(DateCells.birthYear("2027", TODAY).problem()).isEqualTo(ProblemCode.INVALID_BIRTH_YEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "anna@example.org, anna@example.org",
        "Anna.Ek@EXAMPLE.org, Anna.Ek@example.org",
        "rojin.åberg.8@example.org, rojin.åberg.8@example.org",
        "anna@räksmörgås.se, anna@räksmörgås.se",
        "mailto:anna@example.org, anna@example.org",
        "Anna Ek <anna@example.org>, anna@example.org",
    })
    void oneAddressIsKept(String cell, String address) {
        assertThat(ContactCells.email(cell)).isEqualTo(ReadCell.good(new EmailAddress(address)));
    }

    @Test
    void ofSeveralAddressesTheFirstGoodOneIsKeptAndReported() {
        assertThat(ContactCells.email("a@b, anna@example.org; ek@example.org"))
                .isEqualTo(ReadCell.partly(new EmailAddress("anna@example.org"), ProblemCode.SEVERAL_EMAILS));
    }

    @Test
    void addressesThatCannotReceiveMailAreProblems() {
        assertThat(ContactCells.email("a@b").problem()).isEqualTo(ProblemCode.INVALID_EMAIL);
        assertThat(ContactCells.email("inte en adress").problem()).isEqualTo(ProblemCode.INVALID_EMAIL);
        assertThat(ContactCells.email("e.kova?evi?@example.org").problem()).isEqualTo(ProblemCode.GARBLED_EMAIL);
    }

    @Test
    void severalNumbersInACellAreKeptAndReported() {
        var cell = ContactCells.phones("070-174 06 05, hem 08-465 004 00");

        assertThat(cell.problem()).isEqualTo(ProblemCode.SEVERAL_PHONES);
        assertThat(cell.found().orElseThrow())
                .extracting(PhoneNumber::e164)
                .containsExactly("+46701740605", "+46846500400");
        assertThat(ContactCells.phones("070-1740605/0701740606").found().orElseThrow())
                .hasSize(2);
        assertThat(ContactCells.phones("070-174 06 05 eller 123"))
                .isEqualTo(ReadCell.partly(
                        java.util.List.of(new PhoneNumber("+46701740605", PhoneNumber.Kind.MOBILE)),
                        ProblemCode.INVALID_PHONE));
    }

    @Test
    void aLabelBeforeANumberIsNoPartOfIt() {
        assertThat(ContactCells.phones("mobil: 070-174 06 05").problem()).isNull();
        assertThat(ContactCells.phones("0771-12 34 56").problem()).isEqualTo(ProblemCode.PHONE_NOT_PERSONAL);
    }

    @ParameterizedTest
    @CsvSource({"129 31, 129 31", "12931, 129 31", "SE-129 31, 129 31", "s-12931, 129 31", "SW1A 1AA, SW1A 1AA"})
    void postalCodesAreWrittenTheSwedishWay(String cell, String code) {
        assertThat(PostalCode.read(cell)).isEqualTo(ReadCell.good(code));
    }

    @Test
    void aPostalCodeOfFourDigitsIsAProblem() {
        assertThat(PostalCode.read("1293").problem()).isEqualTo(ProblemCode.INVALID_POSTAL_CODE);
    }

    @Test
    void blanksOfEveryKindAreTrimmedAndLettersComposed() {
        assertThat(CellText.clean("\u00a0 Núñez\u00a0\u200b ")).isEqualTo("Núñez");
        assertThat(CellText.clean("A\u030Akesson\r\n af  Geer")).isEqualTo("Åkesson af Geer");
        assertThat(CellText.clean("=\"0701740605\"")).isEqualTo("0701740605");
        assertThat(CellText.clean(" - ")).isEmpty();
    }

    @Test
    void namesWithLostLettersAreSeen() {
        assertThat(CellText.hasLostLetter("Y?lmaz")).isTrue();
        assertThat(CellText.hasLostLetter("Kova?evi?")).isTrue();
        assertThat(CellText.hasLostLetter("JÃ¶nsson")).isTrue();
        assertThat(CellText.hasLostLetter("O'Brien")).isFalse();
    }
}
