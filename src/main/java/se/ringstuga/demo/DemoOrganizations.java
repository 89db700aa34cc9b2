package se.ringstuga.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import se.ringstuga.accounts.Actor;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.Secret;
import se.ringstuga.accounts.StaffAdmission;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.SmsSenders;
import se.ringstuga.organizations.NewOrganization;
import se.ringstuga.organizations.Organization;
import se.ringstuga.organizations.Organization.Kind;
import se.ringstuga.organizations.Organizations;

/** The invented party: from the whole country down to a local group, with an administrator and an organizer. */
@ApplicationScoped
class DemoOrganizations {

    /** In the settings of a tree's root; what reaches real people refuses to be switched on below such a root. */
    static final String MARK = "demo";

    private static final String HAGERSTEN = "hagersten";
    private static final String SOLNA = "solna";

    /** Beside the mark until the invented evenings are behind: a start that finds it goes on where the last one ended. */
    private static final String UNFINISHED = "unfinished";

    static final String ADMINISTRATOR = "administrator@example.org";
    static final String ORGANIZER = "organisator@example.org";
    private static final String SENDER = "+46701740699";
    private static final int PASSWORD_BITS = 96;

    private static final NamedSql STAFF = NamedSql.of("select id from staff where email = :email");

    private final Organizations organizations;
    private final StaffAdmission staff;
    private final SmsSenders senders;
    private final Sql sql;

    DemoOrganizations(Organizations organizations, StaffAdmission staff, SmsSenders senders, Sql sql) {
        this.organizations = organizations;
        this.staff = staff;
        this.senders = senders;
        this.sql = sql;
    }

    boolean nothingIsThereYet() {
        return organizations.isEmpty();
    }

    boolean isDemo() {
        return Boolean.TRUE.equals(organizations.oldestRoot().settings.get(MARK));
    }

    boolean isUnfinished() {
        return organizations.oldestRoot().settings.containsKey(UNFINISHED);
    }

    void finish() {
        organizations.oldestRoot().settings = Map.of(MARK, true);
    }

    DemoPlaces places() {
        var hagersten = organizations.findBySlug(HAGERSTEN).orElseThrow();
        return new DemoPlaces(
                organizations.oldestRoot().id,
                hagersten.id,
                organizations.findBySlug(SOLNA).orElseThrow().id,
                hagersten.zone(),
                actor(ADMINISTRATOR),
                actor(ORGANIZER));
    }

    List<DemoSignIns.StaffSignIn> make() {
        var party =
                organizations.create(NewOrganization.named(Kind.NATIONAL, "Exempelpartiet", "exempelpartiet"), null);
        party.settings = Map.of(MARK, true, UNFINISHED, true);
        var district = below(party, NewOrganization.named(Kind.DISTRICT, "Storstockholm", "storstockholm"));
        var hagersten = below(district, NewOrganization.named(Kind.ASSOCIATION, "Hägersten", HAGERSTEN));
        below(district, NewOrganization.named(Kind.ASSOCIATION, "Solna", SOLNA));
        below(hagersten, NewOrganization.named(Kind.LOCAL_GROUP, InventedRegister.LOCAL_GROUP, "midsommarkransen"));
        var administrator = new DemoSignIns.StaffSignIn("Administrator", ADMINISTRATOR, password());
        var organizer = new DemoSignIns.StaffSignIn("Organizer", ORGANIZER, password());
        staff.admit(
                new StaffAdmission.Newcomer(ADMINISTRATOR, "Asta Administratör", Role.ADMINISTRATOR, party.id),
                administrator.password());
        staff.admit(
                new StaffAdmission.Newcomer(ORGANIZER, "Orvar Organisatör", Role.ORGANIZER, hagersten.id),
                organizer.password());
        senders.add(hagersten.id, SENDER, actor(ADMINISTRATOR));
        return List.of(administrator, organizer);
    }

    private Actor actor(String email) {
        return sql.first(STAFF, Map.of("email", email), row -> new Actor(Actor.Kind.STAFF, row.number("id")))
                .orElseThrow();
    }

    private Organization below(Organization parent, NewOrganization wanted) {
        return organizations.create(wanted, parent.id);
    }

    private static String password() {
        return Secret.ofBits(PASSWORD_BITS).value();
    }
}
