package se.ringstuga.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as the page shows them.
 *
 * @param facts membership and the like, a sentence each
 * @param choices what they said yes and no to; empty where nothing was declined
 * @param older where the older part of the timeline is; null when all is shown
 */
record PersonScreen(
        String slug,
        long id,
        String name,
        List<String> facts,
        List<Way> ways,
        List<PersonView.Tag> tags,
        List<Tags.TagView> usableTags,
        List<Survey> surveys,
        List<Note> notes,
        List<String> choices,
        State state,
        List<Happened> timeline,
        @Nullable String older) {

    /**
     * One way to reach somebody.
     *
     * @param address for the browser to call or write to; null where it is known to be wrong
     * @param mark what is amiss with it; null where nothing is
     */
    record Way(
            String label,
            String shown,
            @Nullable String address,
            @Nullable String mark) {}

    /**
     * What the page offers and warns of.
     *
     * @param maySms whether an SMS could reach the person; whether it may, the policy says when one is written
     * @param mayProtect whether the reader decides about the person's protection (rule 5)
     */
    record State(
            boolean restricted,
            boolean stopped,
            boolean former,
            boolean maySms,
            boolean mayEmail,
            boolean mayNote,
            boolean mayProtect) {}

    record Survey(String title, String at, List<Said> answers) {}

    record Said(String question, String answer) {}

    /** @param address where it is reworded or removed; null for who may not */
    record Note(String text, String about, @Nullable String address) {}

    /** @param address of the page about it; null where there is none */
    record Happened(String at, String text, @Nullable String address) {}
}
