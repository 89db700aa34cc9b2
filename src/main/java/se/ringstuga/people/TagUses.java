package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import se.ringstuga.http.Idempotency;

/** What comes of giving a tag to several by one press, by whoever acts on tags. */
@ApplicationScoped
public class TagUses {

    private final Instance<TagUse> uses;
    private final Idempotency idempotency;
    private final Clock clock;

    TagUses(@Any Instance<TagUse> uses, Idempotency idempotency, Clock clock) {
        this.uses = uses;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * Gives a tag in the caller's transaction; pressed twice it is pressed once, and known by its moment.
     *
     * @param key of the form; empty where it has none
     * @param to whom, as the same form sends them again
     * @param give writes it, and says whether it was one press for several, of which others are told
     * @throws TooManyTagged when somebody else must give it to so many; the transaction is to be rolled back
     */
    public TagUse.Press press(String key, long tagId, Object to, Predicate<TagUse.Press> give) {
        return idempotency.pressedOnce(
                key.isBlank() ? "" : key + ' ' + tagId + ' ' + to.hashCode(),
                to,
                () -> {
                    var press = new TagUse.Press(tagId, clock.instant().truncatedTo(ChronoUnit.MICROS));
                    uses.forEach(use -> use.giving(tagId));
                    if (give.test(press)) {
                        uses.forEach(use -> use.given(press));
                    }
                    return Idempotency.Created.of(ChronoUnit.MICROS.between(Instant.EPOCH, press.at()), press);
                },
                micros -> new TagUse.Press(tagId, Instant.EPOCH.plus(micros, ChronoUnit.MICROS)));
    }

    /** What begins because of the press, as long as it can be taken back. */
    public List<TagUse.Begun> begun(TagUse.Press press) {
        return uses.stream().flatMap(use -> use.begun(press).stream()).toList();
    }

    /** Before its tags are taken off: what must be locked first is. */
    public void takingBack(TagUse.Press press) {
        uses.forEach(use -> use.takingBack(press));
    }

    /** They are off: what has not begun because of the press does not. */
    public void takenBack(TagUse.Press press) {
        uses.forEach(use -> use.takenBack(press));
    }

    /**
     * The press that a page's undo names.
     *
     * @param mark when it was, as {@link Instant#toString} has it; anything else is no press
     */
    public static Optional<TagUse.Press> press(long tagId, String mark) {
        if (!mark.matches("20[0-9]{2}-.+")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TagUse.Press(tagId, Instant.parse(mark)));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
