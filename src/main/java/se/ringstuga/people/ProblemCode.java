package se.ringstuga.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be wrong with a row of a register. The codes are part of the API and do not change. No sentence repeats what
 * the cell said: it may be somebody's personal identity number.
 */
enum ProblemCode {
    PERSONAL_IDENTITY_NUMBER(
            "Cellen innehåller något som ser ut som ett personnummer eller samordningsnummer. Cellen lästes inte in.",
            "The cell holds what looks like a personal identity number. The cell was not read."),
    FORMULA(
            "Cellen innehåller en formel eller börjar som en. Cellen lästes inte in.",
            "The cell holds a formula or begins like one. The cell was not read."),
    TOO_LONG(
            "Cellen är längre än 200 tecken och lästes inte in.",
            "The cell is longer than 200 characters and was not read."),
    INVALID_PHONE(
            "Ett telefonnummer i cellen går inte att läsa. Skriv det som 070-174 06 05 eller +46 70 174 06 05.",
            "A phone number in the cell cannot be read. Write it as 070-174 06 05 or +46 70 174 06 05."),
    PHONE_NOT_PERSONAL(
            "Numret är ett betal-, fri- eller växelnummer och sparas inte.",
            "The number is a premium, toll-free or switchboard number and is not kept."),
    SEVERAL_PHONES(
            "Cellen innehåller flera telefonnummer. Högst två nummer sparas, mobilnummer först.",
            "The cell holds several phone numbers. At most two are kept, mobiles first."),
    INVALID_EMAIL(
            "E-postadressen går inte att läsa och sparas inte.", "The email address cannot be read and is not kept."),
    GARBLED_EMAIL(
            "Ett tecken i e-postadressen har blivit ett frågetecken. Adressen sparas inte.",
            "A letter of the email address became a question mark. The address is not kept."),
    SEVERAL_EMAILS(
            "Cellen innehåller flera e-postadresser. Den första sparas.",
            "The cell holds several email addresses. The first is kept."),
    GARBLED_NAME(
            "Ett tecken i namnet ser ut att ha gått förlorat (?). Namnet sparas som det står; rätta det i medlemsregistret.",
            "A letter of the name seems to be lost (?). The name is kept as it is; mend it in the member register."),
    INVALID_DATE(
            "Datumet finns inte eller går inte att läsa. Skriv det som 2026-03-01.",
            "The date does not exist or cannot be read. Write it as 2026-03-01."),
    FUTURE_DATE("Datumet ligger i framtiden och sparas inte.", "The date lies in the future and is not kept."),
    INVALID_BIRTH_YEAR(
            "Födelseåret går inte att läsa. Skriv det med fyra siffror.",
            "The year of birth cannot be read. Write it with four digits."),
    INVALID_POSTAL_CODE(
            "Postnumret går inte att läsa. Skriv det som 129 31.",
            "The postal code cannot be read. Write it as 129 31."),
    UNKNOWN_ORGANIZATION(
            "Ingen förening med det namnet finns här eller nedanför. Personen läses in utan placering.",
            "No organization of that name is here or below. The person is imported without it."),
    MISSING_MEMBER_NUMBER(
            "Raden saknar medlemsnummer. Personen söks på e-post, sedan på namn och telefon.",
            "The row has no member number. The person is matched by email, then by name and phone."),
    SHARED_EMAIL(
            "Någon annan med ett annat förnamn har samma e-postadress. Raden blev en person för sig.",
            "Somebody with another given name has the same email address. The row became a person of its own."),
    REPEATED_ROW(
            "Personen står på flera rader i filen. Raderna läggs ihop; den senare ifyllda cellen gäller.",
            "The person is on several rows of the file. The rows are joined; the later filled-in cell counts."),
    EXTRA_CELLS(
            "Raden har fler celler än rubriker. Kontrollera att kolumnerna inte har förskjutits.",
            "The row has more cells than there are headers. Check that its columns have not shifted."),
    KEPT_CORRECTION(
            "Värdet har rättats i Ringstuga och filen har kvar det gamla. Rättelsen behålls.",
            "The value was corrected in Ringstuga and the file still has the old one. The correction stays."),
    NO_NAME_OR_CONTACT(
            "Raden har varken namn, telefon eller e-post och lästes inte in.",
            "The row has neither name, phone nor email and was not read.");

    private final String swedish;
    private final String english;

    ProblemCode(String swedish, String english) {
        this.swedish = swedish;
        this.english = english;
    }

    /** The code as the API says it: kebab-case. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ProblemCode> of(String code) {
        return Arrays.stream(values())
                .filter(problem -> problem.code().equals(code))
                .findFirst();
    }

    String message(Locale language) {
        return Locale.ENGLISH.getLanguage().equals(language.getLanguage()) ? english : swedish;
    }
}
