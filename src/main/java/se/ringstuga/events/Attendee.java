package se.ringstuga.events;

import se.ringstuga.contact.Consents;

/** Who comes. */
public sealed interface Attendee {

    /** Somebody in a register of the tree. */
    record Known(Consents.Person person) implements Attendee {}

    /**
     * Somebody who is in no register.
     *
     * @param address a number in E.164 or an e-mail address; one guest an address, name and event
     */
    record Guest(String name, String address) implements Attendee {}
}
