package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.fence.Fence;
import se.ringstuga.fence.Hold;
import se.ringstuga.fence.SendingStops;
import se.ringstuga.messaging.email.EmailGateway;
import se.ringstuga.messaging.email.EmailGateways;
import se.ringstuga.messaging.sms.SmsGateway;
import se.ringstuga.messaging.sms.SmsGateways;

/** What waits, what is of unknown fate and what failed, counted. */
@ApplicationScoped
class SendingQueue {

    private static final Duration FAILED_SINCE = Duration.ofDays(7);
    private static final int MOST_LANES = 100;

    private static final NamedSql LANES = NamedSql.of("""
            select o.slug, l.channel, s.address, s.per_second, l.urgency, l.broadcast_id, b.title, l.paused_at, l.next_at,
                   (select count(*) from message m where m.lane_id = l.id and m.state = 'QUEUED') as waiting
            from organization_closure c join send_lane l on l.organization_id = c.descendant_id and l.next_at is not null
            join organization o on o.id = l.organization_id
            left join sms_sender s on s.id = l.sender_id
            left join broadcast b on b.id = l.broadcast_id
            where c.ancestor_id = :organization order by l.next_at, l.id limit :most""");

    private static final NamedSql TOTALS = NamedSql.of("""
            select coalesce(sum(w.waiting), 0) as waiting, min(w.due) as due,
                   (select count(*) from message m join organization_closure c on c.descendant_id = m.organization_id
                    where m.state = 'DISPATCHING' and c.ancestor_id = :organization) as under_way
            from organization_closure c join send_lane l on l.organization_id = c.descendant_id and l.next_at is not null
            cross join lateral (
              select count(*) as waiting, min(m.not_before) filter (where m.not_before <= :now) as due
              from message m where m.lane_id = l.id and m.state = 'QUEUED') w
            where c.ancestor_id = :organization""");

    private static final NamedSql UNKNOWN = NamedSql.of("""
            select coalesce(m.code, '') as why, count(*) as messages
            from message m join organization_closure c on c.descendant_id = m.organization_id and c.ancestor_id = :organization
            where m.state = 'UNKNOWN' group by 1 order by 2 desc, 1 limit 50""");

    private static final NamedSql FAILED = NamedSql.of("""
            select coalesce(m.code, '') as why, count(*) as messages
            from organization_closure c join message m on m.organization_id = c.descendant_id and m.state = 'FAILED'
            where c.ancestor_id = :organization and m.ended_at > :since group by 1 order by 2 desc, 1 limit 50""");

    private final Sql sql;
    private final Fence fence;
    private final SendingStops stops;
    private final SmsGateways sms;
    private final EmailGateways email;
    private final Simulation simulation;
    private final Clock clock;

    SendingQueue(
            Sql sql,
            Fence fence,
            SendingStops stops,
            SmsGateways sms,
            EmailGateways email,
            Simulation simulation,
            Clock clock) {
        this.sql = sql;
        this.fence = fence;
        this.stops = stops;
        this.sms = sms;
        this.email = email;
        this.simulation = simulation;
        this.clock = clock;
    }

    private record Totals(
            long waiting, long underWay, @Nullable Instant oldestDue) {}

    QueueView view(long organizationId) {
        var now = clock.instant();
        var here = Map.<String, Object>of("organization", organizationId, "now", now, "since", now.minus(FAILED_SINCE));
        var totals = sql.first(
                        TOTALS,
                        here,
                        row -> new Totals(row.number("waiting"), row.number("under_way"), row.instantOrNull("due")))
                .orElseThrow();
        return new QueueView(
                gateways(),
                simulation.isOn(),
                fence.hold().map(Hold::reasons).orElse(Set.of()),
                stops.of(organizationId),
                fence.isSwitchedOff(),
                totals.waiting(),
                totals.underWay(),
                totals.oldestDue(),
                sql.list(LANES, Map.of("organization", organizationId, "most", MOST_LANES), SendingQueue::lane),
                counted(UNKNOWN, here),
                counted(FAILED, here));
    }

    private Map<Channel, String> gateways() {
        var names = new EnumMap<Channel, String>(Channel.class);
        sms.configured().map(SmsGateway::name).ifPresent(name -> names.put(Channel.SMS, name));
        email.configured().map(EmailGateway::name).ifPresent(name -> names.put(Channel.EMAIL, name));
        return names;
    }

    private Map<String, Long> counted(NamedSql statement, Map<String, Object> parameters) {
        record Counted(String why, long messages) {}
        var counted = new LinkedHashMap<String, Long>();
        sql.list(statement, parameters, row -> new Counted(row.text("why"), row.number("messages")))
                .forEach(row -> counted.put(row.why(), row.messages()));
        return counted;
    }

    private static QueueView.Lane lane(Row row) {
        var rate = row.decimalOrNull("per_second");
        return new QueueView.Lane(
                row.text("slug"),
                Channel.valueOf(row.text("channel")),
                row.textOrNull("address"),
                rate == null ? null : rate.doubleValue(),
                row.count("urgency") == Lanes.URGENT,
                row.numberOrNull("broadcast_id"),
                row.textOrNull("title"),
                row.number("waiting"),
                Objects.requireNonNull(row.instantOrNull("next_at")),
                row.instantOrNull("paused_at") != null);
    }
}
