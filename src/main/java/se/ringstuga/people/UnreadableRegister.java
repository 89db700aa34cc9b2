package se.ringstuga.people;

import se.ringstuga.http.Problem;

/** 400: the file as a whole cannot be read as a register; nothing was stored. */
final class UnreadableRegister extends Problem {

    private UnreadableRegister(String detail) {
        super(400, "unreadable-register", "The file cannot be read as a register", detail);
    }

    static UnreadableRegister empty() {
        return new UnreadableRegister("The file is empty. Send a header row and one row for each member as text/csv.");
    }

    static UnreadableRegister binary() {
        return new UnreadableRegister(
                "The file is no text. Save it as CSV: in a spreadsheet choose \"Save as\" and then \"CSV UTF-8\".");
    }

    static UnreadableRegister noKnownColumn() {
        return new UnreadableRegister("No column with a name, phone or email was recognised in the first row. Give the"
                + " headers, the separator, or both: ?separator=semicolon&column=givenName:Header");
    }

    static UnreadableRegister noSuchHeader(RegisterColumn column) {
        return new UnreadableRegister(
                "No header in the first row equals the one given for the column " + column.field() + ".");
    }

    static UnreadableRegister tooLarge(String what) {
        return new UnreadableRegister("The file has more than " + what + ". Divide it, or check its quotation marks.");
    }

    static UnreadableRegister openQuote(int row) {
        return new UnreadableRegister("A quotation mark opens a cell near row " + row
                + " and swallows the rows after it. Close it, double it or take it away.");
    }
}
