package se.ringstuga.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.ringstuga.http.PublicUrl;
import se.ringstuga.organizations.NewOrganization;
import se.ringstuga.organizations.Organization;
import se.ringstuga.organizations.Organizations;

/**
 * How the first one comes in. On an empty database with {@code RINGSTUGA_BOOTSTRAP_TOKEN} and
 * {@code RINGSTUGA_BOOTSTRAP_ORGANIZATION} the organization and a token with every scope are made; later starts ignore
 * both. Without them, and as long as nobody administers anything, each start prints a set-up link. The demonstration has
 * people of its own and needs neither.
 */
@ApplicationScoped
class FirstStart {

    private static final int SHORTEST_TOKEN = 32;

    /** The token's life is decided when it is used ({@link Grants#ofToken}). */
    private static final Instant NO_DATE_OF_ITS_OWN = Instant.parse("9999-12-31T00:00:00Z");

    private final Organizations organizations;
    private final ApiTokens tokens;
    private final StaffRoles roles;
    private final Links links;
    private final PublicUrl url;

    FirstStart(Organizations organizations, ApiTokens tokens, StaffRoles roles, Links links, PublicUrl url) {
        this.organizations = organizations;
        this.tokens = tokens;
        this.roles = roles;
        this.links = links;
        this.url = url;
    }

    void start(
            @Observes StartupEvent event,
            @ConfigProperty(name = "ringstuga.demo", defaultValue = "false") boolean demo,
            @ConfigProperty(name = "ringstuga.bootstrap.token") Optional<String> token,
            @ConfigProperty(name = "ringstuga.bootstrap.organization") Optional<String> organization) {
        if (!demo) {
            run(given(token), given(organization)).ifPresent(System.out::println);
        }
    }

    /**
     * Makes the first organization or a set-up link.
     *
     * @return what to print; empty when there is nothing to say
     */
    Optional<String> run(Optional<String> token, Optional<String> organization) {
        return QuarkusTransaction.requiringNew().call(() -> {
            roles.lockFirstAdministrator();
            if (organizations.isEmpty() && (token.isPresent() || organization.isPresent())) {
                bootstrap(token.orElse(""), organization.orElse(""));
                return Optional.of("Made the organization " + organization.orElse("")
                        + " and an API token with every scope from RINGSTUGA_BOOTSTRAP_TOKEN.");
            } else if (token.isPresent() || roles.administratorExists()) {
                return Optional.empty();
            }
            var link = links.make(new Links.NewLink(Links.Kind.SETUP, null, null, Map.of()), Actor.SYSTEM);
            return Optional.of(
                    "Nobody administers this installation yet. Set it up within 24 hours here (works once):\n"
                            + url.of(link.path()));
        });
    }

    private void bootstrap(String token, String slug) {
        if (token.length() < SHORTEST_TOKEN) {
            throw new IllegalStateException("RINGSTUGA_BOOTSTRAP_TOKEN needs at least " + SHORTEST_TOKEN
                    + " characters; draw one, for example with: openssl rand -hex 32");
        }
        if (!slug.matches(NewOrganization.SLUG)) {
            throw new IllegalStateException(
                    "RINGSTUGA_BOOTSTRAP_ORGANIZATION must be small letters, digits and hyphens,"
                            + " at most 63: the organization's name in addresses.");
        }
        var organization = organizations.create(NewOrganization.named(Organization.Kind.ASSOCIATION, slug, slug), null);
        tokens.insert(
                new ApiTokens.Row(
                        organization.id, "bootstrap", Permission.all(), Actor.SYSTEM, NO_DATE_OF_ITS_OWN, true),
                new Secret(token));
    }

    private static Optional<String> given(Optional<String> value) {
        return value.map(String::strip).filter(text -> !text.isEmpty());
    }
}
