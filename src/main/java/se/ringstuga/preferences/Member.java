package se.ringstuga.preferences;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.Row;

/**
 * A person as far as preferences need to know them.
 *
 * @param organization the name of the one whose register they stand in
 * @param current whether they are a member now: whoever is not gets only what they have asked for
 * @param numbers those that are theirs
 */
record Member(
        Consents.Person person,
        long rootId,
        String firstName,
        String organization,
        boolean current,
        List<String> numbers,
        @Nullable String email) {

    static Member of(Row row) {
        return new Member(
                new Consents.Person(row.number("organization_id"), row.number("id")),
                row.number("root_id"),
                row.text("given_name"),
                row.text("organization"),
                row.is("current"),
                row.texts("numbers"),
                row.textOrNull("email"));
    }

    long id() {
        return person.id();
    }

    /** Everything that this channel reaches them by. */
    List<Consents.Address> addresses(Channel channel) {
        var addresses = new ArrayList<Consents.Address>();
        switch (channel) {
            case CALL, SMS -> numbers.forEach(number -> addresses.add(new Consents.Address(channel, number)));
            case EMAIL -> {
                if (email != null) {
                    addresses.add(new Consents.Address(channel, email));
                }
            }
        }
        return addresses;
    }
}
