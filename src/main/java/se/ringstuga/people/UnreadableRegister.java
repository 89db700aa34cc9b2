package se.ringstuga.people;

import se.ringstuga.http.Problem;

/** 400: the file as a whole cannot be read as a register; nothing was stored. */
final class UnreadableRegister extends Problem {

    /** What is wrong with it. */
    enum Reason {
        EMPTY,
        BINARY,
        NO_KNOWN_COLUMN,
        NO_SUCH_HEADER,
        TOO_LARGE,
        OPEN_QUOTE
    }

    private final Reason reason;

    private UnreadableRegister(Reason reason, String detail) {
        super(400, "unreadable-register", "The file cannot be read as a register", detail);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    static UnreadableRegister empty() {
        return new UnreadableRegister(
                Reason.EMPTY, "The file is empty. Send a header row and one row for each member as text/csv.");
    }

    static UnreadableRegister binary() {
        return new UnreadableRegister(
                Reason.BINARY,
                "The file is no text. Save it as CSV: in a spreadsheet choose \"Save as\" and then \"CSV UTF-8\".");
    }

    static UnreadableRegister noKnownColumn() {
        return new UnreadableRegister(
                Reason.NO_KNOWN_COLUMN,
                "No column with a name, phone or email was recognised in the first row. Give the"
                        + " headers, the separator, or both: ?separator=semicolon&column=givenName:Header");
    }

    static UnreadableRegister noSuchHeader(RegisterColumn column) {
        return new UnreadableRegister(
                Reason.NO_SUCH_HEADER,
                "No header in the first row equals the one given for the column " + column.field() + ".");
    }

    static UnreadableRegister tooLarge(String what) {
        return new UnreadableRegister(
                Reason.TOO_LARGE, "The file has more than " + what + ". Divide it, or check its quotation marks.");
    }

    static UnreadableRegister openQuote(int row) {
        return new UnreadableRegister(
                Reason.OPEN_QUOTE,
                "A quotation mark opens a cell near row " + row
                        + " and swallows the rows after it. Close it, double it or take it away.");
    }
}
