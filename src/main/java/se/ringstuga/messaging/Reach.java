package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.contact.Purpose;
import se.ringstuga.http.Language;
import se.ringstuga.messaging.PersonalMessages.By;

/**
 * Whom a message that {@link PersonalMessages} would put in line would be put in line for, before there is any: the same policy
 * decides again then, and once more when it leaves.
 */
@ApplicationScoped
public class Reach {

    /** Of two reasons the one that says more than that there is no address. */
    private static final String BY_NONE = """
            (select case when by_sms.refusal is not null and by_email.refusal is not null
                         then coalesce(nullif(by_sms.refusal, 'NO_ADDRESS'), by_email.refusal) end
             from (select {sms} as refusal) by_sms, (select {email} as refusal) by_email)""";

    private final SmsSenders senders;
    private final MessagingSettings settings;
    private final MessagePolicy policy;
    private final Carriers carriers;
    private final Clock clock;

    Reach(SmsSenders senders, MessagingSettings settings, MessagePolicy policy, Carriers carriers, Clock clock) {
        this.senders = senders;
        this.settings = settings;
        this.policy = policy;
        this.carriers = carriers;
        this.clock = clock;
    }

    /** What would be sent, and by whom. */
    public record Question(long organizationId, long rootId, Purpose purpose, By by) {}

    /**
     * The policy's answer as SQL over the alias {@code p} (table person).
     *
     * @param refusal null for whoever would get it, otherwise the name of a {@link Reason}
     */
    public record Verdict(String refusal, Map<String, Object> parameters) {

        /** Where nothing is sent, nobody is refused anything. */
        public static final Verdict NOTHING = new Verdict("cast(null as text)", Map.of());

        public Verdict {
            parameters = Map.copyOf(parameters);
        }
    }

    public Verdict of(Question question) {
        var now = settings.of(question.organizationId()).circumstances(question.rootId(), clock.instant());
        var sms = refusal(Channel.SMS, question);
        var email = refusal(Channel.EMAIL, question);
        return new Verdict(
                switch (question.by()) {
                    case SMS -> sms;
                    case EMAIL -> email;
                    case FIRST_ALLOWED -> BY_NONE.replace("{sms}", sms).replace("{email}", email);
                },
                policy.parameters(now));
    }

    private String refusal(Channel channel, Question question) {
        var carried = carriers.carries(channel)
                && (channel != Channel.SMS
                        || senders.usable(question.organizationId(), null).isPresent());
        return carried ? MessagePolicy.refusal(channel, question.purpose()) : "cast('NO_CARRIER' as text)";
    }

    /** A reason, to stand after the number of people whom it keeps from it: "saknar mobilnummer". */
    public static String why(String reason, By by, Language language) {
        return switch (by) {
            case SMS -> MessageWords.why(reason, Channel.SMS, language);
            case EMAIL -> MessageWords.why(reason, Channel.EMAIL, language);
            case FIRST_ALLOWED -> MessageWords.whyByNone(reason, language);
        };
    }
}
