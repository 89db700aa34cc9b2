package se.ringstuga.messaging;

import se.ringstuga.people.PhoneNumber;

/** Senders as people read them: 070-174 06 05, or the name itself. */
final class SenderNames {

    private SenderNames() {}

    static String shown(SmsSender sender) {
        return sender.canBeAnswered() ? PhoneNumber.shown(sender.address()) : sender.address();
    }

    static String shown(String address) {
        return address.startsWith("+") ? PhoneNumber.shown(address) : address;
    }

    /** What somebody typed as it is stored: numbers are written here as they are read everywhere else. */
    static String typed(String address) {
        return PhoneNumber.parse(address).map(PhoneNumber::e164).orElseGet(address::strip);
    }
}
