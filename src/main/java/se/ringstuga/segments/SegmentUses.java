package se.ringstuga.segments;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/**
 * Where a segment is in use (rule 38), and what was made from it: by the organization and those below it. A broadcast and a call
 * list keep the filter as it was when they were made: nothing of theirs changes with the segment.
 */
@ApplicationScoped
class SegmentUses {

    private static final NamedSql USES = NamedSql.of("""
            select used.kind, used.id, used.title, o.slug from (
              select 'EVENT' as kind, e.id, e.title, e.organization_id from event e
              where e.segment_id = :segment and e.cancelled_at is null and e.ends_at > :now
              union all
              select 'SERIES', s.id, s.title, s.organization_id from event_series s
              where s.segment_id = :segment and s.ended_at is null
              union all
              select 'REMINDER', r.id, r.title, r.organization_id from reminder_rule r
              where r.segment_id = :segment and r.archived_at is null
              union all
              select 'RECURRING', b.id, b.title, b.organization_id from recurring_broadcast b
              where b.segment_id = :segment and b.ended_at is null) used
            join organization_closure c on c.descendant_id = used.organization_id and c.ancestor_id = :organization
            join organization o on o.id = used.organization_id
            order by used.kind, used.id limit 100""");

    private static final NamedSql MADE = NamedSql.of("""
            select made.kind, made.id, made.title, o.slug from (
              select 'CALL_LIST' as kind, a.id, a.title, a.organization_id from call_assignment a
              where a.segment_id = :segment and a.closed_at is null and a.expires_at > :now
              union all
              select 'BROADCAST', b.id, b.title, b.organization_id from broadcast b
              where b.segment_id = :segment and b.cancelled_at is null and coalesce(b.not_after > :now, true)) made
            join organization_closure c on c.descendant_id = made.organization_id and c.ancestor_id = :organization
            join organization o on o.id = made.organization_id
            order by made.kind desc, made.id desc limit 100""");

    private final Sql sql;
    private final Clock clock;

    SegmentUses(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** At most a hundred. */
    List<SegmentUse> of(long organizationId, long segmentId) {
        return list(USES, organizationId, segmentId);
    }

    /** Call lists that are open and broadcasts that are not over, which keep their people; the latest hundred. */
    List<SegmentUse> madeOf(long organizationId, long segmentId) {
        return list(MADE, organizationId, segmentId);
    }

    private List<SegmentUse> list(NamedSql statement, long organizationId, long segmentId) {
        return sql.list(
                statement,
                Map.of("segment", segmentId, "organization", organizationId, "now", clock.instant()),
                row -> new SegmentUse(
                        SegmentUse.Kind.valueOf(row.text("kind")),
                        row.number("id"),
                        row.text("title"),
                        row.text("slug")));
    }
}
