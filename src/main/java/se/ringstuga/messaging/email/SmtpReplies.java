package se.ringstuga.messaging.email;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ringstuga.messaging.email.SmtpConnection.Reply;
import se.ringstuga.messaging.email.SmtpConnection.Stage;
import se.ringstuga.messaging.gateway.Outcome;
import se.ringstuga.messaging.gateway.Refusal;

/** What a mail server's reply, or its silence, means for the message: one table. */
final class SmtpReplies {

    private static final Duration SOON = Duration.ofMinutes(1);

    /** What servers that put off the first e-mail of a stranger usually ask for. */
    private static final Duration LATER = Duration.ofMinutes(5);

    private static final Pattern ENHANCED = Pattern.compile("\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern ABOUT_US = Pattern.compile(
            "block|spam|policy|reputation|blacklist|listed|denied|relay|rejected due", Pattern.CASE_INSENSITIVE);

    /** Sign-in is wrong or wanted, or TLS is. */
    private static final Set<Integer> ACCOUNT = Set.of(530, 534, 535, 538);

    private SmtpReplies() {}

    static Outcome outcome(SmtpConnection connection, String providerId) {
        return outcome(connection.stage(), connection.reply(), providerId);
    }

    static Outcome outcome(Stage stage, @Nullable Reply reply, String providerId) {
        if (stage == Stage.OPENING) {
            return notOpened(reply);
        }
        int code = reply == null ? 0 : reply.code();
        if (reply == null || code < 200 || code >= 600 || (code < 400 && stage != Stage.END)) {
            return silence(stage);
        }
        if (code < 400) {
            return code < 300
                    ? new Outcome.Accepted(providerId)
                    : new Outcome.Unknown("the mail server answered with a riddle");
        }
        if (code < 500) {
            return new Outcome.TryLater(
                    code == 421 ? SOON : LATER, "the mail server asks for patience: " + code(reply));
        }
        return ACCOUNT.contains(code)
                ? new Outcome.TryLater(LATER, "the mail server does not accept our sign-in: " + code(reply))
                : new Outcome.Refused(code(reply), kind(stage, reply));
    }

    /** About the installation and never about this e-mail: it waits until the line is mended. */
    private static Outcome notOpened(@Nullable Reply reply) {
        if (reply == null || reply.code() < 400) {
            return new Outcome.TryLater(SOON, "the mail server cannot be reached, or not safely");
        }
        return ACCOUNT.contains(reply.code())
                ? new Outcome.TryLater(LATER, "the mail server does not accept our sign-in: " + code(reply))
                : new Outcome.TryLater(LATER, "the mail server takes no e-mail now: " + code(reply));
    }

    /** Before the dot an e-mail is none; after it the server may have it. */
    private static Outcome silence(Stage stage) {
        return stage == Stage.END
                ? new Outcome.Unknown("the connection was lost after the e-mail and before the answer")
                : new Outcome.TryLater(SOON, "the connection was lost before the e-mail was over");
    }

    /** The reply's code and its enhanced code (RFC 3463), never its text, which may hold the address. */
    private static String code(Reply reply) {
        var enhanced = enhanced(reply);
        return enhanced.isEmpty() ? Integer.toString(reply.code()) : reply.code() + " " + enhanced;
    }

    private static String enhanced(Reply reply) {
        var found = ENHANCED.matcher(reply.text());
        return found.lookingAt() ? found.group(1) : "";
    }

    private static Refusal kind(Stage stage, Reply reply) {
        var enhanced = enhanced(reply);
        if (DeadAddress.says(enhanced)) {
            return Refusal.BAD_NUMBER;
        }
        return switch (enhanced) {
            case "5.1.7", "5.1.8" -> Refusal.SENDER;
            case "5.3.4" -> Refusal.CONTENT;
            default -> enhanced.isEmpty() ? plainKind(stage, reply) : kind(stage);
        };
    }

    /** A plain 550 at the recipient is an unknown mailbox, unless its words are about us. */
    private static Refusal plainKind(Stage stage, Reply reply) {
        boolean unknownMailbox = stage == Stage.RECIPIENT
                && Set.of(550, 551, 553).contains(reply.code())
                && !ABOUT_US.matcher(reply.text()).find();
        return unknownMailbox ? Refusal.BAD_NUMBER : kind(stage);
    }

    private static Refusal kind(Stage stage) {
        return switch (stage) {
            case SENDER -> Refusal.SENDER;
            case OPENING, RECIPIENT -> Refusal.OTHER;
            case CONTENT, END -> Refusal.CONTENT;
        };
    }
}
