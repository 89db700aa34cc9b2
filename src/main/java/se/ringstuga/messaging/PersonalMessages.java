package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.contact.Purpose;
import se.ringstuga.contact.QuietHours;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/**
 * Puts many messages in line at once, each to one person on the first channel that is allowed, for features that send for
 * reasons of their own. Which people the organization may know is their business; whether a person may be written to is
 * decided here and again when the message leaves.
 */
@ApplicationScoped
public class PersonalMessages {

    private static final NamedSql ROOT = NamedSql.of("select root_id from organization where id = :organization");

    private final Sql sql;
    private final Lanes lanes;
    private final SmsSenders senders;
    private final MessagingSettings settings;
    private final MessagePolicy policy;
    private final Carriers carriers;
    private final Clock clock;

    PersonalMessages(
            Sql sql,
            Lanes lanes,
            SmsSenders senders,
            MessagingSettings settings,
            MessagePolicy policy,
            Carriers carriers,
            Clock clock) {
        this.sql = sql;
        this.lanes = lanes;
        this.senders = senders;
        this.settings = settings;
        this.policy = policy;
        this.carriers = carriers;
        this.clock = clock;
    }

    /**
     * Who sends.
     *
     * @param source {@code message.source}; its {@link LastLook} is asked before they leave
     * @param bulk after everything that is for one person or in time for something
     */
    public record From(long organizationId, String source, boolean bulk) {}

    /** Which channel a message may take. */
    public enum By {
        /** The one that the person has asked for, else SMS, else e-mail; never both (rule 31). */
        FIRST_ALLOWED,
        SMS,
        EMAIL
    }

    /**
     * What is said, as templates.
     *
     * @param subject of the e-mail
     * @param actor who wrote them, for {@code {avsändare}}
     */
    public record Words(String sms, String subject, String email, String actor) {}

    /**
     * One message to one person.
     *
     * @param sourceId what asks for it; with {@code occurrence}, person and channel there is one such message and no other
     * @param notBefore an SMS that is bound by the quiet hours leaves in the morning after them at the earliest
     * @param beyondBudget it goes when nothing is left to pay for it (rule 23)
     */
    public record Wanted(
            long personId,
            long sourceId,
            String occurrence,
            Purpose purpose,
            By by,
            Words words,
            Instant notBefore,
            Instant notAfter,
            boolean beyondBudget) {}

    /** What came of one of them. */
    public sealed interface Put {

        long sourceId();

        long personId();

        record InLine(long sourceId, long personId, long messageId, Channel channel) implements Put {}

        /** There was such a message already. */
        record AlreadyThere(long sourceId, long personId) implements Put {}

        /** By no channel, and why by each: the name of a {@link Reason}; null for one that was not wanted. */
        record Refused(
                long sourceId,
                long personId,
                @Nullable String sms,
                @Nullable String email) implements Put {}
    }

    /**
     * In the caller's transaction and in a few statements, however many there are. Takes the organization's lanes: whoever calls
     * holds no lock that the sending of a message may wait for, an event's least of all.
     *
     * @return one for each, in no order; none for a person who does not exist any more
     */
    public List<Put> put(From from, List<Wanted> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        var lines = lines(from);
        var put = sql.list(PersonalMessageSql.PUT, parameters(from, lines, wanted), PersonalMessages::result);
        var first =
                wanted.stream().map(Wanted::notBefore).min(Instant::compareTo).orElseThrow();
        for (var line : lines.entrySet()) {
            if (put.stream().anyMatch(one -> one instanceof Put.InLine in && in.channel() == line.getKey())) {
                lanes.expect(line.getValue(), first);
            }
        }
        return put;
    }

    /**
     * Takes messages out of the line before they leave, with the reason; whoever is just taking one to send it asks the
     * {@link LastLook} instead.
     *
     * @param reasons by {@code source_id}
     * @return the {@code source_id} of those that were still waiting
     */
    public List<Long> takeBack(String source, Map<Long, Reason> reasons) {
        if (reasons.isEmpty()) {
            return List.of();
        }
        var ids = List.copyOf(reasons.keySet());
        return sql.list(
                PersonalMessageSql.TAKE_BACK,
                Map.of(
                        "source",
                        source,
                        "ids",
                        ids,
                        "reasons",
                        each(ids, id -> String.valueOf(reasons.get(id))),
                        "now",
                        clock.instant()),
                row -> row.number("source_id"));
    }

    /** What of an organization's waits in line for this source, by {@code source_id}. */
    public List<Long> inLine(long organizationId, String source) {
        return sql.list(
                PersonalMessageSql.IN_LINE,
                Map.of("organization", organizationId, "source", source),
                row -> row.number("source_id"));
    }

    /** Gives what waits in line as much more time to leave: for as long it was kept from leaving. */
    public void prolong(String source, List<Long> sourceIds, Duration by) {
        if (!sourceIds.isEmpty()) {
            sql.update(
                    PersonalMessageSql.PROLONG,
                    Map.of("source", source, "ids", sourceIds, "by", by.toSeconds() + " seconds"));
        }
    }

    /** When nobody is woken by what the organization sends. */
    public QuietHours quietHours(long organizationId) {
        return settings.of(organizationId).quiet();
    }

    /** Whether whoever gets an SMS of the organization can answer it. */
    public boolean canBeAnswered(long organizationId) {
        return senders.usable(organizationId, null)
                .filter(SmsSender::canBeAnswered)
                .isPresent();
    }

    /** The lanes of the channels that the organization sends by at all, in the order in which they are locked. */
    private Map<Channel, Long> lines(From from) {
        var now = clock.instant();
        var urgency = from.bulk() ? Lanes.BULK : Lanes.URGENT;
        var lines = new LinkedHashMap<Channel, Long>();
        if (carriers.carries(Channel.SMS)) {
            senders.usable(from.organizationId(), null)
                    .map(sender -> new Lanes.Place(from.organizationId(), Channel.SMS, sender.id(), urgency, null))
                    .ifPresent(place -> lines.put(Channel.SMS, lanes.at(place, now)));
        }
        if (carriers.carries(Channel.EMAIL)) {
            var place = new Lanes.Place(from.organizationId(), Channel.EMAIL, null, urgency, null);
            lines.put(Channel.EMAIL, lanes.at(place, now));
        }
        return lines;
    }

    private Map<String, Object> parameters(From from, Map<Channel, Long> lines, List<Wanted> wanted) {
        var now = clock.instant();
        var rules = settings.of(from.organizationId());
        var root = sql.first(ROOT, Map.of("organization", from.organizationId()), row -> row.number("root_id"))
                .orElseThrow();
        var parameters = new HashMap<>(policy.parameters(rules.circumstances(root, now)));
        parameters.put("organization", from.organizationId());
        parameters.put("source", from.source());
        parameters.put("sms_lane", lines.get(Channel.SMS));
        parameters.put("email_lane", lines.get(Channel.EMAIL));
        parameters.put("now", now);
        var words =
                new ArrayList<>(wanted.stream().map(Wanted::words).distinct().toList());
        parameters.put("sms_texts", each(words, Words::sms));
        parameters.put("subjects", each(words, Words::subject));
        parameters.put("email_texts", each(words, Words::email));
        parameters.put("actors", each(words, Words::actor));
        var places = new HashMap<Words, Long>();
        words.forEach(one -> places.put(one, (long) places.size() + 1));
        parameters.put("words", each(wanted, one -> places.get(one.words())));
        parameters.put("people", each(wanted, Wanted::personId));
        parameters.put("source_ids", each(wanted, Wanted::sourceId));
        parameters.put("occurrences", each(wanted, Wanted::occurrence));
        parameters.put("purposes", each(wanted, one -> one.purpose().name()));
        parameters.put("bys", each(wanted, one -> one.by().name()));
        parameters.put("froms", each(wanted, one -> one.notBefore().toString()));
        parameters.put("sms_froms", each(wanted, one -> smsFrom(one, rules, now).toString()));
        parameters.put("untils", each(wanted, one -> one.notAfter().toString()));
        parameters.put("anyways", each(wanted, one -> String.valueOf(one.beyondBudget())));
        return parameters;
    }

    private static <T, V> List<V> each(List<T> all, Function<T, V> value) {
        return all.stream().map(value).toList();
    }

    private static Instant smsFrom(Wanted wanted, SendingRules rules, Instant now) {
        var from = wanted.notBefore().isAfter(now) ? wanted.notBefore() : now;
        return wanted.purpose().isBoundBy(Purpose.Rule.QUIET_HOURS)
                ? rules.quiet().soonest(from)
                : from;
    }

    private static Put result(Row row) {
        var source = row.number("source_id");
        var person = row.number("person_id");
        var message = row.numberOrNull("message_id");
        if (message != null) {
            return new Put.InLine(source, person, message, Channel.valueOf(row.text("chosen")));
        }
        return row.textOrNull("chosen") == null
                ? new Put.Refused(source, person, row.textOrNull("sms_refusal"), row.textOrNull("email_refusal"))
                : new Put.AlreadyThere(source, person);
    }
}
