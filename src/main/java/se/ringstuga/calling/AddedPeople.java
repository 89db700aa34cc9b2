package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import se.ringstuga.accounts.Actor;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/**
 * People who are put on an assignment's list by name, beside those whom its target finds. Everything else about them is as of
 * the others: the policy, the goal, the attempts. Part of the caller's transaction.
 */
@ApplicationScoped
public class AddedPeople {

    /** Of person {@code p}; needs {@code assignment}. */
    static final String ADDED = """
            exists (select from call_assignment_person added where added.assignment_id = :assignment and added.person_id = p.id)""";

    private static final NamedSql ADD = NamedSql.of("""
            insert into call_assignment_person (assignment_id, person_organization, person_id, added_at, added_by)
            select :assignment, p.organization_id, p.id, :now, :actor from person p where p.id = any (cast(:people as bigint[]))
            on conflict do nothing""");

    private static final NamedSql OPEN = NamedSql.of("""
            select exists (select from call_assignment where id = :assignment and closed_at is null and expires_at > :now) as open""");

    private final Sql sql;
    private final QueueRefresh queue;
    private final Clock clock;

    AddedPeople(Sql sql, QueueRefresh queue, Clock clock) {
        this.sql = sql;
        this.queue = queue;
        this.clock = clock;
    }

    /** Whoever is there already stays; the list has them at once. */
    public void add(long assignmentId, List<Long> people, Actor actor) {
        sql.update(
                ADD,
                Map.of(
                        "assignment",
                        assignmentId,
                        "people",
                        people,
                        "now",
                        clock.instant(),
                        "actor",
                        actor.toString()));
        queue.people(assignmentId, people);
    }

    /** Whether anybody can still be called from it. */
    public boolean isOpen(long assignmentId) {
        return sql.first(OPEN, Map.of("assignment", assignmentId, "now", clock.instant()), row -> row.is("open"))
                .orElse(false);
    }
}
