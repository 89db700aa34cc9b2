package se.ringstuga.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What was done under which key. */
@ApplicationScoped
public class IdempotencyRecords {

    private static final Duration KEPT = Duration.ofHours(24);

    private final EntityManager entities;

    IdempotencyRecords(EntityManager entities) {
        this.entities = entities;
    }

    /** Held until the transaction ends; somebody else holding it means that the first request still runs. */
    void lock(Place place) {
        var free = (Boolean) entities.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended(:place, 20))", Boolean.class)
                .setParameter("place", place.toString())
                .getSingleResult();
        if (!free) {
            throw new Idempotency.StillRunning();
        }
    }

    /** The same for whoever would rather see what comes of the first request. */
    void await(Place place) {
        entities.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:place, 20)) as text)", String.class)
                .setParameter("place", place.toString())
                .getSingleResult();
    }

    Optional<Stored> find(Place place, Instant now) {
        List<Tuple> rows = bound(place, """
                        select body_hash, status, resource_id from idempotency_record
                        where organization_id = :organization and principal = :principal and method = :method
                          and path = :path and key = :key and created_at > :now""", Tuple.class)
                .setParameter("now", now.minus(KEPT))
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Stored(
                        HexFormat.of().formatHex(row.get("body_hash", byte[].class)),
                        new Outcome(row.get("status", Integer.class), row.get("resource_id", Long.class))));
    }

    void store(Place place, String bodyHash, Outcome outcome, Instant now) {
        bound(place, """
                        insert into idempotency_record
                          (organization_id, principal, method, path, key, body_hash, status, resource_id, created_at)
                        values (:organization, :principal, :method, :path, :key, :hash, :status, :resource, :now)
                        on conflict (organization_id, principal, method, path, key)
                        do update set body_hash = :hash, status = :status, resource_id = :resource, created_at = :now""", Object.class)
                .setParameter("hash", HexFormat.of().parseHex(bodyHash))
                .setParameter("status", outcome.status())
                .setParameter("resource", outcome.resourceId())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Run by a job: forgets the keys of yesterday. */
    @Transactional
    public int forgetExpired(Instant now) {
        return entities.createNativeQuery("delete from idempotency_record where created_at <= :now")
                .setParameter("now", now.minus(KEPT))
                .executeUpdate();
    }

    private Query bound(Place place, String sql, Class<?> row) {
        var query = row == Object.class ? entities.createNativeQuery(sql) : entities.createNativeQuery(sql, row);
        return query.setParameter("organization", place.organizationId())
                .setParameter("principal", place.principal())
                .setParameter("method", place.method())
                .setParameter("path", place.path())
                .setParameter("key", place.key());
    }

    record Place(long organizationId, String principal, String method, String path, String key) {}

    record Outcome(int status, long resourceId) {}

    record Stored(String bodyHash, Outcome outcome) {}
}
