package se.ringstuga.surveys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.accounts.Actor;
import se.ringstuga.accounts.Secret;
import se.ringstuga.http.NotFound;

/** Personal links to surveys: one person, one survey, expiring; only the hash of the code is kept. */
@ApplicationScoped
class SurveyLinks {

    private final EntityManager entities;
    private final Clock clock;

    SurveyLinks(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** For whom a link is made and in whose name. */
    record NewLink(long organizationId, long personId, long surveyId, Duration life, Actor by) {}

    long add(NewLink link, Secret secret) {
        long id = next();
        add(link, id, secret);
        return id;
    }

    /** The number of a link that is about to be made. */
    long next() {
        return (Long)
                entities.createNativeQuery("select nextval(pg_get_serial_sequence('link_token', 'id'))", Long.class)
                        .getSingleResult();
    }

    /** The numbers of so many links. */
    List<Long> next(int count) {
        return entities.createNativeQuery(
                        "select nextval(pg_get_serial_sequence('link_token', 'id')) from generate_series(1, :count)",
                        Long.class)
                .setParameter("count", count)
                .getResultList();
    }

    /** For what links to many people are made and in whose name. */
    record NewLinks(long organizationId, long surveyId, Duration life, Actor by) {}

    /**
     * A link for each of them.
     *
     * @param ids the numbers of the links by person
     * @param secrets in the order of {@code ids}
     */
    void addAll(NewLinks link, Map<Long, Long> ids, List<Secret> secrets) {
        entities.createNativeQuery("""
                        insert into link_token (id, kind, secret_hash, organization_id, person_id, survey_id,
                                                created_by, created_at, expires_at)
                        select x.id, 'SURVEY', decode(x.hash, 'hex'), :organization, x.person, :survey, :by, :now, :expires
                        from unnest(cast(:ids as bigint[]), cast(:people as bigint[]), cast(:hashes as text[])) x(id, person, hash)""")
                .setParameter("ids", ids.values().toArray(Long[]::new))
                .setParameter("people", ids.keySet().toArray(Long[]::new))
                .setParameter(
                        "hashes",
                        secrets.stream()
                                .map(secret -> HexFormat.of().formatHex(secret.hash()))
                                .toArray(String[]::new))
                .setParameter("organization", link.organizationId())
                .setParameter("survey", link.surveyId())
                .setParameter("by", link.by().toString())
                .setParameter("now", clock.instant())
                .setParameter("expires", clock.instant().plus(link.life()))
                .executeUpdate();
    }

    void add(NewLink link, long id, Secret secret) {
        entities.createNativeQuery("""
                        insert into link_token (id, kind, secret_hash, organization_id, person_id, survey_id,
                                                created_by, created_at, expires_at)
                        values (:id, 'SURVEY', :hash, :organization, :person, :survey, :by, :now, :expires)""")
                .setParameter("id", id)
                .setParameter("hash", secret.hash())
                .setParameter("organization", link.organizationId())
                .setParameter("person", link.personId())
                .setParameter("survey", link.surveyId())
                .setParameter("by", link.by().toString())
                .setParameter("now", clock.instant())
                .setParameter("expires", clock.instant().plus(link.life()))
                .executeUpdate();
    }

    /** The person's links that the organization made, newest first. */
    List<SurveyLinkView> of(long organizationId, long personId) {
        List<Tuple> rows = entities.createNativeQuery("""
                        select id, survey_id, created_at, expires_at, used_at, revoked_at from link_token
                        where kind = 'SURVEY' and person_id = :person and organization_id = :organization
                        order by id desc limit 200""", Tuple.class)
                .setParameter("person", personId)
                .setParameter("organization", organizationId)
                .getResultList();
        return rows.stream().map(SurveyLinkView::of).toList();
    }

    SurveyLinkView view(long organizationId, long personId, long id) {
        return of(organizationId, personId).stream()
                .filter(link -> link.id() == id)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    void revoke(long organizationId, long personId, long id) {
        view(organizationId, personId, id);
        entities.createNativeQuery("update link_token set revoked_at = :now where id = :id and revoked_at is null")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
    }

    /**
     * The living link with this code.
     *
     * @param lock whether to hold it until the transaction ends, so that a double tap is answered one after the other
     */
    Optional<Tuple> living(Secret secret, boolean lock) {
        List<Tuple> rows = entities.createNativeQuery("""
                        select l.id, l.organization_id, l.person_id, l.survey_id, p.given_name,
                               p.organization_id as person_organization, o.name as organization
                        from link_token l
                        join person p on p.id = l.person_id
                        join organization o on o.id = l.organization_id
                        where l.secret_hash = :hash and l.kind = 'SURVEY'
                          and l.revoked_at is null and l.expires_at > :now
                        """ + (lock ? "for update of l" : ""), Tuple.class)
                .setParameter("hash", secret.hash())
                .setParameter("now", clock.instant())
                .getResultList();
        return rows.stream().findFirst();
    }

    void used(long id) {
        entities.createNativeQuery("update link_token set used_at = coalesce(used_at, :now) where id = :id")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
    }
}
