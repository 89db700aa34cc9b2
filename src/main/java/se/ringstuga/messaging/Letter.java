package se.ringstuga.messaging;

import org.jspecify.annotations.Nullable;

/**
 * What an e-mail has besides its plain text.
 *
 * @param fromName the association's
 * @param mailbox what stands before the @ of the sender's address
 * @param replyTo where answers go; null for nowhere in particular
 * @param fragment the text alone as HTML, for a preview within a page
 * @param html the whole document
 * @param pageUrl the recipient's page of preferences
 * @param oneClickUrl null for what nobody unsubscribes from
 */
record Letter(
        String fromName,
        String mailbox,
        @Nullable String replyTo,
        String fragment,
        String html,
        String text,
        String pageUrl,
        @Nullable String oneClickUrl) {}
