package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.preferences.PersonalLinks;
import se.ringstuga.surveys.SentLinks;

/**
 * Takes what is due out of one lane: in a transaction of its own, committed before anybody outside is called. The policy is
 * asked once more in it, so that nothing goes out after a no that was there before.
 */
@ApplicationScoped
class MessageClaims {

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
        var allowance = turns.allowance(lane, now);
        var most = Math.min(Math.min(room.getOrDefault(lane.channel(), 0), config.batch()), allowance.messages());
        var going = most == 0 ? List.<Attempt>of() : begun(lane, most, allowance.address(), now);
        turns.spend(lane, allowance, going.size(), now);
        turns.served(lane, allowance, going.size(), now);
        return new Taken(true, going);
    }

    private List<Attempt> begun(LaneTurns.Lane lane, int most, @Nullable String sender, Instant now) {
        var rules = settings.of(lane.organizationId());
        var allowed = allowed(pick(lane, rules, most, now), lane, rules, sender);
        var going = costs.affordable(allowed, rules.budget());
        if (!going.isEmpty()) {
            costs.begin(going, rules.budget(), now, now.plus(config.lease()));
        }
        return going.stream().map(ClaimedCosts.Priced::attempt).toList();
    }

    private List<Picked> pick(LaneTurns.Lane lane, SendingRules rules, int most, Instant now) {
        var parameters = new HashMap<>(policy.parameters(rules.circumstances(lane.rootId(), now)));
        parameters.put("lane", lane.id());
        parameters.put("now", now);
        parameters.put("tomorrow", now.plus(A_DAY));
        parameters.put("most", most);
        return sql.list(
                sql.statement(ClaimedMessageSql.pick(lane.channel())),
                parameters,
                row -> Picked.of(row, links, surveys));
    }

    /** Ends the others, with the reason. */
    private List<ClaimedCosts.Priced> allowed(
            List<Picked> picked, LaneTurns.Lane lane, SendingRules rules, @Nullable String sender) {
        var now = clock.instant();
        var ended = new EndedRows();
        var going = new ArrayList<ClaimedCosts.Priced>();
        var head = lane.channel() == Channel.EMAIL ? letters.head(lane.organizationId()) : null;
        for (var message : picked) {
            if (!message.until().isAfter(now)) {
                ended.add(message.id(), MessageState.EXPIRED, null);
            } else if (message.refusal() != null) {
                ended.add(message.id(), MessageState.SKIPPED, message.refusal());
            } else {
                going.add(ClaimedCosts.Priced.of(
                        head == null ? sms(message, sender) : email(message, head),
                        rules.tariff(),
                        message.paid(),
                        message.anyway()));
            }
        }
        ended.write(sql, now);
        return going;
    }

    private Attempt sms(Picked message, @Nullable String sender) {
        var draft = new Wording.Draft(Channel.SMS, sender, message.template(), null, null);
        var worded = wording.of(draft, message.fields());
        return new Attempt(
                message.id(),
                message.attempt() + 1,
                Channel.SMS,
                sender,
                message.address(),
                null,
                worded.text(),
                null,
                message.until());
    }

    private Attempt email(Picked message, Letters.Head head) {
        var draft = new Wording.Draft(Channel.EMAIL, null, message.template(), message.subject(), null);
        var worded = wording.of(draft, message.fields());
        var letter = letters.letter(head, message.purpose(), worded.text(), message.links());
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

    /** A locked message. */
    private record Picked(
            long id,
            int attempt,
            String address,
            String template,
            @Nullable String subject,
            Instant until,
            @Nullable String refusal,
            boolean paid,
            boolean anyway,
            Purpose purpose,
            Letters.Links links,
            Map<String, String> fields) {

        static Picked of(Row row, PersonalLinks personal, SentLinks surveys) {
            var person = row.number("person_id");
            var page = personal.preferences(person);
            var fields = MessageFields.of(row, page);
            var survey = row.numberOrNull("survey_link");
            if (survey != null) {
                fields.put(MessageFields.SURVEY_LINK, surveys.address(survey));
            }
            return new Picked(
                    row.number("id"),
                    row.count("attempt"),
                    row.text("address"),
                    row.text("template"),
                    row.textOrNull("subject"),
                    row.instant("not_after"),
                    row.textOrNull("refusal"),
                    row.is("paid"),
                    row.is("anyway"),
                    Purpose.valueOf(row.text("purpose")),
                    new Letters.Links(page, personal.oneClick(person)),
                    fields);
        }
    }
}
