package se.ringstuga.segments;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.segments.KnownPeople.Person;
import se.ringstuga.segments.KnownPeople.SignUp;
import se.ringstuga.segments.RandomWorld.Things;

/** Events drawn at random, here, below and elsewhere, some of them called off, and what the people of a random world did about them. */
@ApplicationScoped
class RandomEvents {

    private static final List<String> STATES =
            List.of("INVITED", "SIGNED_UP", "WAITING", "CANCELLED", "ATTENDED", "ABSENT");

    private static final NamedSql KIND = NamedSql.of("""
            insert into event_kind (organization_id, title, key, created_at, created_by)
            select id, :key, :key, :now, 'x' from organization where slug = :slug returning id""");

    private static final NamedSql EVENT = NamedSql.of("""
            insert into event (organization_id, kind_organization, kind_id, title, starts_at, ends_at, sign_up_closes, visibility, uid,
                               cancelled_at, cancelled_by, changed_at, created_at, created_by)
            select o.id, k.organization_id, k.id, 'x', :at, cast(:at as timestamptz) + interval '1 hour', :at, 'MEMBERS',
                   cast(gen_random_uuid() as text), case when :off then cast(:at as timestamptz) end, case when :off then 'x' end, :at, :at, 'x'
            from organization o, event_kind k where o.slug = :slug and k.id = :kind returning id""");

    private static final NamedSql SIGN_UP = NamedSql.of("""
            insert into sign_up (organization_id, event_id, person_organization, person_id, state, source, signed_up_at, attended_at,
                                 created_at, changed_at, changed_by)
            select e.organization_id, e.id, p.organization_id, p.id, :state, 'API', case when :placed then cast(:at as timestamptz) end,
                   case when :state = 'ATTENDED' then cast(:at as timestamptz) end, :at, :at, 'x'
            from event e, person p where e.id = :event and p.id = :person""");

    @Inject
    Sql sql;

    /** Kinds of the top and of one below, two of them with the same key. */
    record Drawn(List<Long> kinds, List<Long> events) {}

    private record Event(long id, long kind, Instant at, boolean counts) {}

    Drawn draw(Random random, Things things, Instant now) {
        return QuarkusTransaction.requiringNew().timeout(120).call(() -> {
            var meeting = kind("solna", "medlemsmote", now);
            var pub = kind("solna", "pubkvall", now);
            var same = kind("huvudsta", "medlemsmote", now);
            var events = new ArrayList<Event>();
            for (var slug : List.of("solna", "solna", "solna", "huvudsta", "rasunda", "boras")) {
                var at = now.plus(Duration.ofHours(random.nextInt(24 * 40) - 24 * 28));
                var kind = slug.equals("huvudsta") ? same : random.nextBoolean() ? meeting : pub;
                events.add(event(slug, kind, at, random.nextInt(5) == 0));
            }
            things.people().forEach(person -> signUps(random, person, events, Map.of(same, meeting)));
            sql.update(NamedSql.of("analyze event, sign_up"), Map.of());
            return new Drawn(
                    List.of(meeting, pub), events.stream().map(Event::id).toList());
        });
    }

    private void signUps(Random random, Person person, List<Event> events, Map<Long, Long> alike) {
        for (var event : events) {
            if (random.nextInt(3) > 0) {
                continue;
            }
            var state = STATES.get(random.nextInt(STATES.size()));
            var placed = !state.equals("INVITED") && (!state.equals("ATTENDED") || random.nextBoolean());
            sql.update(
                    SIGN_UP,
                    Map.of(
                            "event",
                            event.id(),
                            "person",
                            person.id,
                            "state",
                            state,
                            "placed",
                            placed,
                            "at",
                            event.at()));
            if (event.counts()) {
                var kind = alike.getOrDefault(event.kind(), event.kind());
                person.signUps.add(new SignUp(event.id(), kind, state, placed, event.at()));
            }
        }
    }

    private long kind(String slug, String key, Instant now) {
        return sql.first(KIND, Map.of("slug", slug, "key", key, "now", now), row -> row.number("id"))
                .orElseThrow();
    }

    private Event event(String slug, long kind, Instant at, boolean off) {
        var parameters = new HashMap<String, Object>(Map.of("slug", slug, "kind", kind, "at", at, "off", off));
        var id = sql.first(EVENT, parameters, row -> row.number("id")).orElseThrow();
        return new Event(id, kind, at, !off && !slug.equals("boras"));
    }
}
