package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/**
 * Who saw or changed whom; only ever added to. One row a request, at most 1,000 people a row. Called inside the
 * transaction of the read or change, so that neither exists without the other.
 */
@ApplicationScoped
public class AccessLog {

    static final int PEOPLE_A_ROW = 1000;

    private static final NamedSql INSERT = NamedSql.of("""
            insert into access_log (organization_id, at, actor, action, subject, person_ids)
            values (:organization, :at, :actor, :action, :subject, :people)""");

    private final Sql sql;
    private final Access access;
    private final OpenedPeople opened;
    private final Clock clock;

    AccessLog(Sql sql, Access access, OpenedPeople opened, Clock clock) {
        this.sql = sql;
        this.access = access;
        this.opened = opened;
        this.clock = clock;
    }

    /**
     * Logs for the one who asks in this request.
     *
     * @param action what was done, such as {@code person.read}, {@code people.list}, {@code call.claimed}
     * @param subject what it was done through, such as {@code segment:7}, or the filter that was counted
     */
    public void record(String action, @Nullable String subject, List<Long> personIds) {
        record(access.organizationId(), access.actor(), new Entry(action, subject, personIds));
    }

    /** The same for callers' pages, members' links and jobs, which have no {@link Access}. */
    public void record(long organizationId, Actor actor, Entry entry) {
        var people = entry.personIds();
        for (int from = 0; from == 0 || from < people.size(); from += PEOPLE_A_ROW) {
            insert(organizationId, actor, entry, people.subList(from, Math.min(people.size(), from + PEOPLE_A_ROW)));
        }
        opened.watch(organizationId, actor, entry.action());
    }

    private void insert(long organizationId, Actor actor, Entry entry, List<Long> people) {
        var parameters = new HashMap<String, Object>(Map.of(
                "organization", organizationId, "at", clock.instant(), "action", entry.action(), "people", people));
        parameters.put("actor", actor.toString());
        parameters.put("subject", entry.subject());
        sql.update(INSERT, parameters);
    }

    /** What was done, through what, to whom. */
    public record Entry(String action, @Nullable String subject, List<Long> personIds) {}
}
