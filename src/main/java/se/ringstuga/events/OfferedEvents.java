package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** What somebody can be told about and signed up for right now, of an organization and of those above it. */
@ApplicationScoped
public class OfferedEvents {

    private static final Duration AHEAD = Duration.ofDays(60);
    private static final int MOST = 6;

    private static final NamedSql UPCOMING = NamedSql.of("""
            select e.id, e.title, e.place, e.starts_at, o.time_zone, places.gone as full
            from event e join organization o on o.id = e.organization_id
            cross join lateral (select {full} as gone) places
            where e.kind_id = any (cast(:kinds as bigint[])) and e.starts_at > :now and e.starts_at < :until
              and e.published_at is not null and e.cancelled_at is null
              and e.visibility <> 'INVITED' and (e.waiting_list or not places.gone)
              and coalesce(e.sign_up_opens, :now) <= :now and e.sign_up_closes > :now
              and e.organization_id in (select c.ancestor_id from organization_closure c where c.descendant_id = :organization)
            order by e.starts_at, e.id limit :most""".replace("{full}", EventRow.FULL));

    private final Sql sql;
    private final Clock clock;

    OfferedEvents(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param full whoever wants to come waits for a place
     */
    public record Offer(long id, String title, @Nullable String place, Instant startsAt, ZoneId zone, boolean full) {}

    /** The next ones of these kinds whose sign-up is open: with a place or a line, and for others than those who were chosen. */
    public List<Offer> upcoming(long organizationId, List<Long> kindIds) {
        if (kindIds.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        return sql.list(
                UPCOMING,
                Map.of(
                        "organization", organizationId,
                        "kinds", kindIds,
                        "now", now,
                        "until", now.plus(AHEAD),
                        "most", MOST),
                row -> new Offer(
                        row.number("id"),
                        row.text("title"),
                        row.textOrNull("place"),
                        row.instant("starts_at"),
                        ZoneId.of(row.text("time_zone")),
                        row.is("full")));
    }
}
