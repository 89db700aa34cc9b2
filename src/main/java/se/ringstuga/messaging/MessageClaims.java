package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.database.Sql;
import se.ringstuga.preferences.PersonalLinks;
import se.ringstuga.surveys.SentLinks;

/**
 * Takes what is due out of one lane: in a transaction of its own, committed before anybody outside is called. The policy is
 * asked once more in it, so that nothing goes out after a no that was there before.
 */
@ApplicationScoped
class MessageClaims {

    private static final Logger LOG = Logger.getLogger(MessageClaims.class);
    private static final Duration A_DAY = Duration.ofHours(24);

    private final Sql sql;
    private final LaneTurns turns;
    private final MessagePolicy policy;
    private final MessagingSettings settings;
    private final Wording wording;
    private final Letters letters;
    private final PersonalLinks links;
    private final SentLinks surveys;
    private final ClaimedCosts costs;
    private final PutOff putOff;
    private final LastLooks looks;
    private final NoticeByEmail notices;
    private final NextReaders readers;
    private final MessagingConfig config;
    private final Clock clock;

    MessageClaims(
            Sql sql,
            LaneTurns turns,
            MessagePolicy policy,
            MessagingSettings settings,
            Wording wording,
            Letters letters,
            PersonalLinks links,
            SentLinks surveys,
            ClaimedCosts costs,
            PutOff putOff,
            LastLooks looks,
            NoticeByEmail notices,
            NextReaders readers,
            MessagingConfig config,
            Clock clock) {
        this.sql = sql;
        this.turns = turns;
        this.policy = policy;
        this.settings = settings;
        this.wording = wording;
        this.letters = letters;
        this.links = links;
        this.surveys = surveys;
        this.costs = costs;
        this.putOff = putOff;
        this.looks = looks;
        this.notices = notices;
        this.readers = readers;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What was taken.
     *
     * @param any false when no lane had anything due: then there is nothing more to do for now
     */
    record Taken(boolean any, List<Attempt> attempts) {

        private static final Taken NOTHING = new Taken(false, List.of());
        private static final Taken IN_OTHER_HANDS = new Taken(true, List.of());
    }

    /** @param room how many may be taken at most, of whatever channel */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Taken take(int room) {
        return take(Map.of(Channel.SMS, room, Channel.EMAIL, room));
    }

    /** @param room how many may be taken at most of each channel; nothing of those that are missing */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Taken take(Map<Channel, Integer> room) {
        var now = clock.instant();
        var lane = turns.next(room.keySet(), now).orElse(null);
        if (lane == null) {
            return turns.waiting(room.keySet(), now) ? Taken.IN_OTHER_HANDS : Taken.NOTHING;
        }
        var rules = settings.of(lane.organizationId());
        var hours = SmsHours.at(rules.quiet(), now);
        return putOff.whileClosed(lane, now) || putOff.untilMorning(lane, hours)
                ? Taken.IN_OTHER_HANDS
                : taken(lane, rules, hours, room);
    }

    private Taken taken(LaneTurns.Lane lane, SendingRules rules, SmsHours hours, Map<Channel, Integer> room) {
        var now = hours.moment();
        var allowance = turns.allowance(lane, now);
        var most = Math.min(Math.min(room.getOrDefault(lane.channel(), 0), config.batch()), allowance.messages());
        var going = most == 0 ? List.<Attempt>of() : begun(new Turn(lane, rules, hours, allowance.address()), most);
        turns.spend(lane, allowance, going.size(), now);
        turns.served(lane, allowance, going.size(), now);
        return new Taken(true, going);
    }

    /** @param sender an SMS's */
    private record Turn(
            LaneTurns.Lane lane,
            SendingRules rules,
            SmsHours hours,
            @Nullable String sender) {}

    private List<Attempt> begun(Turn turn, int most) {
        var now = turn.hours().moment();
        var meant = looks.of(pick(turn, most), now);
        var going = costs.affordable(allowed(meant, turn), turn.rules().budget());
        if (!going.isEmpty()) {
            costs.begin(going, turn.rules().budget(), now, now.plus(config.lease()));
        }
        return going.stream().map(ClaimedCosts.Priced::attempt).toList();
    }

    private List<PickedMessage> pick(Turn turn, int most) {
        var lane = turn.lane();
        var now = turn.hours().moment();
        var open = lane.channel() == Channel.EMAIL || turn.hours().open();
        var held = sql.list(
                sql.statement(ClaimedMessageSql.hold(lane.channel())),
                Map.of("lane", lane.id(), "now", now, "open", open, "most", most),
                row -> row.number("id"));
        if (held.isEmpty()) {
            return List.of();
        }
        var parameters = new HashMap<>(policy.parameters(turn.rules().circumstances(lane.rootId(), now)));
        parameters.put("ids", held);
        parameters.put("now", now);
        parameters.put("tomorrow", now.plus(A_DAY));
        parameters.put("lately", now.minus(PutOff.APART));
        parameters.put("bulk", lane.bulk());
        return sql.list(
                sql.statement(ClaimedMessageSql.pick(lane.channel())),
                parameters,
                row -> PickedMessage.of(row, lane.channel(), links, surveys));
    }

    /** Ends or puts off the others, with the reason. */
    private List<ClaimedCosts.Priced> allowed(List<PickedMessage> picked, Turn turn) {
        var now = turn.hours().moment();
        var ended = new EndedRows();
        var tooClose = new ArrayList<PutOff.TooClose>();
        var going = new ArrayList<PickedMessage>();
        var company = new PickedMessage.Company();
        for (var message : picked) {
            if (message.cancelled()) {
                ended.add(message.id(), MessageState.CANCELLED, null);
            } else if (!inTime(message, turn)) {
                ended.add(message.id(), MessageState.EXPIRED, null);
            } else if (message.refusal() != null) {
                ended.add(message.id(), MessageState.SKIPPED, message.refusal());
            } else if (message.closeTo() != null) {
                tooClose.add(new PutOff.TooClose(message.id(), message.closeTo()));
            } else if (company.leavesRoomFor(message)) {
                company.add(message);
                going.add(message);
            }
        }
        ended.write(sql, now);
        notices.insteadOf(
                turn.lane(),
                ended.skipped(),
                turn.rules().circumstances(turn.lane().rootId(), now));
        readers.insteadOf(turn.lane(), ended.skipped());
        putOff.apart(tooClose, now);
        return worded(going, turn);
    }

    private static boolean inTime(PickedMessage message, Turn turn) {
        return turn.lane().channel() == Channel.SMS
                ? turn.hours().inTime(message.until())
                : message.until().isAfter(turn.hours().moment());
    }

    private List<ClaimedCosts.Priced> worded(List<PickedMessage> going, Turn turn) {
        var lane = turn.lane();
        var head = lane.channel() == Channel.EMAIL && !going.isEmpty() ? letters.head(lane.organizationId()) : null;
        var worded = new ArrayList<ClaimedCosts.Priced>();
        var failed = new ArrayList<Long>();
        for (var message : going) {
            try {
                worded.add(ClaimedCosts.Priced.of(
                        head == null ? sms(message, turn) : email(message, head),
                        turn.rules().tariff(),
                        message.paid(),
                        message.anyway()));
            } catch (RuntimeException | StackOverflowError mistake) {
                LOG.errorf(mistake, "Message %d cannot be put into words", message.id());
                failed.add(message.id());
            }
        }
        if (!failed.isEmpty()) {
            sql.update(
                    ClaimedMessageSql.NOT_WORDED,
                    Map.of("ids", failed, "now", turn.hours().moment()));
        }
        return worded;
    }

    private Attempt sms(PickedMessage message, Turn turn) {
        var draft = new Wording.Draft(Channel.SMS, turn.sender(), message.template(), null, null);
        var worded = wording.of(draft, message.fields());
        return new Attempt(
                message.id(),
                message.attempt() + 1,
                Channel.SMS,
                turn.sender(),
                message.address(),
                null,
                worded.text(),
                null,
                turn.hours().until(message.purpose(), message.until()));
    }

    private Attempt email(PickedMessage message, Letters.Head head) {
        var draft = new Wording.Draft(Channel.EMAIL, null, message.template(), message.subject(), null);
        var worded = wording.of(draft, message.fields());
        var letter = letters.letter(head, message.purpose(), worded.text(), message.reader());
        return new Attempt(
                message.id(),
                message.attempt() + 1,
                Channel.EMAIL,
                null,
                message.address(),
                worded.subject(),
                letter.text(),
                letter,
                message.until());
    }
}
