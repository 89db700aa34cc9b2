package se.ringstuga.http;

import org.jspecify.annotations.Nullable;

/** A cell that no spreadsheet mistakes for a formula: what begins like one gets an apostrophe before it. */
public final class SpreadsheetCell {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private SpreadsheetCell() {}

    /** The text, or the same behind an apostrophe; blanks before a formula do not hinder a spreadsheet. */
    public static String of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String shown = text.stripLeading();
        boolean formula = BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0
                || (!shown.isEmpty() && BEGINS_A_FORMULA.indexOf(shown.charAt(0)) >= 0);
        return formula ? "'" + text : text;
    }
}
