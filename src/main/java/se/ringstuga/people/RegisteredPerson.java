package se.ringstuga.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person as they stand in the database, as far as a register can change them.
 *
 * @param phones the first and the second number, in this order
 * @param restricted protected: an import changes nothing (rule 5)
 * @param corrections values changed by hand, by field
 */
record RegisteredPerson(
        long id,
        @Nullable String externalId,
        String givenName,
        String familyName,
        @Nullable String email,
        List<Line> phones,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable Integer birthYear,
        boolean restricted,
        Membership membership,
        Map<PersonField, Correction> corrections) {

    /**
     * A number, and since when it is known to be wrong.
     *
     * @param wrongAt not dialled while this is set
     */
    record Line(PhoneNumber phone, @Nullable Instant wrongAt) {}

    /** What the register said when the value was corrected, and what it was corrected to. */
    record Correction(
            @Nullable String registerValue, @Nullable String value) {}

    /** Since when, until when, paid until, and in which organization below. */
    record Membership(
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            @Nullable LocalDate paidUntil,
            @Nullable Long placedIn) {

        static final Membership NONE = new Membership(null, null, null, null);
    }

    /** The person that a register's entry makes where nobody was found. */
    static RegisteredPerson created(long id, RegisterEntry entry) {
        return new RegisteredPerson(
                id,
                entry.externalId(),
                entry.givenName(),
                entry.familyName(),
                entry.email(),
                entry.phones().stream().map(phone -> new Line(phone, null)).toList(),
                entry.street(),
                entry.postalCode(),
                entry.city(),
                entry.birthYear(),
                false,
                new Membership(entry.joinedOn(), null, entry.paidUntil(), entry.placedIn()),
                Map.of());
    }

    String search() {
        return Folding.searchText(new Folding.SearchKeys(givenName, familyName, email, externalId, phone(0), phone(1)));
    }

    @Nullable
    String phone(int index) {
        return index < phones.size() ? phones.get(index).phone().e164() : null;
    }
}
