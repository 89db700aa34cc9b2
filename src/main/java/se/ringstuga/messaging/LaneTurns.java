package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.fence.Fence;
import se.ringstuga.fence.SendingStops;
import se.ringstuga.messaging.email.EmailConfig;

/** Whose turn it is: what is urgent first, then the organization that has waited longest; and how many its sender may send now. */
@ApplicationScoped
class LaneTurns {

    private static final int STEPPING_ASIDE = 50;

    private static final NamedSql NEXT =
            NamedSql.of("""
            select l.id, l.organization_id, o.root_id, o.time_zone, l.channel, l.sender_id, l.urgency, {stopped} as stopped,
                   coalesce((select b.purpose in ({bound}) from broadcast b where b.id = l.broadcast_id), false) as rests_when_closed
            from send_lane l join organization o on o.id = l.organization_id
            where l.next_at <= :now and l.paused_at is null and not l.stopped and l.channel = any(cast(:channels as text[])) and {stands}
            order by l.urgency, l.served_at, l.id limit 1 for update of l skip locked""".replace("{stopped}", SendingStops.STOPPED.replace("{organization}", "l.organization_id"))
                    .replace("{stands}", Fence.STANDS)
                    .replace("{bound}", ClaimedMessageSql.boundBy(Purpose.Rule.CLOSED_DAYS)));

    /** The stop is kept from ending meanwhile, so that whoever ends it finds the lane. */
    private static final NamedSql STEP_ASIDE = NamedSql.of("""
            with stop as (
              select s.id from sending_stop s join organization_closure c on c.ancestor_id = s.organization_id
              where s.ended_at is null and c.descendant_id = :organization limit 1 for share of s)
            update send_lane set stopped = true from stop where send_lane.id = :lane""");

    private static final NamedSql WAITING = NamedSql.of("""
            select exists (select from send_lane where next_at <= :now and paused_at is null and not stopped
                             and channel = any(cast(:channels as text[]))) as waiting""");

    /**
     * A second's worth is saved up at most: a sender that rested does not then send everything at once. Its key is left alone:
     * whoever freezes a large broadcast holds on to it, and must keep nobody else from sending meanwhile.
     */
    private static final NamedSql TOKENS = NamedSql.of("""
            select address, per_second,
                   least(greatest(per_second, 1),
                         tokens + per_second * greatest(extract(epoch from (cast(:now as timestamptz) - refilled_at)), 0)) as tokens
            from sms_sender where id = :sender for no key update""");

    private static final NamedSql SPEND =
            NamedSql.of("update sms_sender set tokens = :left, refilled_at = :now where id = :sender");

    /** All e-mail of the installation goes through one mail server: one bucket, locked as a sender's is. */
    private static final NamedSql EMAIL_TOKENS = NamedSql.of("""
            insert into email_rate as r (tokens, refilled_at) values (greatest(:rate, 1), :now)
            on conflict (only_one) do update set refilled_at = excluded.refilled_at,
              tokens = least(greatest(:rate, 1),
                             r.tokens + :rate * greatest(extract(epoch from (excluded.refilled_at - r.refilled_at)), 0))
            returning tokens""");

    private static final NamedSql SPEND_EMAIL = NamedSql.of("update email_rate set tokens = :left, refilled_at = :now");

    /** Every lane of the organization goes to the end of the line, save those that another instance is just serving. */
    private static final NamedSql SERVED = NamedSql.of("""
            with others as (
              select id from send_lane where organization_id = :organization and urgency = :urgency and id <> :lane
                and next_at is not null for update skip locked),
            moved as (
              update send_lane l set served_at = :now from others where l.id = others.id)
            update send_lane set served_at = :now, next_at = cast(:next_at as timestamptz) where id = :lane""");

    private static final NamedSql NEXT_DUE =
            NamedSql.of("select min(not_before) as due from message where lane_id = :lane and state = 'QUEUED'");

    private final Sql sql;
    private final EmailConfig email;

    LaneTurns(Sql sql, EmailConfig email) {
        this.sql = sql;
        this.email = email;
    }

    /** @param restsWhenClosed a broadcast that does not leave on closed days (rule 33) */
    record Lane(
            long id,
            long organizationId,
            long rootId,
            String zone,
            Channel channel,
            @Nullable Long sender,
            int urgency,
            boolean stopped,
            boolean restsWhenClosed) {

        boolean bulk() {
            return urgency == Lanes.BULK;
        }

        static Lane of(Row row) {
            return new Lane(
                    row.number("id"),
                    row.number("organization_id"),
                    row.number("root_id"),
                    row.text("time_zone"),
                    Channel.valueOf(row.text("channel")),
                    row.numberOrNull("sender_id"),
                    row.count("urgency"),
                    row.is("stopped"),
                    row.is("rests_when_closed"));
        }
    }

    /**
     * What the sender may send.
     *
     * @param address null for email, whose sender is the association and whose rate is the mail server's
     */
    record Allowance(@Nullable String address, double perSecond, double tokens) {

        int messages() {
            return (int) tokens;
        }

        /** When there is a whole token again. */
        Instant again(Instant now) {
            return now.plusMillis((long) Math.ceil((1 - Math.min(tokens, 1)) / perSecond * 1000));
        }
    }

    /**
     * Locked until the end of the transaction. Lanes of organizations whose sending is stopped step aside; a few at a time,
     * the next claim goes on.
     */
    Optional<Lane> next(Set<Channel> channels, Instant now) {
        for (var aside = 0; aside < STEPPING_ASIDE; aside++) {
            var lane = sql.first(NEXT, Map.of("now", now, "channels", names(channels)), Lane::of);
            if (lane.filter(Lane::stopped).isEmpty()) {
                return lane;
            }
            sql.update(
                    STEP_ASIDE,
                    Map.of("lane", lane.get().id(), "organization", lane.get().organizationId()));
        }
        return Optional.empty();
    }

    /** Whether something is due, if only in lanes that another instance is just serving. */
    boolean waiting(Set<Channel> channels, Instant now) {
        return sql.first(WAITING, Map.of("now", now, "channels", names(channels)), row -> row.is("waiting"))
                .orElse(false);
    }

    private static List<String> names(Set<Channel> channels) {
        return channels.stream().map(Enum::name).toList();
    }

    /** Locked likewise, after the lane. */
    Allowance allowance(Lane lane, Instant now) {
        if (lane.sender() == null) {
            return sql.first(
                            EMAIL_TOKENS,
                            Map.of("rate", email.perSecond(), "now", now),
                            row -> new Allowance(null, email.perSecond(), row.decimal("tokens")))
                    .orElseThrow();
        }
        return sql.first(
                        TOKENS,
                        Map.of("sender", lane.sender(), "now", now),
                        row -> new Allowance(row.text("address"), row.decimal("per_second"), row.decimal("tokens")))
                .orElseThrow();
    }

    void spend(Lane lane, Allowance allowance, int messages, Instant now) {
        var left = allowance.tokens() - messages;
        if (lane.sender() == null) {
            sql.update(SPEND_EMAIL, Map.of("left", left, "now", now));
        } else {
            sql.update(SPEND, Map.of("sender", lane.sender(), "left", left, "now", now));
        }
    }

    /** @param messages how many were taken; none without a token left for any */
    void served(Lane lane, Allowance left, int messages, Instant now) {
        var next = sql.first(NEXT_DUE, Map.of("lane", lane.id()), row -> Optional.ofNullable(row.instantOrNull("due")))
                .orElseThrow()
                .orElse(null);
        var again = left.again(now);
        rest(lane, now, next == null || left.tokens() - messages >= 1 || next.isAfter(again) ? next : again);
    }

    /** @param until when something of it may leave; null when nothing waits */
    void rest(Lane lane, Instant now, @Nullable Instant until) {
        var parameters = new HashMap<String, Object>(Map.of(
                "organization", lane.organizationId(), "urgency", lane.urgency(), "lane", lane.id(), "now", now));
        parameters.put("next_at", until);
        sql.update(SERVED, parameters);
    }
}
