package se.ringstuga.surveys;

import org.jspecify.annotations.Nullable;

/** A cell that no spreadsheet mistakes for a formula: what begins like one gets an apostrophe before it. */
final class SpreadsheetCell {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private SpreadsheetCell() {}

    static String of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return BEGINS_A_FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
