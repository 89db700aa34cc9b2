package se.ringstuga.calling;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.WeeklyCap;
import se.ringstuga.database.Row;
import se.ringstuga.organizations.CallingHours;
import se.ringstuga.organizations.ClosedDays;

/**
 * What must be known of an assignment and a caller before anybody is handed out; columns of {@link #COLUMNS}.
 *
 * @param openCall the caller's open claim, in whatever assignment the caller belongs to
 */
record Gate(
        long assignmentId,
        String revision,
        boolean paused,
        boolean closed,
        boolean callerExists,
        boolean callerRemoved,
        @Nullable String limitReached,
        @Nullable Long openCall,
        boolean under16Allowed,
        int weeklyCap,
        Instant expiresAt,
        CallingWindow window) {

    /** As {@code :caller} when only what belongs to the assignment matters. */
    static final long NOBODY = 0;

    /** Over {@code call_assignment a join organization o}, {@code caller c}, {@code call k} (open) and hours {@code h}. */
    static final String COLUMNS = """
            a.id as assignment_id, a.root_id, a.organization_id, cast(a.xmin as text) as revision,
            a.paused_at is not null as paused, a.expires_at,
            (a.closed_at is not null or a.expires_at <= :now or coalesce(c.calls_until <= :now, false)) as closed, c.id as caller_id,
            c.removed_at is not null as caller_removed, c.limit_reached, k.id as open_call, o.time_zone,
            coalesce(cast(o.settings ->> 'callUnder16' as boolean), false) as under_16,
            {cap} as weekly_cap, h.calling_from, h.calling_to""".replace("{cap}", WeeklyCap.of("a.organization_id"));

    /** The assignment's own hours, else those of the nearest organization that has chosen some. */
    static final String FROM = """
            call_assignment a
            join organization o on o.id = a.organization_id
            left join caller c on c.assignment_id = a.id and c.id = :caller
            left join call k on k.open_caller_id = c.id
            left join lateral (
              select a.calling_from, a.calling_to where a.calling_from is not null
              union all
              (select u.calling_from, u.calling_to from organization_closure x join organization u on u.id = x.ancestor_id
               where a.calling_from is null and x.descendant_id = a.organization_id and u.calling_from is not null
               order by x.depth limit 1)) h on true""";

    static Gate of(Row row, ClosedDays closedDays) {
        var hours = row.time("calling_from")
                .map(from -> new CallingHours(from, row.time("calling_to").orElse(LocalTime.MAX)))
                .orElse(CallingHours.DEFAULT);
        return new Gate(
                row.number("assignment_id"),
                row.text("revision"),
                row.is("paused"),
                row.is("closed"),
                row.numberOrNull("caller_id") != null,
                row.is("caller_removed"),
                row.textOrNull("limit_reached"),
                row.numberOrNull("open_call"),
                row.is("under_16"),
                row.count("weekly_cap"),
                row.instant("expires_at"),
                new CallingWindow(
                        hours, ZoneId.of(row.text("time_zone")), closedDays.calendar(row.number("organization_id"))));
    }

    Definition.Moment moment(Instant at) {
        return new Definition.Moment(at, window.zone(), under16Allowed, weeklyCap);
    }

    /** Refuses what no waiting changes. */
    void requireOpen() {
        if (callerRemoved) {
            throw new CallerRemoved();
        }
        if (closed) {
            throw new AssignmentClosed(assignmentId);
        }
        if (paused) {
            throw new AssignmentPaused(assignmentId);
        }
    }
}
