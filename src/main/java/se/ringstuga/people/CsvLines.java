package se.ringstuga.people;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines for a spreadsheet as it opens them in Sweden: semicolons, and the mark that says UTF-8. What it would run as a
 * formula is written with an apostrophe before it, as text.
 */
final class CsvLines {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String RUN = "=+-@\t\r\n";

    private final CsvWriter lines;

    CsvLines(Writer writer) {
        try {
            writer.write(BYTE_ORDER_MARK);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        lines = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(writer);
    }

    void line(List<? extends @Nullable String> cells) {
        lines.writeRecord(cells.stream().map(CsvLines::defused).toList());
    }

    void flush() {
        try {
            lines.flush();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Blanks before it do not hinder a spreadsheet. */
    static String defused(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String shown = text.stripLeading();
        boolean run = !text.isEmpty()
                && (RUN.indexOf(text.charAt(0)) >= 0 || (!shown.isEmpty() && RUN.indexOf(shown.charAt(0)) >= 0));
        return run ? "'" + text : text;
    }
}
