package se.ringstuga.people;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a register's entry makes of a person who exists (rules 3 to 5): its values win, but an empty cell clears nothing,
 * a correction stays while the register still has the old value, and a protected person does not change.
 */
final class RegisterMerge {

    private final RegisterEntry entry;
    private final RegisteredPerson before;
    private final Set<PersonField> kept = EnumSet.noneOf(PersonField.class);
    private final Set<PersonField> caughtUp = EnumSet.noneOf(PersonField.class);
    private final Set<PersonField> overtaken = EnumSet.noneOf(PersonField.class);

    private RegisterMerge(RegisterEntry entry, RegisteredPerson before) {
        this.entry = entry;
        this.before = before;
    }

    /**
     * The person afterwards.
     *
     * @param kept corrections that stay although the register still has the old value
     * @param caughtUp corrections that the register has made too
     * @param overtaken corrections that fell because the register brought a new value
     */
    record Merged(
            RegisteredPerson before,
            RegisteredPerson after,
            Set<PersonField> kept,
            Set<PersonField> caughtUp,
            Set<PersonField> overtaken) {

        boolean changed() {
            return !before.equals(after);
        }

        boolean returned() {
            return before.membership().leftOn() != null && after.membership().leftOn() == null;
        }
    }

    static Merged merge(RegisterEntry entry, RegisteredPerson before) {
        return new RegisterMerge(entry, before).merged();
    }

    private Merged merged() {
        RegisteredPerson after = before.restricted() ? before : after();
        return new Merged(before, after, kept, caughtUp, overtaken);
    }

    private RegisteredPerson after() {
        PhoneMerge.Result phones = PhoneMerge.merge(before.phones(), entry.phones(), before.corrections());
        kept.addAll(phones.kept());
        caughtUp.addAll(phones.caughtUp());
        overtaken.addAll(phones.overtaken());
        return new RegisteredPerson(
                before.id(),
                entry.externalId() == null ? before.externalId() : entry.externalId(),
                Objects.requireNonNull(
                        value(PersonField.GIVEN_NAME, before.givenName(), blankToNull(entry.givenName()))),
                Objects.requireNonNull(
                        value(PersonField.FAMILY_NAME, before.familyName(), blankToNull(entry.familyName()))),
                value(PersonField.EMAIL, before.email(), entry.email()),
                phones.numbers(),
                value(PersonField.STREET, before.street(), entry.street()),
                value(PersonField.POSTAL_CODE, before.postalCode(), entry.postalCode()),
                value(PersonField.CITY, before.city(), entry.city()),
                value(PersonField.BIRTH_YEAR, before.birthYear(), entry.birthYear()),
                false,
                membership(before.membership()),
                before.corrections());
    }

    /** Whoever stands in the register is a member, and back if they had left, unless that was only said here so far. */
    private RegisteredPerson.Membership membership(RegisteredPerson.Membership was) {
        return new RegisteredPerson.Membership(
                value(PersonField.JOINED_ON, was.joinedOn(), entry.joinedOn()),
                leftOn(was.leftOn()),
                value(PersonField.PAID_UNTIL, was.paidUntil(), entry.paidUntil()),
                newer(entry.placedIn(), was.placedIn()));
    }

    /** Whoever was said here to have left stays so while the register has them as before, not once it has them anew. */
    private @Nullable LocalDate leftOn(@Nullable LocalDate was) {
        RegisteredPerson.Correction correction = before.corrections().get(PersonField.LEFT_ON);
        if (correction == null) {
            return null;
        }
        if (was == null) {
            caughtUp.add(PersonField.LEFT_ON);
        } else if (endsWhatTheRegisterHas(correction) && !joinedAfter(was)) {
            kept.add(PersonField.LEFT_ON);
            return was;
        } else {
            overtaken.add(PersonField.LEFT_ON);
        }
        return null;
    }

    /** Not so where the register had let them go already: then only the day was corrected, or the leaving taken back. */
    private static boolean endsWhatTheRegisterHas(RegisteredPerson.Correction leaving) {
        return leaving.registerValue() == null && leaving.value() != null;
    }

    private boolean joinedAfter(LocalDate day) {
        LocalDate joined = entry.joinedOn();
        return joined != null && joined.isAfter(day);
    }

    private <T> @Nullable T value(PersonField field, @Nullable T current, @Nullable T incoming) {
        RegisteredPerson.Correction correction = before.corrections().get(field);
        if (incoming == null) {
            return current;
        }
        if (correction == null) {
            return incoming;
        }
        String text = incoming.toString();
        if (text.equals(correction.value())) {
            caughtUp.add(field);
        } else if (text.equals(correction.registerValue())) {
            kept.add(field);
            return current;
        } else {
            overtaken.add(field);
        }
        return incoming;
    }

    private static <T> @Nullable T newer(@Nullable T incoming, @Nullable T current) {
        return incoming == null ? current : incoming;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static List<PersonField> changedFields(RegisteredPerson before, RegisteredPerson after) {
        return java.util.Arrays.stream(PersonField.values())
                .filter(field -> !Objects.equals(read(before, field), read(after, field)))
                .toList();
    }

    private static @Nullable Object read(RegisteredPerson person, PersonField field) {
        return switch (field) {
            case GIVEN_NAME -> person.givenName();
            case FAMILY_NAME -> person.familyName();
            case EMAIL -> person.email();
            case PHONE -> person.phone(0);
            case ALT_PHONE -> person.phone(1);
            case STREET -> person.street();
            case POSTAL_CODE -> person.postalCode();
            case CITY -> person.city();
            case BIRTH_YEAR -> person.birthYear();
            case EXTERNAL_ID -> person.externalId();
            case JOINED_ON -> person.membership().joinedOn();
            case LEFT_ON -> person.membership().leftOn();
            case PAID_UNTIL -> person.membership().paidUntil();
        };
    }
}
