package se.ringstuga.accounts;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** All staff of the installation; what they may do in an organization is in {@link StaffRoles}. */
@ApplicationScoped
class StaffMembers implements PanacheRepository<Staff> {

    private static final String ADDRESS = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";
    private static final int LONGEST_ADDRESS = 254;

    private final Clock clock;

    StaffMembers(Clock clock) {
        this.clock = clock;
    }

    static String address(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isAddress(String typed) {
        var address = address(typed);
        return address.length() <= LONGEST_ADDRESS && address.matches(ADDRESS);
    }

    /** Of those who may sign in. */
    Optional<Staff> findByEmail(String email) {
        return find("email = ?1 and disabledAt is null", address(email)).firstResultOptional();
    }

    Optional<Staff> findActive(long id) {
        return find("id = ?1 and disabledAt is null", id).firstResultOptional();
    }

    /** A new account, or the one that this address had before it was removed. */
    Staff join(String email, String name, String language) {
        var staff = find("email", address(email)).firstResultOptional().orElseGet(() -> {
            var fresh = new Staff();
            fresh.email = address(email);
            fresh.createdAt = clock.instant();
            return fresh;
        });
        staff.name = name.strip();
        staff.language = language;
        staff.disabledAt = null;
        persistAndFlush(staff);
        return staff;
    }

    void changePassword(long id, String hash) {
        update("passwordHash = ?2 where id = ?1", id, hash);
    }

    void wantDigests(long id, boolean wanted) {
        update("digest = ?2 where id = ?1", id, wanted);
    }

    /** Uses up a code's step; false when another request used it or a later one meanwhile. */
    boolean useStep(long id, long step) {
        return update("totpLastStep = ?2 where id = ?1 and (totpLastStep is null or totpLastStep < ?2)", id, step) == 1;
    }
}
