package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;

/** Sees what another feature sees that hears of ended memberships, and can fail as it could. */
@ApplicationScoped
class MembershipsEndedWitness {

    @Inject
    EntityManager entities;

    private final List<Long> seenAsEnded = new ArrayList<>();
    private volatile boolean failing;

    void heard(@Observes MembershipsEnded ended) {
        if (failing) {
            throw new IllegalStateException("the queue cannot be changed");
        }
        List<?> ids = entities.createNativeQuery(
                        "select person_id from membership where left_on is not null and person_id in (:ids)",
                        Long.class)
                .setParameter("ids", ended.personIds())
                .getResultList();
        ids.forEach(id -> seenAsEnded.add((Long) id));
    }

    void failNext(boolean fail) {
        seenAsEnded.clear();
        failing = fail;
    }

    List<Long> seenAsEnded() {
        return List.copyOf(seenAsEnded);
    }
}
