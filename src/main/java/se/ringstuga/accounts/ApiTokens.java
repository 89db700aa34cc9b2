package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.http.Violation;

/** The tokens by which tools come in; of each only the hash is kept. */
@ApplicationScoped
class ApiTokens {

    private static final int DEFAULT_DAYS = 365;

    private static final String COLUMNS = """
            select t.id, t.title, t.scopes, t.created_by, t.created_at, t.expires_at, t.last_used_at, s.name as maker, not %s as rests
            from api_token t left join staff s on s.id = t.staff_id""".formatted(LivingRole.behind("t"));

    private final EntityManager entities;
    private final Access access;
    private final Clock clock;

    ApiTokens(EntityManager entities, Access access, Clock clock) {
        this.entities = entities;
        this.access = access;
        this.clock = clock;
    }

    /** Makes a token of the request's organization; the answer alone carries its secret. */
    TokenView make(NewToken wanted) {
        var scopes = wanted.scopes() == null ? usualScopes() : scopes(wanted.scopes());
        if (!access.mayGive(scopes)) {
            throw new InvalidInput("scopes", "has rights that you lack yourself");
        }
        var days = wanted.expiresInDays() == null ? DEFAULT_DAYS : wanted.expiresInDays();
        var secret = Secret.random();
        var token = new Row(
                access.organizationId(),
                wanted.title().strip(),
                scopes,
                access.actor(),
                clock.instant().plus(Duration.ofDays(days)),
                false);
        return view(insert(token, secret)).withSecret(secret);
    }

    long insert(Row token, Secret secret) {
        return (Long) entities.createNativeQuery("""
                        insert into api_token
                          (organization_id, title, secret_hash, scopes, created_by, staff_id, created_at, expires_at, bootstrap)
                        values (:organization, :title, :hash, :scopes, :by,
                                case :kind when 'STAFF' then :maker
                                           when 'TOKEN' then (select staff_id from api_token where id = :maker) end,
                                :now, :expires, :bootstrap)
                        returning id""", Long.class)
                .setParameter("organization", token.organizationId())
                .setParameter("title", token.title())
                .setParameter("hash", secret.hash())
                .setParameter(
                        "scopes", token.scopes().stream().map(Permission::scope).toArray(String[]::new))
                .setParameter("by", token.by().toString())
                .setParameter("kind", token.by().kind().name())
                .setParameter("maker", token.by().id())
                .setParameter("now", clock.instant())
                .setParameter("expires", token.expiresAt())
                .setParameter("bootstrap", token.bootstrap())
                .getSingleResult();
    }

    TokenView view(long id) {
        List<Tuple> rows = entities.createNativeQuery(
                        COLUMNS + " where t.id = :id and t.organization_id = :organization", Tuple.class)
                .setParameter("id", id)
                .setParameter("now", clock.instant())
                .setParameter("organization", access.organizationId())
                .getResultList();
        return rows.stream().findFirst().map(ApiTokens::view).orElseThrow(NotFound::new);
    }

    /** Those that work, and those that rest while their makers have no access; newest first. */
    Page<TokenView> list(PageRequest page) {
        List<Tuple> rows = entities.createNativeQuery(COLUMNS + """
                         where t.organization_id = :organization and t.revoked_at is null and t.expires_at > :now and t.id < :before
                        order by t.id desc limit :limit""", Tuple.class)
                .setParameter("organization", access.organizationId())
                .setParameter("now", clock.instant())
                .setParameter("before", page.after().map(Cursor::id).orElse(Long.MAX_VALUE))
                .setParameter("limit", page.limit() + 1)
                .getResultList();
        var views = rows.stream().map(ApiTokens::view).toList();
        return Page.of(views, page.limit(), last -> new Cursor("", last.id()));
    }

    /** Ends a token at once; ending it again changes nothing. */
    void revoke(long id) {
        view(id);
        entities.createNativeQuery("update api_token set revoked_at = :now where id = :id and revoked_at is null")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Ends those that somebody made here or below, and those that were made with them. */
    void revokeOf(long staffId, long organizationId) {
        entities.createNativeQuery("""
                        update api_token set revoked_at = :now
                        where staff_id = :staff and revoked_at is null and organization_id in (
                          select descendant_id from organization_closure where ancestor_id = :organization)""")
                .setParameter("staff", staffId)
                .setParameter("now", clock.instant())
                .setParameter("organization", organizationId)
                .executeUpdate();
    }

    private Set<Permission> usualScopes() {
        var usual = EnumSet.complementOf(EnumSet.of(Permission.STAFF_MANAGE, Permission.TOKENS_MANAGE));
        usual.removeIf(permission -> !access.has(permission));
        if (usual.isEmpty()) {
            throw new InvalidInput("scopes", "must be given: you have none of those that a token gets unless told");
        }
        return usual;
    }

    private static Set<Permission> scopes(List<String> names) {
        var wrong = IntStream.range(0, names.size())
                .filter(i -> Permission.ofScope(names.get(i)).isEmpty())
                .mapToObj(i -> Violation.body("scopes[" + i + "]", "is no scope; there are " + Permission.scopes()))
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        var scopes = EnumSet.noneOf(Permission.class);
        names.stream().map(Permission::ofScope).flatMap(Optional::stream).forEach(scopes::add);
        return scopes;
    }

    private static TokenView view(Tuple row) {
        return new TokenView(
                row.get("id", Long.class),
                row.get("title", String.class),
                List.of(row.get("scopes", String[].class)),
                row.get("created_by", String.class),
                row.get("maker", String.class),
                row.get("rests", Boolean.class),
                row.get("created_at", Instant.class),
                row.get("expires_at", Instant.class),
                row.get("last_used_at", Instant.class),
                null,
                null);
    }

    /** What is stored of a token. */
    record Row(
            long organizationId,
            String title,
            Set<Permission> scopes,
            Actor by,
            Instant expiresAt,
            boolean bootstrap) {}
}
