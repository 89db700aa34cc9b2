package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.organizations.ClosedDays;

/**
 * Puts off what is due and must not leave yet: SMS in the quiet hours, whatever made them late, broadcasts on closed days, SMS to a number that has
 * just got one (rule 22), and news to whoever is being called. What has no time left then ends at once, with the reason.
 */
@ApplicationScoped
class PutOff {

    /** Between two SMS to one number. */
    static final Duration APART = Duration.ofMinutes(10);

    private static final int BATCH = 5000;

    private static final String UPDATE = """
            update message m
            set state = case when d.again < m.not_after then m.state else 'EXPIRED' end,
                rank = case when d.again < m.not_after then m.rank else 35 end,
                code = case when d.again < m.not_after then m.code else :why end,
                ended_at = case when d.again < m.not_after then m.ended_at else cast(:now as timestamptz) end,
                not_before = case when d.again < m.not_after then d.again else m.not_before end
            from {which} d(id, again) where m.id = d.id and m.state = 'QUEUED'""";

    private static final NamedSql EACH =
            NamedSql.of(UPDATE.replace("{which}", "unnest(cast(:ids as bigint[]), cast(:agains as timestamptz[]))"));

    private static final NamedSql FOR_THE_NIGHT =
            NamedSql.of("""
            with night as (
              select id, cast(:morning as timestamptz) from message
              where lane_id = :lane and state = 'QUEUED' and not_before <= :now and purpose in ({bound})
                and (not :whole or not_after <= :morning)
              order by not_before, id limit :batch for update skip locked)
            """.replace("{bound}", ClaimedMessageSql.boundBy(Purpose.Rule.QUIET_HOURS))
                    + UPDATE.replace("{which}", "night"));

    /** What has no time left afterwards keeps the reason until then: somebody may yet take the break back. */
    private static final NamedSql FOR_THE_BREAK = NamedSql.of("""
            with resting as (
              select id from message
              where lane_id = :lane and state = 'QUEUED' and not_after <= :opens and code is distinct from :why
              order by not_before, id limit :batch for update skip locked)
            update message m set code = :why from resting where m.id = resting.id""");

    private final Sql sql;
    private final LaneTurns turns;
    private final ClosedDays closedDays;

    PutOff(Sql sql, LaneTurns turns, ClosedDays closedDays) {
        this.sql = sql;
        this.turns = turns;
        this.closedDays = closedDays;
    }

    /**
     * Puts off what must not come at night. A broadcast's lane rests as a whole, without a word to each of its messages: all of
     * them are bound by the quiet hours.
     *
     * @return whether nothing of the lane may leave now
     */
    boolean untilMorning(LaneTurns.Lane lane, SmsHours hours) {
        if (lane.channel() != Channel.SMS || hours.open()) {
            return false;
        }
        var whole = lane.bulk();
        var parameters = Map.of(
                "lane",
                lane.id(),
                "now",
                hours.moment(),
                "morning",
                hours.opens(),
                "whole",
                whole,
                "why",
                Reason.QUIET_HOURS,
                "batch",
                BATCH);
        var touched = sql.update(FOR_THE_NIGHT, parameters);
        if (whole) {
            turns.rest(lane, hours.moment(), touched < BATCH ? hours.opens() : hours.moment());
        }
        return whole;
    }

    /**
     * Lets a broadcast rest while its organization is closed (rule 33).
     *
     * @return whether nothing of the lane may leave now
     */
    boolean whileClosed(LaneTurns.Lane lane, Instant now) {
        if (!lane.restsWhenClosed()) {
            return false;
        }
        var opens = closedDays.calendar(lane.organizationId()).nextOpen(now);
        if (opens.equals(now)) {
            return false;
        }
        var parameters = Map.of("lane", lane.id(), "opens", opens, "why", Reason.CLOSED_DAYS, "batch", BATCH);
        turns.rest(lane, now, sql.update(FOR_THE_BREAK, parameters) < BATCH ? opens : now);
        return true;
    }

    /** A number that got its last SMS less than ten minutes ago, or that somebody is just calling. */
    record TooClose(long messageId, Instant last) {}

    void apart(List<TooClose> messages, Instant now) {
        until(
                messages.stream()
                        .map(message ->
                                new Wait(message.messageId(), message.last().plus(APART)))
                        .toList(),
                now);
    }

    record Wait(long messageId, Instant until) {}

    void until(List<Wait> messages, Instant now) {
        if (!messages.isEmpty()) {
            sql.update(
                    EACH,
                    Map.of(
                            "ids",
                            messages.stream().map(Wait::messageId).toList(),
                            "agains",
                            messages.stream()
                                    .map(message -> message.until().toString())
                                    .toList(),
                            "why",
                            Reason.NO_TIME,
                            "now",
                            now));
        }
    }
}
