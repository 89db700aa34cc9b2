package se.ringstuga.messaging.sms;

/** The default alphabet of GSM 03.38 with its extension table. */
final class Gsm7 {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String ESCAPED = "\f^{}\\[~]|€";
    private static final byte[] SEPTETS = septets();

    private Gsm7() {}

    /** How many septets the character takes: one, two with an escape before it, none where it does not exist. */
    static int septets(int codePoint) {
        return codePoint < SEPTETS.length ? SEPTETS[codePoint] : 0;
    }

    static boolean holds(String text) {
        return text.codePoints().allMatch(codePoint -> septets(codePoint) > 0);
    }

    private static byte[] septets() {
        var septets = new byte['€' + 1];
        BASIC.chars().forEach(c -> septets[c] = 1);
        ESCAPED.chars().forEach(c -> septets[c] = 2);
        return septets;
    }
}
