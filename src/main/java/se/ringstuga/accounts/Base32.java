package se.ringstuga.accounts;

/** The letters in which authenticator apps take a secret, and recovery codes are written: no 0, 1 or 8 to mistake. */
final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    /** Without padding; the number of bytes must be a multiple of five. */
    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        int buffer = 0;
        int held = 0;
        for (byte next : bytes) {
            buffer = ((buffer << Byte.SIZE) | (next & 0xff)) & 0xffff;
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(LETTERS.charAt((buffer >> held) & 31));
            }
        }
        return text.toString();
    }

    /** In groups of four, easier to read off a paper. */
    static String grouped(String letters) {
        return letters.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
