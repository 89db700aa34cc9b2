package se.ringstuga.automations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An automation as its page shows it.
 *
 * @param colour of the state
 * @param trigger what brings people in, in plain words
 * @param older how many are in older versions; null for nobody
 * @param drafted whether somebody is changing it
 * @param moved the steps of those who moved here; empty where there are none
 */
record AutomationScreen(
        String slug,
        long id,
        String title,
        String state,
        String colour,
        String since,
        String trigger,
        String people,
        @Nullable String older,
        boolean drafted,
        List<Line> steps,
        List<Line> moved,
        Buttons buttons) {

    public String base() {
        return "/o/" + slug + "/automations/" + id;
    }

    /** What the reader may do now. */
    record Buttons(boolean activate, boolean pause, boolean resume, boolean kill, boolean change, boolean delete) {}

    /** One that is not there yet, in the list. */
    record Begun(long id, String title, String changed) {}

    /** In the list. */
    record Row(long id, String title, String state, String colour, String people) {}

    /**
     * A step, or what a branch is called.
     *
     * @param depth how far in it stands
     * @param label of a branch; null for a step
     * @param text what is said to the person or the organizers
     * @param numbers what it came to; null where nobody has come to it
     * @param here how many stand at it; null for nobody
     */
    record Line(
            int depth,
            @Nullable String label,
            String key,
            String says,
            @Nullable String text,
            @Nullable String numbers,
            @Nullable String here,
            boolean editable) {

        static Line label(String label, int depth) {
            return new Line(depth, label, "", "", null, null, null, false);
        }
    }
}
