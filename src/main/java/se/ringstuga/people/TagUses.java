package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** What comes of giving a tag to several by one press, by whoever acts on tags. */
@ApplicationScoped
public class TagUses {

    private final Instance<TagUse> uses;

    TagUses(@Any Instance<TagUse> uses) {
        this.uses = uses;
    }

    /** Before it is written: what must be locked first is. */
    public void giving(long tagId) {
        uses.forEach(use -> use.giving(tagId));
    }

    /**
     * It is written.
     *
     * @throws TooManyTagged when somebody else must give it to so many; the transaction is to be rolled back
     */
    public void given(TagUse.Press press) {
        uses.forEach(use -> use.given(press));
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
