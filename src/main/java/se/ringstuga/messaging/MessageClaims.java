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
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

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
    private final ClaimedCosts costs;
    private final MessagingConfig config;
    private final Clock clock;

    MessageClaims(
            Sql sql,
            LaneTurns turns,
            MessagePolicy policy,
            MessagingSettings settings,
            Wording wording,
            ClaimedCosts costs,
            MessagingConfig config,
            Clock clock) {
        this.sql = sql;
        this.turns = turns;
        this.policy = policy;
        this.settings = settings;
        this.wording = wording;
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
    }

    /** @param room how many may be taken at most */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Taken take(int room) {
        var now = clock.instant();
        var lane = turns.next(now).orElse(null);
        if (lane == null) {
            return Taken.NOTHING;
        }
        var allowance = turns.allowance(lane, now);
        var most = Math.min(Math.min(room, config.batch()), allowance.messages());
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
        return sql.list(sql.statement(ClaimedMessageSql.pick(lane.channel())), parameters, Picked::of);
    }

    /** Ends the others, with the reason. */
    private List<ClaimedCosts.Priced> allowed(
            List<Picked> picked, LaneTurns.Lane lane, SendingRules rules, @Nullable String sender) {
        var now = clock.instant();
        var ended = new EndedRows();
        var going = new ArrayList<ClaimedCosts.Priced>();
        for (var message : picked) {
            if (!message.until().isAfter(now)) {
                ended.add(message.id(), MessageState.EXPIRED, null);
            } else if (message.refusal() != null) {
                ended.add(message.id(), MessageState.SKIPPED, message.refusal());
            } else {
                going.add(ClaimedCosts.Priced.of(
                        attempt(message, lane.channel(), sender), rules.tariff(), message.paid(), message.anyway()));
            }
        }
        ended.write(sql, now);
        return going;
    }

    private Attempt attempt(Picked message, Channel channel, @Nullable String sender) {
        var worded = wording.of(channel, message.template(), message.subject(), message.fields());
        return new Attempt(
                message.id(),
                message.attempt() + 1,
                channel,
                sender,
                message.address(),
                worded.subject(),
                worded.text(),
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
            Map<String, String> fields) {

        static Picked of(Row row) {
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
                    MessageFields.of(row));
        }
    }
}
