package se.ringstuga.people;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One cell as text: what a spreadsheet, a web form or a copy from a document leaves around a value is taken away. */
final class CellText {

    /** Longer values are no names or addresses, whatever they are. */
    static final int MAX_LENGTH = 200;

    private static final Pattern TEXT_FORMULA = Pattern.compile("=\"([^\"=]*)\"");
    private static final Pattern LOST_LETTER =
            Pattern.compile("\\p{L}\\?|\\?\\p{L}|\uFFFD|Ã[\u0080-\u00BF]|Ã[¤¥¶„…–©¼]");

    private CellText() {}

    /**
     * Composed (NFC), without control and invisible characters, every run of blanks (no-break and line breaks too) one
     * space and none at the ends. A lone dash or dot stands for nothing.
     */
    static String clean(String cell) {
        if (isPlain(cell)) {
            return isNothing(cell) ? "" : cell;
        }
        StringBuilder text = new StringBuilder(cell.length());
        Normalizer.normalize(cell, Normalizer.Form.NFC).codePoints().forEach(c -> appendClean(text, c));
        String cleaned = text.toString().strip();
        Matcher formula = TEXT_FORMULA.matcher(cleaned);
        // Spreadsheets write ="0701740605" to keep a leading zero; that one formula is only text.
        String value = formula.matches() ? formula.group(1).strip() : cleaned;
        return isNothing(value) ? "" : value;
    }

    /** Whether a spreadsheet would run it. */
    static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
    }

    /** A formula where a leading plus is a country code. */
    static boolean isFormulaInPhoneCell(String text) {
        return !text.isEmpty() && "=@".indexOf(text.charAt(0)) >= 0;
    }

    /** Whether a letter was lost on the way here, as in Y?lmaz or JÃ¶nsson. */
    static boolean hasLostLetter(String text) {
        return (text.indexOf('?') >= 0 || text.indexOf('Ã') >= 0 || text.indexOf('\uFFFD') >= 0)
                && LOST_LETTER.matcher(text).find();
    }

    private static void appendClean(StringBuilder text, int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
            text.appendCodePoint(c);
        }
    }

    private static boolean isNothing(String text) {
        return text.length() == 1 && "-–—.".indexOf(text.charAt(0)) >= 0;
    }

    /** Most cells need nothing: printable ASCII without blanks at the ends or in a row, and no quote of a formula. */
    private static boolean isPlain(String cell) {
        boolean afterBlank = true;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean blank = c == ' ';
            if (c < ' ' || c > '~' || c == '"' || (blank && afterBlank)) {
                return false;
            }
            afterBlank = blank;
        }
        return cell.isEmpty() || !afterBlank;
    }
}
