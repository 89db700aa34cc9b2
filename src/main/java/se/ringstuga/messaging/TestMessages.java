package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Actor;
import se.ringstuga.contact.Purpose;
import se.ringstuga.http.InvalidInput;

/** A text to oneself, to see how it arrives: a message like any other, asked for by whom it goes to, and paid for too. */
@ApplicationScoped
class TestMessages {

    private final Messages messages;
    private final StaffAsPeople people;
    private final Access access;

    TestMessages(Messages messages, StaffAsPeople people, Access access) {
        this.messages = messages;
        this.people = people;
        this.access = access;
    }

    /** @throws InvalidInput naming {@code personId} where nobody in the register is the one who asks */
    long send(NewTestMessage wanted) {
        var person = wanted.personId() == null ? oneself() : wanted.personId();
        return messages.add(
                new NewMessage(
                        person,
                        wanted.channel(),
                        Purpose.REQUESTED,
                        wanted.text(),
                        wanted.subject(),
                        wanted.senderId(),
                        null,
                        null),
                "TEST");
    }

    private long oneself() {
        if (access.actor().kind() != Actor.Kind.STAFF) {
            throw new InvalidInput("personId", "is missing; only who is signed in has an address to be found by");
        }
        var found = people.of(access.organizationId(), access.actor().id());
        if (found.isEmpty()) {
            throw new InvalidInput(
                    "personId",
                    "is missing, and nobody in the register has the address you sign in with; name the person you are");
        }
        if (found.size() > 1) {
            throw new InvalidInput(
                    "personId",
                    "is missing, and several in the register have the address you sign in with; name the person you are");
        }
        return found.getFirst();
    }
}
