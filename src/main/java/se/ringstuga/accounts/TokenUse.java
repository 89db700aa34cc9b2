package se.ringstuga.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Records when a token was last used, outside the request's transaction and at most once a minute. */
@ApplicationScoped
class TokenUse {

    private final EntityManager entities;
    private final Clock clock;

    TokenUse(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Skips the row when another request is writing it: one record a minute is enough. */
    void record(long tokenId) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                        update api_token set last_used_at = :now
                        where id = (select id from api_token where id = :id for update skip locked)""")
                        .setParameter("now", clock.instant())
                        .setParameter("id", tokenId)
                        .executeUpdate());
    }
}
