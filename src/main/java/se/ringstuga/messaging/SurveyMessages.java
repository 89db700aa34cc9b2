package se.ringstuga.messaging;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/**
 * Surveys that people asked for in a call (rule 14): the organization's words with the person's own link, which is put into
 * them when the message leaves and is seen by nobody else.
 */
@ApplicationScoped
public class SurveyMessages {

    /** {@code message.source}, and then {@code source_id} is the link's number. */
    static final String SOURCE = "SURVEY";

    private static final Duration LIFE = Duration.ofDays(2);
    private static final String SUBJECT = "Enkäten vi pratade om";

    private static final NamedSql ROOT = NamedSql.of("select root_id from organization where id = :organization");

    private static final NamedSql REACHED_BY =
            NamedSql.of("""
            select {sms_address} is not null and {sms_refusal} is null as sms,
                   {email_address} is not null and {email_refusal} is null as email
            from person p where p.id = :person""".replace("{sms_address}", MessagePolicy.address(Channel.SMS))
                    .replace("{email_address}", MessagePolicy.address(Channel.EMAIL))
                    .replace("{sms_refusal}", MessagePolicy.refusal(Channel.SMS, Purpose.REQUESTED))
                    .replace("{email_refusal}", MessagePolicy.refusal(Channel.EMAIL, Purpose.REQUESTED)));

    private final Sql sql;
    private final MessageInsertion insertion;
    private final Lanes lanes;
    private final SmsSenders senders;
    private final MessagingSettings settings;
    private final MessagePolicy policy;
    private final Carriers carriers;
    private final Clock clock;

    SurveyMessages(
            Sql sql,
            MessageInsertion insertion,
            Lanes lanes,
            SmsSenders senders,
            MessagingSettings settings,
            MessagePolicy policy,
            Carriers carriers,
            Clock clock) {
        this.sql = sql;
        this.insertion = insertion;
        this.lanes = lanes;
        this.senders = senders;
        this.settings = settings;
        this.policy = policy;
        this.carriers = carriers;
        this.clock = clock;
    }

    /** Who sends, and on whose word. */
    public record From(long organizationId, long rootId, String actor) {}

    /**
     * One survey to one person.
     *
     * @param linkId of {@link se.ringstuga.surveys.SentLinks}
     * @param notBefore until then it can be taken back
     */
    public record Wanted(long personId, Channel channel, long linkId, Instant notBefore) {}

    /** What came of it. */
    public sealed interface Put {

        record InLine(long messageId) implements Put {}

        /** The policy says no; the message is there, with the reason. */
        record Skipped(String reason) implements Put {}

        /** Whoever asked for it is told, and takes back what else was written. */
        record Impossible(String why) implements Put {}
    }

    /** Puts it in line, at whatever hour; call it in the report's own transaction. */
    public Put add(From from, Wanted wanted) {
        var channel = wanted.channel();
        if (!carriers.carries(channel)) {
            return new Put.Impossible("nobody here carries " + channel + "; choose another channel or leave it out");
        }
        var sender = channel == Channel.SMS
                ? senders.usable(from.organizationId(), null).map(SmsSender::id).orElse(null)
                : null;
        if (channel == Channel.SMS && sender == null) {
            return new Put.Impossible("there is no sender of SMS here; choose another channel or leave it out");
        }
        return insertion
                .add(entry(from, wanted, sender))
                .<Put>map(added -> put(added, channel))
                .orElseGet(() -> new Put.Impossible("the person is not in the register any more; leave it out"));
    }

    private MessageInsertion.Entry entry(From from, Wanted wanted, @Nullable Long sender) {
        var now = clock.instant();
        var channel = wanted.channel();
        var chosen = settings.chosen(from.organizationId()).effective();
        var lane = lanes.at(new Lanes.Place(from.organizationId(), channel, sender, Lanes.URGENT, null), now);
        var message = new NewMessage(
                wanted.personId(),
                channel,
                Purpose.REQUESTED,
                requireNonNull(chosen.surveyText()),
                channel == Channel.EMAIL ? SUBJECT : null,
                sender,
                null,
                null);
        return new MessageInsertion.Entry(
                settings.of(from.organizationId()),
                from.rootId(),
                from.actor(),
                false,
                lane,
                SOURCE,
                wanted.linkId(),
                Purpose.REQUESTED,
                message,
                null,
                wanted.notBefore(),
                wanted.notBefore().plus(LIFE));
    }

    private static Put put(MessageInsertion.Added added, Channel channel) {
        var reason = added.refusal();
        if (reason == null) {
            return new Put.InLine(added.id());
        }
        return reason.equals(MessagePolicy.Refusal.NO_ADDRESS.name())
                ? new Put.Impossible(
                        channel == Channel.SMS
                                ? "the person has no mobile number that can be used; leave it out"
                                : "the person has no e-mail address that can be used; leave it out")
                : new Put.Skipped(reason);
    }

    /** Says whether it was still in line. */
    public boolean cancel(From from, long messageId) {
        var parameters = Map.of(
                "organization", from.organizationId(), "id", messageId, "actor", from.actor(), "now", clock.instant());
        return sql.update(CancelledMessages.CANCEL, parameters) == 1;
    }

    /** By which channels the organization sends at all. */
    @Transactional
    public Set<Channel> channels(long organizationId) {
        var channels = EnumSet.noneOf(Channel.class);
        if (carriers.carries(Channel.SMS)
                && senders.usable(organizationId, null).isPresent()) {
            channels.add(Channel.SMS);
        }
        if (carriers.carries(Channel.EMAIL)) {
            channels.add(Channel.EMAIL);
        }
        return channels;
    }

    /** By which of them the person can be sent what they ask for now. */
    @Transactional
    public Set<Channel> channels(long organizationId, long personId) {
        var root = sql.first(ROOT, Map.of("organization", organizationId), row -> row.number("root_id"))
                .orElseThrow();
        var circumstances = settings.of(organizationId).circumstances(root, clock.instant());
        var parameters = new HashMap<>(policy.parameters(circumstances));
        parameters.put("person", personId);
        var channels = EnumSet.noneOf(Channel.class);
        sql.first(REACHED_BY, parameters, row -> Map.of(Channel.SMS, row.is("sms"), Channel.EMAIL, row.is("email")))
                .ifPresent(by -> by.forEach((channel, reached) -> {
                    if (reached) {
                        channels.add(channel);
                    }
                }));
        channels.retainAll(channels(organizationId));
        return channels;
    }
}
