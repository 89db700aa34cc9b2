package se.ringstuga.automations;

import org.jspecify.annotations.Nullable;
import se.ringstuga.http.InvalidInput;

/**
 * That an automation is switched on, and what becomes of those who fit already.
 *
 * @param existing what to do with them; must be said
 * @param count with ENROL: how many they are, as the preview said; must still be so
 */
record ActivationChoice(
        @Nullable Existing existing, @Nullable Long count) {

    /** What becomes of those who fit at the moment of switching on. */
    enum Existing {
        /** They come in now. */
        ENROL,
        /** Only what happens from now on brings anybody in. */
        FROM_NOW
    }

    Existing checkedExisting() {
        if (existing == null) {
            throw new InvalidInput(
                    "existing", "must say what becomes of those who fit already: ENROL, or FROM_NOW to leave them out");
        }
        if (existing == Existing.ENROL && count == null) {
            throw new InvalidInput("count", "is required with ENROL: how many come in, as the preview said");
        }
        return existing;
    }
}
