package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Makes staff without a link, for the demonstration: with a password and, as the demonstration allows, without a second
 * factor. Everywhere else such an account cannot sign in.
 */
@ApplicationScoped
public class StaffAccounts {

    private final StaffMembers members;
    private final StaffRoles roles;
    private final Passwords passwords;

    StaffAccounts(StaffMembers members, StaffRoles roles, Passwords passwords) {
        this.members = members;
        this.roles = roles;
        this.passwords = passwords;
    }

    /**
     * Makes an account with one role. Call it inside a transaction.
     *
     * @return the id of the member of staff
     */
    public long create(NewStaff wanted) {
        var staff = members.join(wanted.email(), wanted.name(), "sv");
        staff.passwordHash = passwords.hash(wanted.password());
        roles.give(staff.id, wanted.organizationId(), wanted.role(), Actor.SYSTEM.toString());
        return staff.id;
    }

    /** Somebody to be made. */
    public record NewStaff(String email, String name, String password, long organizationId, Role role) {}
}
