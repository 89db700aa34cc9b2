package se.ringstuga.automations;

import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageForm;

/**
 * A step that is being changed.
 *
 * @param says what it does
 * @param shows which fields it has
 * @param version of the automation that was read
 * @param peopleIn whether somebody is in the automation, for whom has to be said what holds
 * @param wrong with all of it; null for nothing
 */
record StepScreen(
        String slug,
        long id,
        String title,
        String key,
        String says,
        Fields shows,
        int version,
        boolean peopleIn,
        PageForm form,
        @Nullable String wrong) {

    public String base() {
        return "/o/" + slug + "/automations/" + id;
    }

    /** How a text names whom it is for. */
    public String nameField() {
        return "{förnamn|du}";
    }

    /** Which fields a step has. */
    record Fields(boolean text, boolean subject, boolean span, boolean untilDay, boolean hours) {}
}
