package se.ringstuga.fence;

import java.time.Instant;
import java.util.Optional;

/**
 * One decision about being contacted, without anybody's name, number or address.
 *
 * @param channel CALL, SMS or EMAIL
 * @param purpose of a consent; ANY for all of the channel
 * @param rootId the top of the tree it holds in
 * @param hmac of the number or address, under the key of suppressed ones; 64 hexadecimal digits
 */
public record JournalEntry(Instant at, Kind kind, String channel, String purpose, long rootId, String hmac) {

    private static final String HMAC = "[0-9a-f]{64}";
    private static final int WORDS = 6;

    /** What was decided. */
    public enum Kind {
        /** Whoever has this number or address no longer wants the purpose. */
        WITHDRAWN,
        GRANTED,
        /** Nothing goes to this number or address itself, whoever has it. */
        SUPPRESSED,
        LIFTED
    }

    /** What a later entry of the same replaces. */
    public String subject() {
        var scope = kind == Kind.WITHDRAWN || kind == Kind.GRANTED ? "consent" : "suppression";
        return String.join(" ", scope, channel, purpose, Long.toString(rootId), hmac);
    }

    String line() {
        return "%s %s %s %s %d %s\n".formatted(at, kind, channel, purpose, rootId, hmac);
    }

    /** Empty for anything else than a whole line, such as one that was cut off. */
    static Optional<JournalEntry> of(String line) {
        var words = line.strip().split(" ", -1);
        if (words.length != WORDS || !words[5].matches(HMAC)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JournalEntry(
                    Instant.parse(words[0]),
                    Kind.valueOf(words[1]),
                    words[2],
                    words[3],
                    Long.parseLong(words[4]),
                    words[5]));
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }
}
