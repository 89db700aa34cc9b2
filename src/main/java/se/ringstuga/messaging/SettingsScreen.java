package se.ringstuga.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageForm;

/**
 * The page where an organization chooses how it sends.
 *
 * @param said what was just done; null for nothing
 * @param theirs what somebody else saved meanwhile; null when nobody did
 */
record SettingsScreen(
        String slug,
        String organization,
        List<Sender> senders,
        PageForm senderForm,
        List<Field> fields,
        int version,
        List<Used> used,
        boolean shared,
        @Nullable String said,
        @Nullable String theirs) {

    /**
     * One that may be used here.
     *
     * @param pace how many a second, as it is typed
     * @param chosen whether whoever names none gets it
     * @param below of whom else; null for nobody
     * @param error what stands in the way of what was just asked for; null for nothing
     * @param paceWrong whether that is the pace, which then stands as it was typed
     */
    record Sender(
            long id,
            String address,
            boolean answerable,
            String rate,
            String pace,
            boolean own,
            boolean chosen,
            @Nullable String below,
            @Nullable String error,
            boolean paceWrong) {}

    /**
     * One choice.
     *
     * @param otherwise what holds when it is left empty
     */
    record Field(
            String name,
            String label,
            String hint,
            String value,
            String otherwise,
            @Nullable String error) {}

    /** @param left null without a limit */
    record Used(String period, String spent, @Nullable String left) {}
}
