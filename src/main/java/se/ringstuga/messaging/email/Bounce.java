package se.ringstuga.messaging.email;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.gateway.ProviderEvent;

/**
 * What a mail server told about one of our e-mails after it was handed over (RFC 3464).
 *
 * @param event with the status code (RFC 3463), such as {@code 5.1.1}
 * @param hard whether the address itself is dead and is to be marked as wrong; a full mailbox or a filter is not
 */
public record Bounce(ProviderEvent event, boolean hard) {

    private static final Session SESSION = Session.getInstance(new Properties());

    /** Of lines, empty ones among them: whatever has more is written to keep us busy. */
    private static final int MOST_GROUPS = 50;

    private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

    /**
     * Reads one e-mail that came to the bounce mailbox. Empty for all that is no report about an e-mail of ours: answers
     * from people and from holidays come there too.
     *
     * @param deliveredTo the address it came to where the mail server tells; the headers are asked as well
     */
    public static Optional<Bounce> read(InputStream email, @Nullable String deliveredTo, ReturnPaths ours) {
        try {
            var message = new MimeMessage(SESSION, email);
            return sent(message, deliveredTo, ours)
                    .flatMap(sent -> report(message).map(report -> report.about(sent, ours)));
        } catch (MessagingException _) {
            return Optional.empty();
        }
    }

    private static Optional<ReturnPaths.Sent> sent(MimeMessage message, @Nullable String deliveredTo, ReturnPaths ours)
            throws MessagingException {
        if (deliveredTo != null && ours.read(deliveredTo).isPresent()) {
            return ours.read(deliveredTo);
        }
        for (var name : new String[] {"X-Original-To", "Delivered-To", "Envelope-To", "To"}) {
            var values = message.getHeader(name);
            if (values != null) {
                for (var value : values) {
                    var sent = ours.read(value.replaceAll("(?s).*<|>.*", ""));
                    if (sent.isPresent()) {
                        return sent;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Report> report(MimeMessage message) {
        try {
            if (!message.isMimeType("multipart/report")) {
                return Optional.empty();
            }
            var parts = new MimeMultipart(message.getDataHandler().getDataSource());
            for (int i = 0; i < parts.getCount(); i++) {
                if (isStatus(parts.getBodyPart(i))) {
                    return Report.read(parts.getBodyPart(i).getInputStream());
                }
            }
            return Optional.empty();
        } catch (MessagingException | IOException _) {
            return Optional.empty();
        }
    }

    private static boolean isStatus(BodyPart part) throws MessagingException {
        var type = new ContentType(part.getContentType());
        return type.match("message/delivery-status") || type.match("message/global-delivery-status");
    }

    /** What a report says of its recipient: there was only one. */
    private record Report(DeliveryStatus status, String code) {

        /** The lines about the message and those about its recipient are apart by an empty line; some servers write more of them. */
        static Optional<Report> read(InputStream written) throws MessagingException, IOException {
            var lines = new ByteArrayInputStream(written.readAllBytes());
            for (int group = 0; group < MOST_GROUPS && lines.available() > 0; group++) {
                var recipient = new InternetHeaders(lines);
                if (recipient.getHeader("Action") != null) {
                    return read(recipient);
                }
            }
            return Optional.empty();
        }

        private static Optional<Report> read(InternetHeaders recipient) {
            var status = STATUS.matcher(value(recipient, "Status"));
            var code = status.find() ? status.group() : "";
            return switch (value(recipient, "Action").toLowerCase(Locale.ROOT)) {
                case "failed" -> Optional.of(new Report(DeliveryStatus.UNDELIVERED, code));
                case "delivered" -> Optional.of(new Report(DeliveryStatus.DELIVERED, code));
                case "relayed", "expanded" -> Optional.of(new Report(DeliveryStatus.SENT, code));
                case "delayed" -> Optional.of(new Report(DeliveryStatus.ACCEPTED, code));
                default -> Optional.empty();
            };
        }

        private static String value(InternetHeaders headers, String name) {
            var value = headers.getHeader(name, null);
            return value == null ? "" : value.replaceAll("\\(.*", "").strip();
        }

        Bounce about(ReturnPaths.Sent sent, ReturnPaths ours) {
            var event = new ProviderEvent(
                    SmtpGateway.NAME,
                    ours.messageId(sent.messageId(), sent.attempt()),
                    sent.messageId(),
                    sent.attempt(),
                    status,
                    code.isEmpty() ? null : code,
                    null,
                    null);
            return new Bounce(event, status == DeliveryStatus.UNDELIVERED && DeadAddress.says(code));
        }
    }
}
