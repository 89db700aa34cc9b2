package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import se.ringstuga.accounts.Actor;

/** Which organizations below the register's own see a person too (decision 011). */
@ApplicationScoped
class Connections {

    private final EntityManager entities;

    Connections(EntityManager entities) {
        this.entities = entities;
    }

    /** Connects by hand; a connection the register made becomes one that an import does not take away. */
    void connect(Person person, long organizationId, Actor actor, Instant at) {
        entities.createNativeQuery("""
                        insert into person_connection
                          (connected_to, organization_id, person_id, source, connected_at, connected_by)
                        values (:to, :organization, :person, 'STAFF', :at, :by)
                        on conflict (connected_to, person_id) do update set source = 'STAFF'""")
                .setParameter("to", organizationId)
                .setParameter("organization", person.organizationId)
                .setParameter("person", person.id)
                .setParameter("at", at)
                .setParameter("by", actor.toString())
                .executeUpdate();
    }

    void disconnect(Person person, long organizationId) {
        entities.createNativeQuery("delete from person_connection where connected_to = :to and person_id = :person")
                .setParameter("to", organizationId)
                .setParameter("person", person.id)
                .executeUpdate();
    }
}
