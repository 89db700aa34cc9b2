package se.ringstuga.people;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.List;

/**
 * The records of a register: text cut into rows and cells, within bounds. Rows are numbered as a spreadsheet shows them:
 * the header is row 1, blank lines count, and a record with line breaks in a cell is one row.
 */
final class RegisterFile {

    static final int MAX_ROWS = 300_000;
    private static final int MAX_COLUMNS = 200;
    private static final int MAX_CELL = 20_000;

    private final String text;
    private final char separator;

    private RegisterFile(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    static RegisterFile of(byte[] file, RegisterOptions options) {
        String text = RegisterText.decode(file, options.encoding());
        Character chosen = options.separator();
        return new RegisterFile(
                RegisterText.withoutSeparatorLine(text), chosen == null ? RegisterText.separator(text) : chosen);
    }

    /** Takes one record after the other. */
    @FunctionalInterface
    interface Rows {
        /** One record; {@code row} is 1 for the first line of the file. */
        void row(int row, List<String> cells);
    }

    /** Calls back for every record that is not a blank line, the header first. */
    void forEach(Rows rows) {
        int row = 0;
        try {
            for (CsvRecord record : reader()) {
                row++;
                if (row > MAX_ROWS) {
                    throw UnreadableRegister.tooLarge(MAX_ROWS + " rows");
                }
                if (record.getFieldCount() > 1 || !record.getField(0).isBlank()) {
                    refuseSwallowedRows(row, record);
                    rows.row(row, record.getFields());
                }
            }
        } catch (CsvParseException tooWideOrLong) {
            throw row == 0 ? UnreadableRegister.noKnownColumn() : UnreadableRegister.openQuote(row + 1);
        }
    }

    /** How many rows there can be below the header, blank ones too. */
    int mostRows() {
        return (int) Math.max(text.lines().count() - 1, 0);
    }

    /** The cells of the first line that is not blank: the headers. */
    List<String> first() {
        try {
            for (CsvRecord record : reader()) {
                if (record.getFieldCount() > 1 || !record.getField(0).isBlank()) {
                    return record.getFields();
                }
            }
        } catch (CsvParseException _) {
            return List.of();
        }
        return List.of();
    }

    /** One stray quotation mark in one cell must not cost the whole file, so text after a closing one is read on. */
    @SuppressWarnings("removal")
    private Iterable<CsvRecord> reader() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MAX_COLUMNS)
                                .maxFieldSize(MAX_CELL)
                                .maxRecordSize(MAX_CELL * 10)
                                .build(),
                        text);
    }

    /** A quotation mark that was never closed turns the rows after it into one cell: better no import than lost members. */
    private void refuseSwallowedRows(int row, CsvRecord record) {
        for (String cell : record.getFields()) {
            if (cell.indexOf('\n') >= 0
                    && cell.lines().anyMatch(line -> cells(line) > 2 && cells(line) >= record.getFieldCount())) {
                throw UnreadableRegister.openQuote(row);
            }
        }
    }

    private long cells(String line) {
        return line.chars().filter(c -> c == separator).count() + 1;
    }
}
