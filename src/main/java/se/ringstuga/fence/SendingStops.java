package se.ringstuga.fence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Notice;
import se.ringstuga.accounts.Notices;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The switch by which everything that an organization and those below it send is stopped. */
@ApplicationScoped
public class SendingStops {

    /** Whether the organization {@code {organization}} is stopped, in the words of the statement this is put into. */
    public static final String STOPPED = """
            exists (select from sending_stop s join organization_closure c on c.ancestor_id = s.organization_id
                    where s.ended_at is null and c.descendant_id = {organization})""";

    private static final NamedSql OPEN = NamedSql.of("""
            select o.slug, o.name as organization, s.since, s.stopped_by, f.name as staff, s.why
            from sending_stop s join organization_closure c on c.ancestor_id = s.organization_id
            join organization o on o.id = s.organization_id
            left join staff f on s.stopped_by = 'staff:' || f.id
            where s.ended_at is null and c.descendant_id = :organization order by c.depth""");

    private static final NamedSql STOP = NamedSql.of("""
            insert into sending_stop (organization_id, since, stopped_by, why) values (:organization, :now, :actor, :why)
            on conflict (organization_id) where ended_at is null do nothing""");

    private static final NamedSql END = NamedSql.of("""
            update sending_stop set ended_at = :now, ended_by = :actor where organization_id = :organization and ended_at is null""");

    private static final NamedSql NAMES = NamedSql.of("""
            select o.name as organization, coalesce((select name from staff where :actor = 'staff:' || id), :actor) as name
            from organization o where o.id = :organization""");

    private final Sql sql;
    private final FenceRows rows;
    private final Notices notices;
    private final Event<SendingStarted> started;
    private final Clock clock;

    SendingStops(Sql sql, FenceRows rows, Notices notices, Event<SendingStarted> started, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.notices = notices;
        this.started = started;
        this.clock = clock;
    }

    /**
     * One that holds for an organization.
     *
     * @param organization the slug of whose it is: its own, or of one above
     * @param stoppedBy who pulled the switch: a name, or for a tool its id as {@code token:3}
     */
    public record Stop(
            String organization,
            String organizationName,
            Instant since,
            String stoppedBy,
            @Nullable String why) {}

    /** Its own first, then those of the organizations above. */
    public List<Stop> of(long organizationId) {
        return sql.list(OPEN, Map.of("organization", organizationId), row -> {
            var name = row.textOrNull("staff");
            var why = row.text("why");
            return new Stop(
                    row.text("slug"),
                    row.text("organization"),
                    row.instant("since"),
                    name == null ? row.text("stopped_by") : name,
                    why.isEmpty() ? null : why);
        });
    }

    /** No batch is begun after this; what is just being handed over goes on. Stopped twice, the first one stands. */
    void stop(long organizationId, String why, String actor) {
        var done = sql.update(
                STOP, Map.of("organization", organizationId, "why", why, "actor", actor, "now", clock.instant()));
        if (done > 0) {
            tell(Notice.Kind.SENDING_STOPPED, organizationId, actor, why);
        }
    }

    void end(long organizationId, String actor) {
        var done = sql.update(END, Map.of("organization", organizationId, "actor", actor, "now", clock.instant()));
        if (done > 0) {
            started.fire(new SendingStarted(organizationId));
            tell(Notice.Kind.SENDING_STARTED, organizationId, actor, "");
        }
    }

    private void tell(Notice.Kind kind, long organizationId, String actor, String why) {
        var details = sql.first(
                        NAMES,
                        Map.of("organization", organizationId, "actor", actor),
                        row -> Map.of("name", row.text("name"), "organization", row.text("organization"), "why", why))
                .orElseThrow();
        notices.tellAdministrators(organizationId, new Notice(kind, "sending:" + organizationId, details));
        rows.tell();
    }
}
