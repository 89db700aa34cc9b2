package se.ringstuga.messaging.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Writes an e-mail down: its headers, a plain part and an HTML part, in letters that every mail server passes on whole. */
final class MailWriter {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final Optional<Dkim> dkim;

    MailWriter(Optional<Dkim> dkim) {
        this.dkim = dkim;
    }

    /** The whole e-mail with its signature, where there is a key. */
    byte[] write(OutgoingEmail email, String messageId, Instant at) throws MessagingException {
        try {
            var message = new Numbered(messageId);
            message.setFrom(address(email.from(), email.fromName()));
            message.setRecipient(Message.RecipientType.TO, address(email.to(), null));
            if (email.replyTo() != null) {
                message.setReplyTo(new InternetAddress[] {address(email.replyTo(), null)});
            }
            message.setSubject(email.subject(), UTF_8.name());
            message.setSentDate(Date.from(at));
            unsubscribing(message, email);
            message.setContent(parts(email));
            message.saveChanges();
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return dkim.map(key -> key.sign(bytes.toByteArray())).orElseGet(bytes::toByteArray);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One click needs both headers (RFC 8058); without it the list of headers still leads to a page. */
    private static void unsubscribing(MimeMessage message, OutgoingEmail email) throws MessagingException {
        if (email.oneClickUrl() != null) {
            message.setHeader("List-Unsubscribe", "<" + email.oneClickUrl() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        } else if (email.unsubscribeUrl() != null) {
            message.setHeader("List-Unsubscribe", "<" + email.unsubscribeUrl() + ">");
        }
    }

    private static MimeMultipart parts(OutgoingEmail email) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(email.text(), UTF_8.name());
        var html = new MimeBodyPart();
        html.setText(email.html(), UTF_8.name(), "html");
        for (var part : new MimeBodyPart[] {text, html}) {
            part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        }
        return new MimeMultipart("alternative", text, html);
    }

    /**
     * An address as the wire carries it: the domain in ASCII.
     *
     * @throws AddressException for what is no address, and for letters before the @ that few mail servers take (RFC 6531)
     */
    static InternetAddress address(String address, @Nullable String name) throws AddressException {
        try {
            int at = address.lastIndexOf('@');
            var wire = at < 0 ? address : address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
            if (wire.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
                throw new AddressException("letters that are not carried");
            }
            var checked = new InternetAddress(wire, name, UTF_8.name());
            checked.validate();
            return checked;
        } catch (UnsupportedEncodingException | IllegalArgumentException unusable) {
            throw new AddressException("no domain");
        }
    }

    /** The library would make up an id of its own. */
    private static final class Numbered extends MimeMessage {

        private final String id;

        Numbered(String id) {
            super(SESSION);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
