package se.ringstuga.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.people.PhoneNumber;

/**
 * One event as those who may come see it.
 *
 * @param html what the organizer wrote, as a fragment that is safe
 * @param reach where the association is written to; null where it has chosen no address, or the contact person has one
 * @param online the address of a meeting on the net; null where there is none, or not for this reader yet
 * @param onlineLater there is one, for those who have signed up
 * @param cancelled why, or a sentence; null when it takes place
 * @param moved from when, in a sentence; null when it was not
 * @param needs that it asks for
 */
record EventScreen(
        long id,
        String slug,
        String organization,
        String title,
        String kind,
        String when,
        @Nullable String where,
        String html,
        Contact contact,
        @Nullable String reach,
        @Nullable String online,
        boolean onlineLater,
        @Nullable String cancelled,
        @Nullable String moved,
        Offer offer,
        List<Choice> needs) {

    /**
     * Whom to ask.
     *
     * @param name null for nobody in particular
     * @param phone as people read it, and {@code dial} as phones do; null for none
     */
    record Contact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String dial,
            @Nullable String email) {

        static Contact of(EventRow event) {
            var contact = event.content().contact();
            var dial = contact.phone();
            return new Contact(
                    event.contactName(), dial == null ? null : PhoneNumber.shown(dial), dial, contact.email());
        }
    }

    /**
     * Whether one can sign up, and what there is to say about it.
     *
     * @param open whether the button is there
     * @param waiting whether it leads to the waiting list
     * @param words null where there is nothing to say
     */
    record Offer(boolean open, boolean waiting, @Nullable String words) {}

    record Choice(String value, String label) {}
}
