package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.fence.SendingStarted;
import se.ringstuga.organizations.ClosedDaysChanged;

/** Where messages wait: by sender, by urgency, and each broadcast by itself. */
@ApplicationScoped
class Lanes {

    /** For one person, or in time for something. */
    static final int URGENT = 0;

    /** To many. */
    static final int BULK = 1;

    /** What comes to a paused broadcast later waits with it. */
    private static final NamedSql FIND_OR_MAKE = NamedSql.of("""
            insert into send_lane (organization_id, channel, sender_id, urgency, broadcast_id, served_at, paused_at)
            values (:organization, :channel, cast(:sender as bigint), :urgency, cast(:broadcast as bigint), :now,
                    (select paused_at from broadcast where id = cast(:broadcast as bigint)))
            on conflict (organization_id, channel, urgency, coalesce(sender_id, 0), coalesce(broadcast_id, 0))
              do update set organization_id = excluded.organization_id
            returning id""");

    /** In one order everywhere, the one of the SMS first: who takes an SMS out may make an e-mail instead. */
    private static final NamedSql HOLD = NamedSql.of("""
            select l.id from send_lane l
            where l.id in (select of_broadcast.id from send_lane of_broadcast
                           join broadcast b on b.organization_id = of_broadcast.organization_id and b.id = of_broadcast.broadcast_id
                           where b.id = any (cast(:broadcasts as bigint[]))
                           union
                           select m.lane_id from message m where m.id = any (cast(:messages as bigint[])))
            order by l.channel desc, l.id for update of l""");

    private static final NamedSql EXPECT =
            NamedSql.of("update send_lane set next_at = least(next_at, :at) where id = :lane");

    /** On which instances tell one another that there is something to send. */
    static final String NEWS = "ringstuga_messages";

    /** PostgreSQL itself sends one notice a transaction, however often it is asked to. */
    private static final NamedSql TELL = NamedSql.of("select pg_notify(:channel, '')");

    /** Locked in the order of {@link Drafts}: whoever holds one lane of a broadcast then waits for nobody that waits for them. */
    private static final NamedSql COME_BACK = NamedSql.of("""
            with held as (
              select l.id from send_lane l join organization_closure c on c.descendant_id = l.organization_id
              where l.stopped and c.ancestor_id = :organization order by l.channel desc, l.id for update of l)
            update send_lane l set stopped = false from held where l.id = held.id""");

    private static final NamedSql ASK_AGAIN = NamedSql.of("""
            update send_lane l set next_at = :now from organization_closure c
            where c.descendant_id = l.organization_id and c.ancestor_id = :organization
              and l.broadcast_id is not null and l.next_at > :now""");

    private final Sql sql;

    Lanes(Sql sql) {
        this.sql = sql;
    }

    /**
     * What waits together.
     *
     * @param sender of an SMS, otherwise null
     * @param broadcast null for messages of their own
     */
    record Place(
            long organizationId,
            Channel channel,
            @Nullable Long sender,
            int urgency,
            @Nullable Long broadcast) {}

    long at(Place place, Instant now) {
        var parameters = new HashMap<String, Object>(Map.of(
                "organization", place.organizationId(),
                "channel", place.channel(),
                "urgency", place.urgency(),
                "now", now));
        parameters.put("sender", place.sender());
        parameters.put("broadcast", place.broadcast());
        return sql.first(FIND_OR_MAKE, parameters, row -> row.number("id")).orElseThrow();
    }

    /**
     * Whoever holds a broadcast's lanes lets nobody take a message out of them, until the end of the transaction, and waits for
     * whoever is just doing it. What that one made in place of what it skipped is seen by the next statement and not by this.
     */
    void hold(long broadcast) {
        hold(List.of(broadcast), List.of());
    }

    /**
     * Several, before anything is written of their messages.
     *
     * @param messages which will be expected in their lanes again
     */
    void hold(Collection<Long> broadcasts, Collection<Long> messages) {
        sql.list(HOLD, Map.of("broadcasts", broadcasts, "messages", messages), row -> row.number("id"));
    }

    /** Those that another stop still holds step aside again when their turn comes. */
    void comeBack(@Observes SendingStarted started) {
        sql.update(COME_BACK, Map.of("organization", started.organizationId()));
        sql.first(TELL, Map.of("channel", NEWS), row -> true);
    }

    /** What rests is asked again, since it may be open now. */
    void askAgain(@Observes ClosedDaysChanged changed) {
        if (sql.update(ASK_AGAIN, Map.of("organization", changed.organizationId(), "now", changed.at())) > 0) {
            sql.first(TELL, Map.of("channel", NEWS), row -> true);
        }
    }

    /** Something in the lane is due at this time; every instance hears of it when the transaction is committed. */
    void expect(long lane, Instant at) {
        sql.update(EXPECT, Map.of("lane", lane, "at", at));
        sql.first(TELL, Map.of("channel", NEWS), row -> true);
    }
}
