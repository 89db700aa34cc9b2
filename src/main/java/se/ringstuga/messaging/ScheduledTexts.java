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

    /**
     * Refuses what could not be sent.
     *
     * @throws InvalidInput naming the field and what cannot stand in it
     */
    public void check(Channel channel, Written written) {
        wording.checked(written.organizationId(), written.known(), written.field(), written.text());
        if (channel == Channel.SMS) {
            var sender = senders.usable(written.organizationId(), null).orElse(null);
            if (sender != null && !sender.canBeAnswered()) {
                refuseReply(written, sender);
            }
            refuseLong(written, sender);
        }
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

    private static void refuseReply(Written written, SmsSender sender) {
        AskedForReply.in(written.text()).ifPresent(asked -> {
            throw new InvalidInput(
                    written.field(),
                    "asks for an answer (\"%s\"), which %s cannot receive: choose a sender with a number, or ask by a link"
                            .formatted(asked, sender.address()));
        });
    }

    private void refuseLong(Written written, @Nullable SmsSender sender) {
        var text = worded(Channel.SMS, written, sender == null ? null : sender.address());
        var parts = SmsText.of(text).parts();
        var most = settings.of(written.organizationId()).tariff().mostParts();
        if (parts > most) {
            throw new InvalidInput(
                    written.field(), "takes %d parts as an SMS; at most %d are allowed here".formatted(parts, most));
        }
    }
}
