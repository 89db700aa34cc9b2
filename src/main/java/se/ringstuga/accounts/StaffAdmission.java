package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets staff in with a password at once and without a second factor: of use in the demonstration only. */
@ApplicationScoped
public class StaffAdmission {

    private final StaffMembers members;
    private final StaffRoles roles;
    private final Passwords passwords;

    StaffAdmission(StaffMembers members, StaffRoles roles, Passwords passwords) {
        this.members = members;
        this.roles = roles;
        this.passwords = passwords;
    }

    /** Who comes in, as what. */
    public record Newcomer(String email, String name, Role role, long organizationId) {}

    /** Makes the account inside the caller's transaction; outside the demonstration its password alone opens nothing. */
    public Actor admit(Newcomer newcomer, String password) {
        var staff = members.join(newcomer.email(), newcomer.name(), "sv");
        staff.passwordHash = passwords.hash(password);
        roles.give(staff.id, newcomer.organizationId(), newcomer.role(), Actor.SYSTEM.toString());
        return new Actor(Actor.Kind.STAFF, staff.id);
    }
}
