package se.ringstuga.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.ringstuga.http.PublicUrl;

/**
 * For the last administrator, whom no other can reset: a start with {@code RINGSTUGA_RESET_ADMINISTRATOR=EMAIL} prints a
 * link of 24 hours for a new password and second factor. Whoever can set it can read the database anyway. Remove it
 * afterwards, since every start with it prints another link and makes the former ones worthless.
 */
@ApplicationScoped
class AdministratorReset {

    private final StaffMembers members;
    private final StaffRoles roles;
    private final Links links;
    private final Notices notices;
    private final PublicUrl url;

    AdministratorReset(StaffMembers members, StaffRoles roles, Links links, Notices notices, PublicUrl url) {
        this.members = members;
        this.roles = roles;
        this.links = links;
        this.notices = notices;
        this.url = url;
    }

    void start(
            @Observes StartupEvent event,
            @ConfigProperty(name = "ringstuga.reset-administrator") Optional<String> email) {
        email.filter(given -> !given.isBlank()).map(this::run).ifPresent(System.out::println);
    }

    /** What to print: the link, or that there is nobody with this address. */
    String run(String email) {
        return QuarkusTransaction.requiringNew()
                .call(() -> members.findByEmail(email)
                        .map(this::link)
                        .orElse("RINGSTUGA_RESET_ADMINISTRATOR names nobody of the staff: " + email));
    }

    private String link(Staff staff) {
        links.revokeOfStaff(staff.id);
        var made = links.make(new Links.NewLink(Links.Kind.RESET, null, staff.id, Map.of()), Actor.SYSTEM);
        roles.organizationsOf(staff.id)
                .forEach(organization -> notices.tellAdministrators(
                        organization,
                        new Notice(
                                Notice.Kind.STAFF_RESET_BY_SERVER, "staff:" + staff.id, Map.of("name", staff.name))));
        return "A new password and second factor for %s, within 24 hours, once:%n%s"
                .formatted(staff.email, url.of(made.path()));
    }
}
