package se.ringstuga.events;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.http.PageForm;
import se.ringstuga.people.EmailAddress;
import se.ringstuga.people.PhoneNumber;

/** Somebody who is in no register, as an organizer wrote them down. */
final class GuestForm {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 254;

    private final PageForm form;
    private final EventMistakeMessages say;
    private final Map<String, String> errors = new HashMap<>();

    GuestForm(PageForm form, EventMistakeMessages say) {
        this.form = form;
        this.say = say;
    }

    /** The form with what is wrong beside its fields. */
    PageForm faulty() {
        return form.withErrors(errors);
    }

    /** Empty when something is wrong; {@link #faulty} says what. */
    Optional<NewSignUp.Guest> read() {
        var name = form.value("name").strip();
        var address = form.value("address").strip();
        if (name.isEmpty()) {
            errors.put("name", say.guestNameMissing());
        } else if (name.length() > LONGEST_NAME) {
            errors.put("name", say.guestNameLong());
        }
        var guest = address.contains("@") ? email(name, address) : phone(name, address);
        return errors.isEmpty() ? Optional.of(guest) : Optional.empty();
    }

    private NewSignUp.Guest email(String name, String address) {
        if (address.length() > LONGEST_ADDRESS || EmailAddress.parse(address).isEmpty()) {
            errors.put("address", say.guestEmailWrong());
        }
        return new NewSignUp.Guest(name, null, address);
    }

    private NewSignUp.Guest phone(String name, String address) {
        if (address.isEmpty()) {
            errors.put("address", say.guestAddressMissing());
        } else if (PhoneNumber.parse(address).isEmpty()) {
            errors.put("address", say.guestPhoneWrong());
        }
        return new NewSignUp.Guest(name, address, null);
    }
}
