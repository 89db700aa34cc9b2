package se.ringstuga.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** What somebody changes of their own sign-in; each change needs more than an open browser. */
@ApplicationScoped
class Account {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int TRIES = 10;

    private final StaffMembers members;
    private final Passwords passwords;
    private final SecondFactor secondFactor;
    private final RecoveryCodes recoveryCodes;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final RateLimit limit;

    Account(
            StaffMembers members,
            Passwords passwords,
            SecondFactor secondFactor,
            RecoveryCodes recoveryCodes,
            Sessions sessions,
            SessionCookies cookies,
            RateLimit limit) {
        this.members = members;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.recoveryCodes = recoveryCodes;
        this.sessions = sessions;
        this.cookies = cookies;
        this.limit = limit;
    }

    /** Ends all sessions and opens a new one for the browser that asked. */
    PasswordChange changePassword(long staffId, String current, String wanted) {
        limit.hit("password:" + staffId, WINDOW, TRIES);
        var staff = members.findActive(staffId).orElseThrow();
        if (!passwords.matches(current, staff.passwordHash)) {
            return new PasswordChange.WrongCurrent();
        }
        var flaw = PasswordFlaw.of(wanted, staff.email);
        if (flaw.isPresent()) {
            return new PasswordChange.Refused(flaw.get());
        }
        var hash = passwords.hash(wanted);
        return QuarkusTransaction.requiringNew().call(() -> {
            members.changePassword(staffId, hash);
            sessions.revokeAllOfStaff(staffId);
            return new PasswordChange.Changed(
                    sessions.openForStaff(staffId, staff.hasSecondFactor(), cookies.userAgent()));
        });
    }

    /** New recovery codes for a good code; empty when it was none. */
    List<String> renewRecoveryCodes(long staffId, String code) {
        if (!secondFactor.accepts(staffId, code)) {
            return List.of();
        }
        return QuarkusTransaction.requiringNew().call(() -> recoveryCodes.renew(staffId));
    }

    /** What became of a change of password. */
    sealed interface PasswordChange {

        record Changed(Secret session) implements PasswordChange {}

        record WrongCurrent() implements PasswordChange {}

        record Refused(PasswordFlaw flaw) implements PasswordChange {}
    }
}
