package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Broadcasts that nobody has approved, and the way back to there. */
@ApplicationScoped
class Drafts {

    private static final NamedSql CHANGE = NamedSql.of("""
            update broadcast
            set title = :title, channel = :channel, purpose = :purpose, sender_id = cast(:sender as bigint),
                segment_id = cast(:segment as bigint), filter = cast(:filter as jsonb), subject = cast(:subject as text), text = :text,
                personal = :personal, send_at = cast(:send_at as timestamptz), not_after = cast(:not_after as timestamptz),
                about_change = :about_change, changed_at = :now, changed_by = :actor, version = version + 1
            where id = :id and approved_at is null""");

    private static final NamedSql REMOVE = NamedSql.of("delete from broadcast where id = :id and approved_at is null");

    /** What somebody sent again waits in another lane, which is not locked. */
    private static final NamedSql BEGUN = NamedSql.of("""
            select exists (select from message where source = 'BROADCAST' and source_id = :id
                             and (attempt > 0 or (replaced_by is not null and state <> 'SKIPPED'))) as begun""");

    private static final NamedSql TAKE_BACK = NamedSql.of("""
            with gone as (
              delete from message where source = 'BROADCAST' and source_id = :id),
            draft as (
              update broadcast set approved_at = null, approved_by = null, lane_id = null, paused_at = null, version = version + 1
              where id = :id returning organization_id, id)
            update send_lane l set next_at = null, paused_at = null from draft
            where l.organization_id = draft.organization_id and l.broadcast_id = draft.id""");

    private final Sql sql;
    private final Lanes lanes;
    private final Clock clock;

    Drafts(Sql sql, Lanes lanes, Clock clock) {
        this.sql = sql;
        this.lanes = lanes;
        this.clock = clock;
    }

    /** @param actor who has written it from here on, beside whoever wrote it first */
    void change(long id, Broadcasts.Content content, String actor) {
        var parameters = content.parameters();
        parameters.put("id", id);
        parameters.put("now", clock.instant());
        parameters.put("actor", actor);
        sql.update(CHANGE, parameters);
    }

    void remove(long id) {
        sql.update(REMOVE, Map.of("id", id));
    }

    /** Whether any of it was handed to a provider; until the end of the transaction none will be. */
    boolean begun(long id) {
        lanes.hold(id);
        return sql.first(BEGUN, Map.of("id", id), row -> row.is("begun")).orElseThrow();
    }

    /** Nobody is a recipient any more; who is will be found out anew when it is approved again. */
    void takeBack(long id) {
        sql.update(TAKE_BACK, Map.of("id", id));
    }
}
