package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import se.ringstuga.accounts.Actor;

/** Remembers what happened with a person and has no table of its own. */
@ApplicationScoped
class PersonEvents {

    private final EntityManager entities;
    private final Clock clock;

    PersonEvents(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Adds one; {@code details} is a JSON object. */
    void add(Person person, Actor actor, String kind, String details) {
        entities.createNativeQuery("""
                        insert into person_event (organization_id, person_id, at, actor, kind, details)
                        values (:organization, :person, :at, :actor, :kind, cast(:details as jsonb))""")
                .setParameter("organization", person.organizationId)
                .setParameter("person", person.id)
                .setParameter("at", clock.instant())
                .setParameter("actor", actor.toString())
                .setParameter("kind", kind)
                .setParameter("details", details)
                .executeUpdate();
    }
}
