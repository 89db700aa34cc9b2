package se.ringstuga.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Purpose;
import se.ringstuga.contact.QuietHours;
import se.ringstuga.messaging.sms.OutgoingSms;

/**
 * Whether an SMS that is bound by the quiet hours may leave now. One that leaves in time must not arrive at night either
 * because the phone was off, so what is left of the evening is how long its operators may try.
 *
 * @param quietFrom when it is quiet next, {@code moment} itself at night; null where it never is
 * @param opens when the next night is over
 */
record SmsHours(Instant moment, @Nullable Instant quietFrom, Instant opens) {

    static SmsHours at(QuietHours quiet, Instant now) {
        var from = quiet.nextQuiet(now).orElse(null);
        return new SmsHours(now, from, from == null ? now : quiet.soonest(from));
    }

    /** Nor is it in the last minute before the night: no operator takes a text for so short a time. */
    boolean open() {
        return quietFrom == null || inTime(quietFrom);
    }

    /** Whether there is time enough to hand over what must not arrive later. */
    boolean inTime(Instant until) {
        return !until.isBefore(moment.plus(OutgoingSms.SHORTEST_VALIDITY));
    }

    /** When a message that leaves at this moment may arrive at the latest. */
    Instant until(Purpose purpose, Instant notAfter) {
        return quietFrom != null && quietFrom.isBefore(notAfter) && purpose.isBoundBy(Purpose.Rule.QUIET_HOURS)
                ? quietFrom
                : notAfter;
    }
}
