package se.ringstuga.messaging;

import se.ringstuga.people.PhoneNumber;

/** Senders as people read them: 070-174 06 05, or the name itself. */
final class SenderNames {

    private SenderNames() {}

    static String shown(SmsSender sender) {
        return sender.canBeAnswered() ? PhoneNumber.shown(sender.address()) : sender.address();
    }
}
