package se.ringstuga.messaging.email;

import java.util.Objects;
import java.util.Random;

/** Decides what happens to whom: the same for the same recipient and time, in whatever order they come. */
interface SmtpFates {

    /**
     * What happens to an e-mail.
     *
     * @param recipient as the envelope names them
     * @param time how often this recipient was named before, from 0
     */
    SmtpFate of(String recipient, int time);

    /** The same for everybody, always. */
    static SmtpFates always(SmtpFate fate) {
        return (recipient, time) -> fate;
    }

    /**
     * Mostly good, sometimes each kind of bad, by a seed.
     *
     * @param trouble how many of a hundred e-mails meet something else than a plain yes
     */
    static SmtpFates seeded(long seed, int trouble) {
        var fates = SmtpFate.values();
        return (recipient, time) -> {
            var random = new Random(Objects.hash(seed, recipient, time));
            random.nextInt();
            return random.nextInt(100) < trouble ? fates[1 + random.nextInt(fates.length - 1)] : SmtpFate.ACCEPTED;
        };
    }
}
