package se.ringstuga.messaging.email;

import org.jspecify.annotations.Nullable;

/**
 * One e-mail to one person, rendered and ready. What belongs in one line is brought into one, whatever names are in it.
 *
 * @param messageId our own id of the message
 * @param attempt from 1
 * @param from the address that readers see; its domain is the one that DKIM signs for
 * @param fromName whose it is, for people
 * @param replyTo where answers go; null where they go to {@code from}
 * @param to one address
 * @param html the whole document
 * @param text the plain alternative; always there
 * @param unsubscribeUrl a page that shows what can be unsubscribed from and changes nothing by being opened
 * @param oneClickUrl unsubscribes by a POST without sign-in or cookie (RFC 8058); opened, it shows a page
 */
public record OutgoingEmail(
        long messageId,
        int attempt,
        String from,
        String fromName,
        @Nullable String replyTo,
        String to,
        String subject,
        String html,
        String text,
        @Nullable String unsubscribeUrl,
        @Nullable String oneClickUrl) {

    public OutgoingEmail {
        fromName = oneLine(fromName);
        subject = oneLine(subject);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }
}
