package se.ringstuga.messaging.email;

import java.util.regex.Pattern;

/** The status codes (RFC 3463) after which an address is not worth another e-mail. A full mailbox is not among them. */
final class DeadAddress {

    private static final Pattern CODES = Pattern.compile("5\\.(1\\.(1|2|3|6|10)|2\\.1)");

    private DeadAddress() {}

    static boolean says(String status) {
        return CODES.matcher(status).matches();
    }
}
