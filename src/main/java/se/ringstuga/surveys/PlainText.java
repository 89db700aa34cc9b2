package se.ringstuga.surveys;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Text as it is stored: composed (NFC), without outer blanks and without the control characters nobody typed on purpose. */
public final class PlainText {

    private PlainText() {}

    public static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String kept = text.codePoints()
                .filter(c -> !Character.isISOControl(c) || c == '\n' || c == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
    }
}
