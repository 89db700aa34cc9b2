package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.InvalidInput;

/** Single messages: put in line with everything that is decided about them, and read with everything known of them. */
@ApplicationScoped
public class Messages {

    private static final Duration USUAL_LIFE = Duration.ofDays(2);

    /** Those about protected people are for administrators alone (rule 5). */
    private static final NamedSql FIND = NamedSql.of("""
            select m.* from message m join organization_closure c on c.descendant_id = m.organization_id
            join person p on p.id = m.person_id
            where c.ancestor_id = :organization and m.id = :id and (p.restricted_at is null or :administrator)""");

    /** The latest: whoever looks wants to know how it ended, not how it began. */
    private static final NamedSql EVENTS = NamedSql.of("""
            select * from (select * from message_event where message_id = :id order by id desc limit 200) latest order by id""");

    private final Sql sql;
    private final Lanes lanes;
    private final SmsSenders senders;
    private final MessagingSettings settings;
    private final MessageInsertion insertion;
    private final TextRules texts;
    private final Carriers carriers;
    private final Simulation simulation;
    private final Access access;
    private final Clock clock;

    Messages(
            Sql sql,
            Lanes lanes,
            SmsSenders senders,
            MessagingSettings settings,
            MessageInsertion insertion,
            TextRules texts,
            Carriers carriers,
            Simulation simulation,
            Access access,
            Clock clock) {
        this.sql = sql;
        this.lanes = lanes;
        this.senders = senders;
        this.settings = settings;
        this.insertion = insertion;
        this.texts = texts;
        this.carriers = carriers;
        this.simulation = simulation;
        this.access = access;
        this.clock = clock;
    }

    /** Puts one message in line, or writes down why it is not to be sent. */
    long add(NewMessage wanted) {
        return add(wanted, "SINGLE", null);
    }

    /** The same for what comes from elsewhere; {@code message.source} knows from where. */
    long add(NewMessage wanted, String source) {
        return add(wanted, source, null);
    }

    /**
     * The same to that one of the person's numbers from which they wrote.
     *
     * @param to a number of theirs that is sent SMS; any other counts for nothing
     */
    public long answer(NewMessage wanted, @Nullable String to) {
        return add(wanted, "SINGLE", to);
    }

    /** What a feature sends for reasons of its own was checked when its words were chosen. */
    private long add(NewMessage wanted, String source, @Nullable String to) {
        var now = clock.instant();
        var purpose = purpose(wanted);
        carriers.require(wanted.channel());
        if (!LastLooks.FROM_FEATURES.contains(source)) {
            texts.personal(new TextRules.Written(
                    wanted.channel(), wanted.senderId(), wanted.text(), wanted.subject(), wanted.personId()));
        }
        var rules = settings.of(access.organizationId());
        var when = when(wanted, purpose, rules, now);
        return insertion
                .add(new MessageInsertion.Entry(
                        rules,
                        access.rootId(),
                        access.actor().toString(),
                        access.administrator(),
                        lane(wanted, now),
                        source,
                        null,
                        purpose,
                        wanted,
                        to,
                        when.from(),
                        when.until()))
                .orElseThrow(() -> new InvalidInput("personId", "there is no person " + wanted.personId() + " here"))
                .id();
    }

    private static Purpose purpose(NewMessage wanted) {
        if (wanted.purpose() == Purpose.CALL) {
            throw new InvalidInput("purpose", "must be NOTICE, REMINDER, REQUESTED, WELCOME or INFORMATION");
        }
        return wanted.purpose() == null ? Purpose.INFORMATION : wanted.purpose();
    }

    /** In the path's organization or one below it. */
    public Optional<MessageView> find(long id) {
        var events = sql.list(EVENTS, Map.of("id", id), Messages::event);
        return sql.first(
                FIND,
                Map.of("organization", access.organizationId(), "id", id, "administrator", access.administrator()),
                row -> view(row, events));
    }

    private record When(Instant from, Instant until) {}

    /** A message that finds no room outside the quiet hours before its time is over is refused, not silently expired. */
    private static When when(NewMessage wanted, Purpose purpose, SendingRules rules, Instant now) {
        var until = wanted.notAfter() == null ? now.plus(USUAL_LIFE) : wanted.notAfter();
        var from = bound(wanted.channel(), purpose) ? rules.quiet().soonest(now) : now;
        if (!until.isAfter(now)) {
            throw new InvalidInput("notAfter", "has passed; choose a later time");
        }
        SendTimes.requireNotFar("notAfter", until, now);
        if (!from.isBefore(until)) {
            throw new InvalidInput("notAfter", "lies within the quiet hours; choose a time after " + from);
        }
        return new When(from, until);
    }

    private static boolean bound(Channel channel, Purpose purpose) {
        return channel == Channel.SMS && purpose.isBoundBy(Purpose.Rule.QUIET_HOURS);
    }

    private long lane(NewMessage wanted, Instant now) {
        return lanes.at(
                new Lanes.Place(access.organizationId(), wanted.channel(), sender(wanted), Lanes.URGENT, null), now);
    }

    private @Nullable Long sender(NewMessage wanted) {
        return switch (wanted.channel()) {
            case EMAIL -> null;
            case CALL -> throw new InvalidInput("channel", "must be SMS or EMAIL");
            case SMS ->
                senders.usable(access.organizationId(), wanted.senderId())
                        .orElseThrow(() -> new InvalidInput("senderId", "there is no such sender here; add one first"))
                        .id();
        };
    }

    private MessageView view(Row row, List<MessageView.Event> events) {
        var sent = row.textOrNull("text");
        var channel = Channel.valueOf(row.text("channel"));
        var gateway = row.textOrNull("gateway");
        return new MessageView(
                row.number("id"),
                row.number("person_id"),
                channel,
                Purpose.valueOf(row.text("purpose")),
                MessageState.valueOf(row.text("state")),
                row.textOrNull("reason"),
                row.textOrNull("code"),
                row.textOrNull("address"),
                row.textOrNull("sent_subject") == null ? row.textOrNull("subject") : row.textOrNull("sent_subject"),
                sent == null ? row.textOrNull("template") : HiddenLinks.in(sent),
                row.instant("not_before"),
                row.instant("not_after"),
                row.instant("created_at"),
                row.numberOrNull("replaced_by"),
                gateway == null ? simulation.of(channel) : simulation.of(gateway),
                events);
    }

    private static MessageView.Event event(Row row) {
        return new MessageView.Event(
                row.instant("at"),
                row.count("attempt"),
                row.text("source"),
                row.text("status"),
                row.textOrNull("code"),
                row.decimalOrNull("price"),
                row.textOrNull("currency"));
    }
}
