package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** What still needs a sender, of its organization and of those below that may use it. */
@ApplicationScoped
class SenderUses {

    /** The lanes of a sender, found by their place: an index of their own would be written with every claim. */
    private static final String LANES = """
            select l.id, l.organization_id from send_lane l
            join sms_sender s on s.id = {sender} join organization_closure c on c.ancestor_id = s.organization_id
            where l.organization_id = c.descendant_id and l.channel = 'SMS' and l.urgency in (0, 1)
              and coalesce(l.sender_id, 0) = s.id""";

    private static final NamedSql COUNT = NamedSql.of("""
            with lanes as ({lanes})
            select (select count(*) from message m join lanes l on l.id = m.lane_id where m.state = 'QUEUED')
                   + (select count(*) from message m join lanes l on l.id = m.lane_id where m.state = 'DISPATCHING') as waiting,
                   (select count(*) from broadcast where sender_id = :sender and approved_at is null) as drafts,
                   (select count(*) from recurring_broadcast where sender_id = :sender and ended_at is null) as monthly,
                   (select count(*) from conversation c join sms_sender s on s.id = :sender
                     where c.organization_id = s.organization_id and c.sender = s.address and c.waiting_since is not null) as talks""".replace("{lanes}", LANES.replace("{sender}", ":sender")));

    private static final NamedSql HISTORY = NamedSql.of("""
            select exists ({lanes})
              or exists (select from conversation c join sms_sender s on s.organization_id = c.organization_id and s.address = c.sender
                         where s.id = :sender) as named""".replace("{lanes}", LANES.replace("{sender}", ":sender")));

    private static final NamedSql BELOW = NamedSql.of("""
            select own.id, count(distinct u.organization_id) as organizations from sms_sender own
            cross join lateral (
              select organization_id from ({lanes}) used
              union all select organization_id from broadcast where sender_id = own.id and approved_at is null
              union all select organization_id from recurring_broadcast where sender_id = own.id and ended_at is null) u
            where own.organization_id = :organization and own.retired_at is null and u.organization_id <> own.organization_id
            group by own.id""".replace("{lanes}", LANES.replace("{sender}", "own.id")));

    private final Sql sql;

    SenderUses(Sql sql) {
        this.sql = sql;
    }

    /**
     * What would be left without its sender.
     *
     * @param waiting messages in line or under way
     * @param drafts broadcasts that nobody has approved
     * @param recurring monthly texts that have not ended
     * @param conversations in which somebody waits for an answer
     */
    record Counts(long waiting, long drafts, long recurring, long conversations) {

        boolean none() {
            return waiting + drafts + recurring + conversations == 0;
        }
    }

    Counts of(long sender) {
        return sql.first(
                        COUNT,
                        Map.of("sender", sender),
                        row -> new Counts(
                                row.number("waiting"),
                                row.number("drafts"),
                                row.number("monthly"),
                                row.number("talks")))
                .orElseThrow();
    }

    /** Whether anything was ever sent from it, or texted to it. */
    boolean isHistory(long sender) {
        return sql.first(HISTORY, Map.of("sender", sender), row -> row.is("named"))
                .orElseThrow();
    }

    /** By each sender of the organization how many of those below have written from it; those that nobody has are left out. */
    Map<Long, Integer> below(long organizationId) {
        List<Map.Entry<Long, Integer>> used = sql.list(
                BELOW,
                Map.of("organization", organizationId),
                row -> Map.entry(row.number("id"), row.count("organizations")));
        return used.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
