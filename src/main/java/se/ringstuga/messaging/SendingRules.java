package se.ringstuga.messaging;

import java.time.Instant;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.contact.QuietHours;

/**
 * What holds for everything that an organization sends: its own choices, else those of the nearest one above.
 *
 * @param approvalLimit how many people one organizer may have written to within 24 hours
 */
record SendingRules(QuietHours quiet, MessagePolicy.Limits limits, long approvalLimit) {

    MessagePolicy.Circumstances circumstances(long rootId, Instant at) {
        return new MessagePolicy.Circumstances(rootId, at, quiet.zone(), limits);
    }
}
