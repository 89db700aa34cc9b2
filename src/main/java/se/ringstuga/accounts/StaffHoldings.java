package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** What a member of staff has under way in an organization and below it, to hand over; read from the tables of other features. */
@ApplicationScoped
class StaffHoldings {

    private static final NamedSql OF = NamedSql.of("""
            with below as materialized (select descendant_id as id from organization_closure where ancestor_id = :organization),
            held as (
              select 'TOKEN' as kind, t.id, t.title, t.organization_id from api_token t
              where t.created_by = :by and t.revoked_at is null and t.expires_at > :now
              union all
              select 'ASSIGNMENT', a.id, a.title, a.organization_id from call_assignment a
              where a.created_by = :by and a.closed_at is null and a.expires_at > :now
              union all
              select 'BROADCAST', b.id, b.title, b.organization_id from broadcast b
              where b.created_by = :by and b.cancelled_at is null and b.not_after > :now
                and (b.approved_at is null or b.send_at > :now)
              union all
              select 'RECURRING', b.id, b.title, b.organization_id from recurring_broadcast b
              where b.created_by = :by and b.ended_at is null
              union all
              select 'EVENT', e.id, e.title, e.organization_id from event e
              where (e.created_by = :by or 'staff:' || e.contact_staff = :by) and e.cancelled_at is null and e.starts_at > :now
              union all
              select 'AUTOMATION', f.id, f.title, f.organization_id from automation f
              where f.activated_by = :by and f.activated_at is not null
              union all
              select 'WEBHOOK', w.id, w.title, w.organization_id from webhook_endpoint w
              where w.created_by = :by and w.switched_off_at is null
              union all
              select 'SURVEY', v.id, v.title, v.organization_id from survey v
              where v.created_by = :by and v.closed_at is null)
            select h.kind, h.id, h.title, o.slug from held h join organization o on o.id = h.organization_id
            where h.organization_id in (select id from below) order by h.kind, h.title, h.id limit 200""");

    private final Sql sql;
    private final Clock clock;

    StaffHoldings(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What kind of thing somebody has under way. */
    enum Kind {
        TOKEN,
        ASSIGNMENT,
        BROADCAST,
        RECURRING,
        EVENT,
        AUTOMATION,
        WEBHOOK,
        SURVEY
    }

    /**
     * One thing that somebody has under way.
     *
     * @param organization the slug of the organization it belongs to
     */
    record Held(Kind kind, long id, String title, String organization) {}

    /** At most 200, by kind. */
    List<Held> of(Actor staff, long organizationId) {
        return sql.list(
                OF,
                Map.of("by", staff.toString(), "organization", organizationId, "now", clock.instant()),
                row -> new Held(Kind.valueOf(row.text("kind")), row.number("id"), row.text("title"), row.text("slug")));
    }
}
