package se.ringstuga.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.Secret;
import se.ringstuga.accounts.StaffAdmission;
import se.ringstuga.organizations.NewOrganization;
import se.ringstuga.organizations.Organization;
import se.ringstuga.organizations.Organization.Kind;
import se.ringstuga.organizations.Organizations;

/** The invented party: from the whole country down to a local group, with an administrator and an organizer. */
@ApplicationScoped
class DemoOrganizations {

    /** In the settings of a tree's root; what reaches real people refuses to be switched on below such a root. */
    static final String MARK = "demo";

    private static final int PASSWORD_BITS = 96;

    private final Organizations organizations;
    private final StaffAdmission staff;

    DemoOrganizations(Organizations organizations, StaffAdmission staff) {
        this.organizations = organizations;
        this.staff = staff;
    }

    record Made(DemoPlaces places, List<DemoSignIns.StaffSignIn> staff) {}

    boolean nothingIsThereYet() {
        return organizations.isEmpty();
    }

    boolean isDemo() {
        return Boolean.TRUE.equals(organizations.oldestRoot().settings.get(MARK));
    }

    Made make() {
        var party =
                organizations.create(NewOrganization.named(Kind.NATIONAL, "Exempelpartiet", "exempelpartiet"), null);
        party.settings = Map.of(MARK, true);
        var district = below(party, NewOrganization.named(Kind.DISTRICT, "Storstockholm", "storstockholm"));
        var hagersten = below(district, NewOrganization.named(Kind.ASSOCIATION, "Hägersten", "hagersten"));
        var solna = below(district, NewOrganization.named(Kind.ASSOCIATION, "Solna", "solna"));
        below(hagersten, NewOrganization.named(Kind.LOCAL_GROUP, InventedRegister.LOCAL_GROUP, "midsommarkransen"));
        var administrator = new DemoSignIns.StaffSignIn("Administrator", "administrator@example.org", password());
        var organizer = new DemoSignIns.StaffSignIn("Organizer", "organisator@example.org", password());
        return new Made(
                new DemoPlaces(
                        party.id,
                        hagersten.id,
                        solna.id,
                        hagersten.zone(),
                        staff.admit(
                                new StaffAdmission.Newcomer(
                                        administrator.email(), "Asta Administratör", Role.ADMINISTRATOR, party.id),
                                administrator.password()),
                        staff.admit(
                                new StaffAdmission.Newcomer(
                                        organizer.email(), "Orvar Organisatör", Role.ORGANIZER, hagersten.id),
                                organizer.password())),
                List.of(administrator, organizer));
    }

    private Organization below(Organization parent, NewOrganization wanted) {
        return organizations.create(wanted, parent.id);
    }

    private static String password() {
        return Secret.ofBits(PASSWORD_BITS).value();
    }
}
