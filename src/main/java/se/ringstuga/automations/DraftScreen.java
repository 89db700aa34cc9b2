package se.ringstuga.automations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flow that is being written.
 *
 * @param automation whose next version it is to be; null for one that is not there yet
 * @param trigger what brings people in, in plain words
 * @param startFaults what is wrong outside of the steps
 * @param moved the steps of those who moved here; empty where the trigger has none
 * @param peopleIn whether somebody is in the automation, for whom has to be said what holds
 * @param present what somebody else made of it since the draft began; null for nothing
 * @param wrong why it could not be used; null before it was tried
 */
record DraftScreen(
        String slug,
        long id,
        @Nullable Long automation,
        String title,
        String trigger,
        List<String> startFaults,
        List<Line> steps,
        List<Line> moved,
        boolean peopleIn,
        @Nullable Present present,
        @Nullable String wrong) {

    public String base() {
        return "/o/" + slug + "/automations/drafts/" + id;
    }

    public String flow() {
        return "/o/" + slug + "/automations/" + automation;
    }

    /** As the automation stands now, and the mark that it was seen. */
    record Present(String mark, List<AutomationScreen.Line> steps) {}

    /**
     * A step, what a way is called, or the place where one is added.
     *
     * @param depth how far in it stands
     * @param label of a way; null for anything else
     * @param add what the address of a new step there says; null for anything else
     * @param below whether other steps stand below it
     */
    record Line(
            int depth,
            @Nullable String label,
            @Nullable String add,
            String key,
            String says,
            @Nullable String text,
            List<String> faults,
            boolean below) {

        static Line label(String label, int depth) {
            return new Line(depth, label, null, "", "", null, List.of(), false);
        }

        static Line add(String query, int depth) {
            return new Line(depth, null, query, "", "", null, List.of(), false);
        }
    }
}
