package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.contact.Channel;
import se.ringstuga.events.EventLinks;
import se.ringstuga.messaging.PersonalMessages;
import se.ringstuga.messaging.PersonalMessages.By;
import se.ringstuga.messaging.ScheduledTexts;

/** What somebody invented would get by a rule that is being written, of an event that is invented too. */
@ApplicationScoped
class RulePreviews {

    private final RuleChecks checks;
    private final PersonalMessages messages;
    private final ScheduledTexts texts;
    private final EventLinks links;
    private final Access access;
    private final Clock clock;

    RulePreviews(
            RuleChecks checks,
            PersonalMessages messages,
            ScheduledTexts texts,
            EventLinks links,
            Access access,
            Clock clock) {
        this.checks = checks;
        this.messages = messages;
        this.texts = texts;
        this.links = links;
        this.access = access;
        this.clock = clock;
    }

    /** @param sms null for what goes by e-mail alone, as the others are for what goes by SMS alone */
    record Look(
            @Nullable String sms,
            @Nullable String subject,
            @Nullable String email) {}

    /** @throws se.ringstuga.http.InvalidInput for what could not be sent */
    Look of(NewReminderRule wanted) {
        var organization = access.organizationId();
        var rule = specimen(wanted, organization);
        var words = Promotion.words(rule, messages.canBeAnswered(organization));
        var fields = EventTexts.invented(links.specimen());
        return new Look(
                rule.channel() == By.EMAIL ? null : shown(Channel.SMS, words.sms(), fields),
                rule.channel() == By.SMS ? null : shown(Channel.EMAIL, words.subject(), fields),
                rule.channel() == By.SMS ? null : shown(Channel.EMAIL, words.email(), fields));
    }

    private ReminderRule specimen(NewReminderRule wanted, long organization) {
        return new ReminderRule(
                0,
                organization,
                wanted.kindId(),
                null,
                null,
                wanted.title(),
                wanted.occasion(),
                wanted.meant(),
                wanted.segmentId(),
                wanted.timing(),
                wanted.useful(),
                wanted.by(),
                checks.checked(organization, wanted),
                wanted.asking(),
                new ReminderRule.Texts(
                        Objects.requireNonNullElse(wanted.smsText(), ""),
                        Objects.requireNonNullElse(wanted.subject(), ""),
                        Objects.requireNonNullElse(wanted.emailText(), "")),
                null,
                clock.instant(),
                access.actor().toString(),
                0);
    }

    private String shown(Channel channel, String text, Map<String, String> fields) {
        return texts.shown(
                channel, new ScheduledTexts.Written(access.organizationId(), "text", text, EventTexts.KNOWN, fields));
    }
}
