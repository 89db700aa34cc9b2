package se.ringstuga;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Secret;
import se.ringstuga.organizations.NewOrganization;
import se.ringstuga.organizations.Organization;
import se.ringstuga.organizations.Organizations;

/** The language in which tests say what exists before they begin. */
@ApplicationScoped
public class Fixtures {

    @Inject
    EntityManager entities;

    @Inject
    Organizations organizations;

    @Inject
    Clock clock;

    /**
     * Deletes what the last test left: truncating a hundred mostly empty tables makes and drops a file for each of
     * their indexes, and costs more than most tests. Tables that have grown are truncated after all, since deleted
     * rows stay in them until a vacuum.
     */
    @Transactional
    void emptyAllTables() {
        entities.createNativeQuery("""
                        do $$
                        declare
                          every_table text[];
                          filled text[] := '{}';
                          grown boolean;
                          name text;
                          has_rows boolean;
                        begin
                          select array_agg(format('%I', relname)) filter (where not relispartition),
                                 bool_or(pg_relation_size(oid) > 1024 * 1024)
                          into every_table, grown
                          from pg_class
                          where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                            and relname not like 'qrtz%' and relname not in ('flyway_schema_history', 'fence');
                          if grown then
                            execute 'truncate ' || array_to_string(every_table, ', ') || ' cascade';
                            return;
                          end if;
                          foreach name in array every_table loop
                            execute 'select exists (select from ' || name || ')' into has_rows;
                            if has_rows then
                              filled := filled || name;
                            end if;
                          end loop;
                          -- Neither foreign keys nor the triggers that keep logs from being shortened.
                          perform set_config('session_replication_role', 'replica', true);
                          foreach name in array filled loop
                            execute 'delete from ' || name;
                          end loop;
                        end $$""").executeUpdate();
    }

    /** An association of its own tree. */
    @Transactional
    public long organization(String slug) {
        return organizations.create(NewOrganization.named(Organization.Kind.ASSOCIATION, slug, slug), null).id;
    }

    /** A local group (or whatever the kind) below another. */
    @Transactional
    public long organizationBelow(String parent, String slug) {
        var above = organizations.findBySlug(parent).orElseThrow();
        return organizations.create(NewOrganization.named(Organization.Kind.LOCAL_GROUP, slug, slug), above.id).id;
    }

    /** A token with every scope; the value to send as bearer. */
    @Transactional
    public String token(String slug) {
        return token(slug, Permission.values());
    }

    @Transactional
    public String token(String slug, Permission... permissions) {
        var secret = Secret.random();
        entities.createNativeQuery("""
                        insert into api_token (organization_id, title, secret_hash, scopes, created_by, created_at, expires_at)
                        select id, 'test', :hash, :scopes, 'system:0', :now, :expires from organization where slug = :slug""")
                .setParameter("hash", secret.hash())
                .setParameter(
                        "scopes",
                        Arrays.stream(permissions).map(Permission::scope).toArray(String[]::new))
                .setParameter("now", clock.instant())
                .setParameter("expires", clock.instant().plus(Duration.ofDays(30)))
                .setParameter("slug", slug)
                .executeUpdate();
        return secret.value();
    }
}
