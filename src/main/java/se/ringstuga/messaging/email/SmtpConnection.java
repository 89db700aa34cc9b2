package se.ringstuga.messaging.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A connection that knows how far it came. Everything depends on whether the server may have seen the dot that ends an
 * e-mail: before, nothing was sent; after, only its reply tells.
 */
final class SmtpConnection extends SMTPTransport {

    /** The command that was last begun for the e-mail at hand. */
    enum Stage {
        OPENING,
        SENDER,
        RECIPIENT,
        CONTENT,
        /** The dot is on its way. */
        END
    }

    /** What the server said to the command of the stage. */
    record Reply(int code, String text) {}

    private final SmtpServer server;
    private final Line line;
    private Stage stage = Stage.OPENING;
    private boolean listening;
    private int used;
    private @Nullable Reply reply;

    SmtpConnection(SmtpServer server, Line line) {
        super(Session.getInstance(server.properties(line)), new URLName("smtp", server.host(), -1, null, null, null));
        this.server = server;
        this.line = line;
    }

    Line line() {
        return line;
    }

    Stage stage() {
        return stage;
    }

    /** For how many e-mails. */
    int used() {
        return used;
    }

    /** Null where the server did not answer. */
    @Nullable
    Reply reply() {
        return reply;
    }

    void open() throws MessagingException {
        listening = true;
        var user = server.user();
        connect(
                server.host(),
                server.port(),
                user.map(SmtpServer.User::name).orElse(null),
                user.map(SmtpServer.User::password).orElse(null));
    }

    /** Hands an e-mail over; how it ended is told by {@link #stage()} and {@link #reply()}, also after an exception. */
    void send(ReadyEmail email) throws MessagingException {
        stage = Stage.OPENING;
        reply = null;
        listening = false;
        used++;
        sendMessage(email, email.getAllRecipients());
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        var begun = begunBy(command);
        listening = begun != null || stage == Stage.OPENING;
        if (begun != null) {
            stage = begun;
            reply = null;
        }
        super.sendCommand(command);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        if (listening && code > 0) {
            reply = new Reply(code, getLastServerResponse());
        }
        return code;
    }

    /** Null for what belongs to the connection and not to an e-mail, such as the RSET after a refusal. */
    private static @Nullable Stage begunBy(String command) {
        if (command.startsWith("MAIL FROM:")) {
            return Stage.SENDER;
        }
        if (command.startsWith("RCPT TO:")) {
            return Stage.RECIPIENT;
        }
        return switch (command) {
            case "DATA" -> Stage.CONTENT;
            case "." -> Stage.END;
            default -> null;
        };
    }
}
