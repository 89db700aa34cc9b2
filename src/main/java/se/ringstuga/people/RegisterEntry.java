package se.ringstuga.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the register says about one person: the good cells of one row, or of several that were folded. Null and empty
 * mean that the register says nothing, which clears nothing.
 *
 * @param row the last of its rows
 * @param placedIn the organization named by {@code Partiförening}, null where none or an unknown one is
 */
record RegisterEntry(
        int row,
        @Nullable String externalId,
        String givenName,
        String familyName,
        @Nullable String email,
        List<PhoneNumber> mobile,
        List<PhoneNumber> landline,
        List<PhoneNumber> otherPhones,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable Integer birthYear,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate paidUntil,
        @Nullable Long placedIn) {

    private static final int KEPT_PHONES = 2;

    /** A row can be kept when it says who somebody is, or how to reach them. */
    boolean tellsWho() {
        return !givenName.isEmpty()
                || !familyName.isEmpty()
                || email != null
                || !allPhones().isEmpty();
    }

    /** At most two different numbers, mobiles first, each in the order of the columns. */
    List<PhoneNumber> phones() {
        List<PhoneNumber> all = allPhones();
        return Stream.concat(of(all, PhoneNumber.Kind.MOBILE), of(all, PhoneNumber.Kind.LANDLINE))
                .distinct()
                .limit(KEPT_PHONES)
                .toList();
    }

    /** This row over an earlier one of the same person: what it says wins, what it leaves out stays. */
    RegisterEntry over(RegisterEntry earlier) {
        return new RegisterEntry(
                row,
                later(externalId, earlier.externalId),
                givenName.isEmpty() ? earlier.givenName : givenName,
                familyName.isEmpty() ? earlier.familyName : familyName,
                later(email, earlier.email),
                mobile.isEmpty() ? earlier.mobile : mobile,
                landline.isEmpty() ? earlier.landline : landline,
                otherPhones.isEmpty() ? earlier.otherPhones : otherPhones,
                later(street, earlier.street),
                later(postalCode, earlier.postalCode),
                later(city, earlier.city),
                later(birthYear, earlier.birthYear),
                later(joinedOn, earlier.joinedOn),
                later(paidUntil, earlier.paidUntil),
                later(placedIn, earlier.placedIn));
    }

    String sortName() {
        return Folding.sortName(givenName, familyName);
    }

    private List<PhoneNumber> allPhones() {
        return Stream.of(mobile, otherPhones, landline).flatMap(List::stream).toList();
    }

    private static Stream<PhoneNumber> of(List<PhoneNumber> numbers, PhoneNumber.Kind kind) {
        return numbers.stream().filter(number -> number.kind() == kind);
    }

    private static <T> @Nullable T later(@Nullable T later, @Nullable T earlier) {
        return Objects.isNull(later) ? earlier : later;
    }
}
