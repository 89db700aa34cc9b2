package se.ringstuga.people;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.SpreadsheetCell;

/**
 * Writes lines for a spreadsheet as it opens them in Sweden: semicolons, and the mark that says UTF-8. What it would run as a
 * formula is written with an apostrophe before it, as text.
 */
final class CsvLines {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

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
        lines.writeRecord(cells.stream().map(SpreadsheetCell::of).toList());
    }

    void flush() {
        try {
            lines.flush();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
