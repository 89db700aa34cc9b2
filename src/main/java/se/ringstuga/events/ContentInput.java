package se.ringstuga.events;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.people.EmailAddress;
import se.ringstuga.people.PhoneNumber;
import se.ringstuga.surveys.PlainText;

/** What requests for events and series have in common, as it was sent. */
record ContentInput(
        long kindId,
        String title,
        @Nullable String text,
        EventContent.Place place,
        EventContent.Contact contact,
        @Nullable Integer capacity,
        @Nullable Boolean waitingList,
        @Nullable Visibility visibility,
        @Nullable Long segmentId,
        @Nullable Set<Need> needs) {

    /** With every default filled in. */
    EventContent content() {
        return new EventContent(
                kindId,
                PlainText.clean(title),
                PlainText.clean(text),
                new EventContent.Place(
                        blankless(place.name()), blankless(place.address()), blankless(place.onlineLink())),
                new EventContent.Contact(contact.staff(), phone(contact.phone()), email(contact.email())),
                capacity,
                !Boolean.FALSE.equals(waitingList),
                visibility == null ? Visibility.MEMBERS : visibility,
                segmentId,
                needs == null ? Set.of() : needs);
    }

    /** As it is stored; what is no number is left for the checks to refuse. */
    private static @Nullable String phone(@Nullable String typed) {
        var phone = blankless(typed);
        return phone == null
                ? null
                : PhoneNumber.parse(phone).map(PhoneNumber::e164).orElse(phone);
    }

    private static @Nullable String email(@Nullable String typed) {
        var email = blankless(typed);
        return email == null
                ? null
                : EmailAddress.parse(email).map(EmailAddress::text).orElse(email);
    }

    private static @Nullable String blankless(@Nullable String text) {
        var clean = PlainText.clean(text);
        return clean.isEmpty() ? null : clean;
    }
}
