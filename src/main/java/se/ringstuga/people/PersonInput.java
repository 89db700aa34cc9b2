package se.ringstuga.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;

/** Values of a person written by hand or by a tool, checked before anything changes. An empty value clears the field. */
final class PersonInput {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final int MAX_VIOLATIONS = 100;
    private static final int FIRST_YEAR = 1900;
    private static final int YEARS_AHEAD = 10;
    private static final String LANGUAGE_FIELD = "language";

    private final Map<String, Optional<String>> values;
    private final LocalDate today;
    private final List<Violation> violations = new ArrayList<>();

    /**
     * A person as sent to create one; phones in any writing, of which a number without country code is Swedish.
     *
     * @param externalId the register's member number, unique in the organization
     * @param joinedOn since when a member; not in the future
     * @param leftOn the last day of a membership that ended: queues and messages end with it
     * @param paidUntil at most ten years ahead
     * @param language such as {@code sv} or {@code ar}: what the person wants to be spoken to in
     */
    @Schema(name = "NewPerson")
    record NewPerson(
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String altPhone,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable Integer birthYear,
            @Nullable String language,
            @Nullable String externalId,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            @Nullable LocalDate paidUntil) {

        Map<String, Optional<String>> values() {
            Map<String, Optional<String>> values = new LinkedHashMap<>();
            put(values, "givenName", givenName);
            put(values, "familyName", familyName);
            put(values, "email", email);
            put(values, "phone", phone);
            put(values, "altPhone", altPhone);
            put(values, "street", street);
            put(values, "postalCode", postalCode);
            put(values, "city", city);
            put(values, "birthYear", birthYear);
            put(values, LANGUAGE_FIELD, language);
            put(values, "externalId", externalId);
            put(values, "joinedOn", joinedOn);
            put(values, "leftOn", leftOn);
            put(values, "paidUntil", paidUntil);
            return values;
        }

        private static void put(Map<String, Optional<String>> values, String field, @Nullable Object value) {
            if (value != null) {
                values.put(field, Optional.of(value.toString()));
            }
        }
    }

    private PersonInput(Map<String, Optional<String>> values, LocalDate today) {
        this.values = values;
        this.today = today;
    }

    /** Sets what is named; refuses everything together when a value cannot be, or when nobody would be left. */
    static void apply(Person person, Map<String, Optional<String>> values, LocalDate today) {
        PersonInput input = new PersonInput(values, today);
        values.keySet().forEach(field -> input.set(person, field));
        if (input.violations.isEmpty() && person.isNobody()) {
            input.refuse("givenName", "a person needs a name, a phone or an email");
        }
        if (input.violations.isEmpty() && person.leftBeforeJoining()) {
            input.refuse(
                    values.containsKey("leftOn") ? "leftOn" : "joinedOn", "the membership would end before it began");
        }
        if (!input.violations.isEmpty()) {
            throw new InvalidInput(input.violations);
        }
    }

    private void set(Person person, String name) {
        String written = values.getOrDefault(name, Optional.empty()).orElse("");
        if (ControlCharacters.inLines(written)) {
            refuse(name, ControlCharacters.REFUSED);
            return;
        }
        String text = CellText.clean(written);
        if (name.equals(LANGUAGE_FIELD)) {
            person.language = language(text);
            return;
        }
        Optional<PersonField> field = PersonField.of(name);
        if (field.isEmpty()) {
            refuse(name, "is no field of a person");
        } else if (allowed(field.get(), text)) {
            set(person, field.get(), text);
        }
    }

    private void set(Person person, PersonField field, String text) {
        switch (field) {
            case GIVEN_NAME -> person.givenName = text;
            case FAMILY_NAME -> person.familyName = text;
            case EMAIL ->
                person.setEmail(read(field, text, EmailAddress.parse(text).map(EmailAddress::text)));
            case PHONE -> person.setPhone(read(field, text, PhoneNumber.parse(text)));
            case ALT_PHONE -> person.setAltPhone(read(field, text, PhoneNumber.parse(text)));
            case STREET -> person.street = emptyToNull(text);
            case POSTAL_CODE ->
                person.postalCode = read(field, text, PostalCode.read(text).found());
            case CITY -> person.city = emptyToNull(text);
            case BIRTH_YEAR ->
                person.birthYear =
                        read(field, text, DateCells.birthYear(text, today).found());
            case EXTERNAL_ID -> person.externalId = emptyToNull(text);
            case JOINED_ON -> person.joinedOn = day(field, text, today);
            case LEFT_ON -> person.leftOn = day(field, text, today);
            case PAID_UNTIL -> person.paidUntil = day(field, text, today.plusYears(YEARS_AHEAD));
        }
    }

    private boolean allowed(PersonField field, String text) {
        boolean phone = field == PersonField.PHONE || field == PersonField.ALT_PHONE;
        if (phone ? PersonalIdentityNumber.isInPhoneCell(text) : PersonalIdentityNumber.isIn(text)) {
            return refuse(field.field(), "looks like a personal identity number, which is never stored");
        }
        if (text.length() > CellText.MAX_LENGTH) {
            return refuse(field.field(), "is longer than " + CellText.MAX_LENGTH + " characters");
        }
        return phone
                || !CellText.isFormula(text)
                || refuse(field.field(), "begins like a spreadsheet formula; take away the first character");
    }

    private @Nullable LocalDate day(PersonField field, String text, LocalDate latest) {
        return read(
                field,
                text,
                DateCells.iso(text).filter(date -> date.getYear() >= FIRST_YEAR).filter(date -> !date.isAfter(latest)));
    }

    private <T> @Nullable T read(PersonField field, String text, Optional<T> value) {
        if (!text.isEmpty() && value.isEmpty()) {
            refuse(field.field(), mend(field));
        }
        return value.orElse(null);
    }

    private static String mend(PersonField field) {
        return switch (field) {
            case PHONE, ALT_PHONE -> "is no person's phone number; write it as 070-174 06 05 or +46701740605";
            case EMAIL -> "is no email address, such as anna@example.org";
            case POSTAL_CODE -> "is no postal code, such as 129 31";
            case BIRTH_YEAR -> "is no year of birth of four digits";
            case JOINED_ON, LEFT_ON -> "must be a date that has been, such as 2026-03-01";
            case PAID_UNTIL -> "must be a date such as 2026-12-31, at most ten years ahead";
            case GIVEN_NAME, FAMILY_NAME, STREET, CITY, EXTERNAL_ID -> "cannot be read";
        };
    }

    private @Nullable String language(String text) {
        if (!text.isEmpty() && !LANGUAGE.matcher(text).matches()) {
            refuse(LANGUAGE_FIELD, "is no language code, such as sv or ar");
        }
        return emptyToNull(text);
    }

    /** The first hundred are enough to mend. */
    private boolean refuse(String field, String message) {
        if (violations.size() < MAX_VIOLATIONS) {
            violations.add(Violation.body(field, message));
        }
        return false;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
