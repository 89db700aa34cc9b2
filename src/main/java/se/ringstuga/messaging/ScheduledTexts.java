package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.QuietHours;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.messaging.sms.SmsText;

/**
 * What a text must be that is written once and sent later, over and over, to whoever it then concerns: known fields, not too
 * long for an SMS, and nothing that its sender cannot do.
 */
@ApplicationScoped
public class ScheduledTexts {

    private final Wording wording;
    private final SmsSenders senders;
    private final MessagingSettings settings;
    private final Recipients recipients;

    ScheduledTexts(Wording wording, SmsSenders senders, MessagingSettings settings, Recipients recipients) {
        this.wording = wording;
        this.senders = senders;
        this.settings = settings;
        this.recipients = recipients;
    }

    /**
     * A text as somebody wrote it.
     *
     * @param field what it is called in the request, so that a mistake can name it
     * @param sample values of the feature's own fields, of the usual length
     */
    public record Written(
            long organizationId, String field, String text, TemplateFields known, Map<String, String> sample) {}

    /** Why a text cannot be sent, for a page that says it in its reader's words. */
    public sealed interface Fault {

        record Mistaken(TemplateMistake mistake) implements Fault {}

        /** Asks for an answer that its sender cannot receive (rule 24). */
        record AsksForAnswer(String words, String sender) implements Fault {}

        record TooManyParts(int parts, int most) implements Fault {}
    }

    /**
     * Refuses what could not be sent.
     *
     * @throws InvalidInput naming the field and what cannot stand in it
     */
    public void check(Channel channel, Written written) {
        fault(channel, written).ifPresent(fault -> {
            throw switch (fault) {
                case Fault.Mistaken(var mistake) -> mistake.in(written.field());
                case Fault.AsksForAnswer(var words, var sender) ->
                    new InvalidInput(
                            written.field(),
                            "asks for an answer (\"%s\"), which %s cannot receive: choose a sender with a number, or ask by a link"
                                    .formatted(words, sender));
                case Fault.TooManyParts(var parts, var most) ->
                    new InvalidInput(
                            written.field(),
                            "takes %d parts as an SMS; at most %d are allowed here".formatted(parts, most));
            };
        });
    }

    /** The first thing that stands in the way of a text; empty where it can be sent. */
    public Optional<Fault> fault(Channel channel, Written written) {
        Optional<Fault> mistaken = wording.mistake(written.organizationId(), written.known(), written.text())
                .map(Fault.Mistaken::new);
        if (mistaken.isPresent() || channel != Channel.SMS) {
            return mistaken;
        }
        var sender = senders.usable(written.organizationId(), null).orElse(null);
        return asks(written, sender).or(() -> tooLong(written, sender));
    }

    /** What the text becomes for somebody invented. */
    public String shown(Channel channel, Written written) {
        var sender = channel == Channel.SMS
                ? senders.usable(written.organizationId(), null)
                        .map(SmsSender::address)
                        .orElse(null)
                : null;
        return worded(channel, written, sender);
    }

    /** How many parts an SMS takes that says this to somebody invented. */
    int parts(Written written) {
        return parts(written, senders.usable(written.organizationId(), null).orElse(null));
    }

    private int parts(Written written, @Nullable SmsSender sender) {
        var text = worded(Channel.SMS, written, sender == null ? null : sender.address());
        return SmsText.of(text).parts();
    }

    /** The first word that may be wrong on the day when it is sent (rule 31): whoever writes it must have meant it. */
    public static Optional<String> relativeDay(String text) {
        return RelativeDays.in(text);
    }

    /** When no SMS leaves for the organization. */
    public QuietHours quietHours(long organizationId) {
        return settings.of(organizationId).quiet();
    }

    private String worded(Channel channel, Written written, @Nullable String sender) {
        var fields = new HashMap<>(recipients.invented(written.organizationId()));
        fields.putAll(written.sample());
        return wording.of(new Wording.Draft(channel, sender, written.text(), null, null), fields)
                .text();
    }

    private static Optional<Fault> asks(Written written, @Nullable SmsSender sender) {
        return sender == null || sender.canBeAnswered()
                ? Optional.empty()
                : AskedForReply.in(written.text()).map(asked -> new Fault.AsksForAnswer(asked, sender.address()));
    }

    private Optional<Fault> tooLong(Written written, @Nullable SmsSender sender) {
        var parts = parts(written, sender);
        var most = settings.of(written.organizationId()).tariff().mostParts();
        return parts > most ? Optional.of(new Fault.TooManyParts(parts, most)) : Optional.empty();
    }
}
