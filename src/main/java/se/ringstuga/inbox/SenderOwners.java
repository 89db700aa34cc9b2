package se.ringstuga.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Whose senders the numbers are that people text to. */
@ApplicationScoped
class SenderOwners {

    /**
     * Of several that use one number, or used it, it is the one that wrote to this telephone last; otherwise one that still does.
     * Whoever has put the number away is answered for a while: later whoever writes to it means the one that has it.
     */
    private static final NamedSql OWNER = NamedSql.of("""
            select s.id, s.organization_id, o.root_id from sms_sender s join organization o on o.id = s.organization_id
            where s.address = :sender
            order by (select max(m.contacted_at) from message m join send_lane l on l.id = m.lane_id
                      where m.root_id = o.root_id and m.address = :phone and m.contacted_at is not null and l.sender_id = s.id
                        and (s.retired_at is null or m.contacted_at > :since))
                     desc nulls last, s.retired_at is not null, s.id
            limit 1""");

    private static final NamedSql ROOTS = NamedSql.of("""
            select distinct o.root_id from sms_sender s join organization o on o.id = s.organization_id
            where s.address = :sender order by o.root_id""");

    private static final NamedSql SENDER = NamedSql.of("""
            select s.id from conversation c join sms_sender s on s.organization_id = c.organization_id and s.address = c.sender
              and s.retired_at is null
            where c.organization_id = :organization and c.id = :conversation""");

    private static final Duration ANSWERED_WITHIN = Duration.ofDays(30);

    private final Sql sql;
    private final Clock clock;

    SenderOwners(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A sender and the organization that it belongs to, with the top of its tree. */
    record Owner(long senderId, long organizationId, long rootId) {}

    /** Empty for a number that is nobody's here. */
    Optional<Owner> of(String sender, String phone) {
        return sql.first(
                OWNER,
                Map.of(
                        "sender",
                        sender,
                        "phone",
                        phone,
                        "since",
                        clock.instant().minus(ANSWERED_WITHIN)),
                row -> new Owner(row.number("id"), row.number("organization_id"), row.number("root_id")));
    }

    /** The trees in which somebody uses the sender. */
    List<Long> roots(String sender) {
        return sql.list(ROOTS, Map.of("sender", sender), row -> row.number("root_id"));
    }

    /** The sender that a conversation's latest text came to; empty once it is put away. */
    Optional<Long> senderOf(long organizationId, long conversation) {
        return sql.first(
                SENDER, Map.of("organization", organizationId, "conversation", conversation), row -> row.number("id"));
    }
}
