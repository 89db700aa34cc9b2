package se.ringstuga.messaging.email;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** An e-mail as the bytes that were signed, with its envelope. Nothing on the way to the wire may write it anew. */
final class ReadyEmail extends SMTPMessage {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final byte[] bytes;
    private final InternetAddress to;

    ReadyEmail(byte[] bytes, String returnPath, InternetAddress to) {
        super(SESSION);
        this.bytes = bytes.clone();
        this.to = to;
        setEnvelopeFrom(returnPath);
    }

    @Override
    public Address[] getAllRecipients() {
        return new Address[] {to};
    }

    @Override
    public String getSubject() {
        return "";
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        out.write(bytes);
    }
}
