package se.ringstuga.events;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.people.EmailAddress;
import se.ringstuga.people.PhoneNumber;
import se.ringstuga.surveys.PlainText;

/**
 * Somebody who is to come.
 *
 * @param personId somebody whom the organization sees; or {@code guest}, exactly one of the two
 * @param needs of those that the event asks for
 * @param attended true for somebody who stands at the door, signed up or not; false when absent
 */
record NewSignUp(
        @Nullable Long personId,
        @Nullable @Valid Guest guest,
        @Nullable Set<@NotNull Need> needs,
        @Nullable @Size(max = 500) String remark,
        @Nullable Boolean attended) {

    /**
     * Somebody who is in no register.
     *
     * @param phone or {@code email}, exactly one of the two
     */
    record Guest(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Size(max = 254) String email) {

        /** As it is kept: a number in E.164 and an address with its domain in lower case. */
        Attendee.Guest attendee() {
            var clean = PlainText.clean(name);
            if (clean.isEmpty()) {
                throw new InvalidInput("guest.name", "must not be blank");
            }
            if ((phone == null) == (email == null)) {
                throw new InvalidInput("guest", "give either `phone` or `email`");
            }
            return new Attendee.Guest(clean, phone == null ? written(email) : dialled(phone));
        }

        private static String dialled(String phone) {
            return PhoneNumber.parse(phone)
                    .map(PhoneNumber::e164)
                    .orElseThrow(() -> new InvalidInput("guest.phone", "is no phone number"));
        }

        private static String written(@Nullable String email) {
            return EmailAddress.parse(PlainText.clean(email))
                    .map(EmailAddress::text)
                    .orElseThrow(() -> new InvalidInput("guest.email", "is no e-mail address"));
        }
    }

    Wishes wishes() {
        return new Wishes(needs, remark == null ? null : PlainText.clean(remark));
    }
}
