package se.ringstuga.people;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing about one row that is not clean, for the answer of an import.
 *
 * @param row the row as a spreadsheet counts it: the header is row 1, a record with line breaks in a cell is one row
 * @param column the header of the column as the file writes it; null when it is about the whole row
 * @param code stable, kebab-case
 * @param message one sentence in the reader's language, never with the cell's text in it
 */
public record RowProblem(int row, @Nullable String column, String code, String message) {

    /** The same before a language is chosen. */
    record Finding(int row, @Nullable String column, ProblemCode code) {

        RowProblem in(Locale language) {
            return new RowProblem(row, column, code.code(), code.message(language));
        }
    }
}
