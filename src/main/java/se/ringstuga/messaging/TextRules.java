package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.messaging.sms.SmsText;

/** What a text must be before it is kept: known fields, not too long for an SMS, and nothing that its sender cannot do. */
@ApplicationScoped
class TextRules {

    private final Wording wording;
    private final SmsSenders senders;
    private final MessagingSettings settings;
    private final Recipients recipients;
    private final Authors authors;
    private final Access access;

    TextRules(
            Wording wording,
            SmsSenders senders,
            MessagingSettings settings,
            Recipients recipients,
            Authors authors,
            Access access) {
        this.wording = wording;
        this.senders = senders;
        this.settings = settings;
        this.recipients = recipients;
        this.authors = authors;
        this.access = access;
    }

    /**
     * A text as somebody wrote it.
     *
     * @param senderId of an SMS; the nearest when null
     * @param personId whom it is for, if that is known already
     */
    record Written(
            Channel channel,
            @Nullable Long senderId,
            String text,
            @Nullable String subject,
            @Nullable Long personId) {}

    /**
     * Whether two people may get different texts, and so each of a household gets one (rule 22). The link that is put at the end
     * of what comes from a one-way sender is the person's own: whoever stands behind it decides for one person alone.
     *
     * @throws InvalidInput naming {@code text} or {@code subject} and what cannot stand in it
     */
    boolean personal(Written written) {
        checkSubject(written);
        var personal = wording.personal(access.organizationId(), written.text(), written.subject());
        if (written.channel() != Channel.SMS) {
            return personal;
        }
        var sender = senders.usable(access.organizationId(), written.senderId());
        sender.ifPresent(known -> refuseReply(known, written.text()));
        refuseLong(written);
        return personal || sender.filter(known -> !known.canBeAnswered()).isPresent();
    }

    /**
     * The text as it is put into words.
     *
     * @param author who wrote it, as it is stored
     */
    Wording.Draft draft(Written written, String author) {
        var sender = written.channel() == Channel.SMS
                ? senders.usable(access.organizationId(), written.senderId())
                        .map(SmsSender::address)
                        .orElse(null)
                : null;
        return new Wording.Draft(written.channel(), sender, written.text(), written.subject(), authors.name(author));
    }

    private static void checkSubject(Written written) {
        var subject = written.subject();
        if (written.channel() == Channel.EMAIL && (subject == null || subject.isBlank())) {
            throw new InvalidInput("subject", "is needed for an email");
        }
        if (written.channel() == Channel.SMS && subject != null) {
            throw new InvalidInput("subject", "does not exist for an SMS; leave it out");
        }
    }

    private static void refuseReply(SmsSender sender, String text) {
        if (!sender.canBeAnswered()) {
            AskedForReply.in(text).ifPresent(asked -> {
                throw new InvalidInput(
                        "text",
                        "asks for an answer (\"%s\"), which %s cannot receive: choose a sender with a number, or ask by a link"
                                .formatted(asked, sender.address()));
            });
        }
    }

    private void refuseLong(Written written) {
        var fields = Optional.ofNullable(written.personId())
                .flatMap(recipients::fields)
                .orElseGet(recipients::invented);
        var parts = SmsText.of(wording.of(draft(written, access.actor().toString()), fields)
                        .text())
                .parts();
        var most = settings.of(access.organizationId()).tariff().mostParts();
        if (parts > most) {
            throw new InvalidInput(
                    "text", "takes %d parts as an SMS; at most %d are allowed here".formatted(parts, most));
        }
    }
}
