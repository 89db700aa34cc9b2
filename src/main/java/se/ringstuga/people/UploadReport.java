package se.ringstuga.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file was read and what came of it, kept locked beside the file.
 *
 * @param choices how the one who imports wanted it read
 * @param columns the file's headers in their order
 * @param refused why it could not be read as a whole; null where it could
 * @param result what the import did or would do; null where the file could not be read
 */
record UploadReport(
        Choices choices,
        List<Column> columns,
        UnreadableRegister.@Nullable Reason refused,
        @Nullable ImportResult result) {

    /**
     * What the one who imports decides.
     *
     * @param complete the file is the whole register
     * @param encoding and separator as in the API; empty: detected
     * @param columns as in the API, {@code field:header}
     */
    record Choices(boolean complete, String encoding, String separator, List<String> columns) {

        static Choices detect(boolean complete) {
            return new Choices(complete, "", "", List.of());
        }

        RegisterOptions options() {
            return RegisterOptions.of(encoding, separator, columns);
        }
    }

    /**
     * A header of the file.
     *
     * @param name as the file writes it, or the spreadsheet's letter
     * @param field what it is read as; empty for nothing
     * @param usable whether the header can be chosen: it says something, and no other says the same
     */
    record Column(String name, String field, boolean usable) {}

    /** Before anything is known but what was wanted. */
    static UploadReport wanted(Choices choices) {
        return new UploadReport(choices, List.of(), null, null);
    }
}
