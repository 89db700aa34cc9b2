package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Tells the administrators when a member of staff opens very many people in a short time (rule 41). */
@ApplicationScoped
class OpenedPeople {

    private static final int MANY = 100;
    private static final Duration WINDOW = Duration.ofHours(1);

    /** What shows ways to reach somebody; a list of names does not. */
    private static final Set<String> OPENING = Set.of("person.read", "people.read");

    private static final NamedSql OPENED = NamedSql.of("""
            select count(distinct opened) as people from access_log l cross join lateral unnest(l.person_ids) opened
            where l.actor = :actor and l.at > :since and l.action in ('person.read', 'people.read')""");

    private static final NamedSql TOLD = NamedSql.of("""
            select id from notice
            where organization_id = :organization and kind = 'people-opened' and subject = :actor and created_at > :since limit 1""");

    private static final NamedSql WHO = NamedSql.of("""
            select s.name, o.name as organization from staff s cross join organization o
            where s.id = :staff and o.id = :organization""");

    private final Sql sql;
    private final Notices notices;
    private final Clock clock;

    OpenedPeople(Sql sql, Notices notices, Clock clock) {
        this.sql = sql;
        this.notices = notices;
        this.clock = clock;
    }

    /** Looks once more after each opening; tells once an hour. */
    void watch(long organizationId, Actor actor, String action) {
        if (actor.kind() != Actor.Kind.STAFF || !OPENING.contains(action)) {
            return;
        }
        Instant since = clock.instant().minus(WINDOW);
        long people = sql.first(OPENED, Map.of("actor", actor.toString(), "since", since), row -> row.number("people"))
                .orElse(0L);
        if (people > MANY && !told(organizationId, actor, since)) {
            sql.first(
                            WHO,
                            Map.of("staff", actor.id(), "organization", organizationId),
                            row -> Map.of(
                                    "name", row.text("name"),
                                    "organization", row.text("organization"),
                                    "count", String.valueOf(people)))
                    .ifPresent(details -> notices.tellAdministrators(
                            organizationId, new Notice(Notice.Kind.PEOPLE_OPENED, actor.toString(), details)));
        }
    }

    private boolean told(long organizationId, Actor actor, Instant since) {
        return sql.first(
                        TOLD,
                        Map.of("organization", organizationId, "actor", actor.toString(), "since", since),
                        row -> row.number("id"))
                .isPresent();
    }
}
