package se.ringstuga.people;

import java.time.Instant;
import java.util.List;

/** Whoever acts on people because they get a tag is told in the transaction in which several get it by one press. */
public interface TagUse {

    /** Before it is written: what must be locked first is. */
    void giving(long tagId);

    /**
     * It is written.
     *
     * @throws TooManyTagged when somebody else must give it to so many; the transaction is to be rolled back
     */
    void given(Press press);

    /** What begins because of the press, as long as it can be taken back. */
    List<Begun> begun(Press press);

    /** Before its tags are taken off: what must be locked first is. */
    void takingBack(Press press);

    /** They are off: what has not begun because of the press does not. */
    void takenBack(Press press);

    /**
     * By whoever asks.
     *
     * @param at what the tags carry
     */
    record Press(long tagId, Instant at) {}

    /**
     * Something that begins in two minutes at the earliest: whoever sees the mistake can still take it back.
     *
     * @param title of what begins
     * @param people for how many
     * @param paused it stands still, and begins when it goes on
     */
    record Begun(String title, long people, boolean paused) {}
}
