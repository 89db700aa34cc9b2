package se.ringstuga.messaging.email;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The mailbox that return paths lead to, read by IMAP. A report is taken out once it has been kept; what is no report is
 * marked as read and stays, since a person may have written it.
 */
final class BounceMailbox {

    private static final Logger LOG = Logger.getLogger(BounceMailbox.class);

    /** At a time; the rest comes next time. */
    private static final int MOST = 200;

    /** In bytes: a report may bring the e-mail it is about along, and ours are small. */
    private static final int LARGEST = 5_000_000;

    private final BounceServer server;
    private final ReturnPaths ours;

    BounceMailbox(BounceServer server, ReturnPaths ours) {
        this.server = server;
        this.ours = ours;
    }

    /**
     * Reads what is new.
     *
     * @param keeper keeps a report for good before it returns; where it throws, the report stays and comes again
     * @return how many reports were kept
     */
    int read(Consumer<Bounce> keeper) {
        try (var store = Session.getInstance(server.properties()).getStore(server.protocol())) {
            store.connect(
                    server.host(),
                    server.port(),
                    server.user().name(),
                    server.user().password());
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                return readAll(inbox, keeper);
            }
        } catch (MessagingException failed) {
            LOG.warnf("The bounce mailbox cannot be read: %s", failed.getClass().getSimpleName());
            return 0;
        }
    }

    private int readAll(Folder inbox, Consumer<Bounce> keeper) throws MessagingException {
        var unread = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        int kept = 0;
        for (var message : Arrays.asList(unread).subList(0, Math.min(MOST, unread.length))) {
            var bounce = bounce(message);
            if (bounce.isEmpty()) {
                message.setFlag(Flags.Flag.SEEN, true);
            } else if (isKept(bounce.get(), keeper)) {
                message.setFlag(Flags.Flag.DELETED, true);
                kept++;
            }
        }
        return kept;
    }

    private Optional<Bounce> bounce(Message message) throws MessagingException {
        if (message.getSize() > LARGEST) {
            return Optional.empty();
        }
        try {
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return Bounce.read(new ByteArrayInputStream(bytes.toByteArray()), null, ours);
        } catch (IOException lost) {
            throw new MessagingException("the connection was lost", lost);
        }
    }

    /** One report that cannot be kept does not hold up the others. */
    private static boolean isKept(Bounce bounce, Consumer<Bounce> keeper) {
        try {
            keeper.accept(bounce);
            return true;
        } catch (RuntimeException failed) {
            LOG.warnf(
                    failed,
                    "The report about message %d was not kept",
                    bounce.event().messageId());
            return false;
        }
    }

    /**
     * Where the mailbox is.
     *
     * @param tls from the first byte on, by STARTTLS, or not at all on this machine
     */
    record BounceServer(String host, int port, SmtpServer.Tls tls, SmtpServer.User user) {

        private static final String PATIENCE_MILLIS = "20000";

        String protocol() {
            return tls == SmtpServer.Tls.IMPLICIT ? "imaps" : "imap";
        }

        Properties properties() {
            var properties = new Properties();
            var prefix = "mail." + protocol() + ".";
            properties.put(prefix + "connectiontimeout", PATIENCE_MILLIS);
            properties.put(prefix + "timeout", PATIENCE_MILLIS);
            properties.put(prefix + "peek", "true");
            properties.put(prefix + "starttls.enable", Boolean.toString(tls == SmtpServer.Tls.STARTTLS));
            properties.put(prefix + "starttls.required", Boolean.toString(tls == SmtpServer.Tls.STARTTLS));
            properties.put(prefix + "ssl.checkserveridentity", "true");
            return properties;
        }
    }
}
