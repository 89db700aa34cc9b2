package se.ringstuga.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.ringstuga.http.ClientAddress;

/** Password first, then the code. Whether an address has an account is told neither by the answer nor by its time. */
@ApplicationScoped
class SignIn {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int TRIES_AN_ACCOUNT = 10;
    private static final int TRIES_AN_ADDRESS = 50;

    private final StaffMembers members;
    private final Passwords passwords;
    private final SecondFactor secondFactor;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final Grants grants;
    private final RateLimit limit;
    private final ClientAddress address;
    private final boolean demo;

    SignIn(
            StaffMembers members,
            Passwords passwords,
            SecondFactor secondFactor,
            Sessions sessions,
            SessionCookies cookies,
            Grants grants,
            RateLimit limit,
            ClientAddress address,
            @ConfigProperty(name = "ringstuga.demo", defaultValue = "false") boolean demo) {
        this.members = members;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.cookies = cookies;
        this.grants = grants;
        this.limit = limit;
        this.address = address;
        this.demo = demo;
    }

    /** The slow hash is compared outside any transaction, so that a flood of sign-ins holds no connections. */
    Outcome password(String email, String password) {
        limit.hit("sign-in:" + address.value(), WINDOW, TRIES_AN_ADDRESS);
        limit.hit("sign-in:" + accountKey(email), WINDOW, TRIES_AN_ACCOUNT);
        var staff = members.findByEmail(email);
        var right = passwords.matches(password, staff.map(s -> s.passwordHash).orElse(null));
        if (!right || staff.isEmpty()) {
            return new Outcome.Wrong();
        }
        var id = staff.get().id;
        if (staff.get().hasSecondFactor()) {
            return new Outcome.CodeNeeded(
                    QuarkusTransaction.requiringNew().call(() -> sessions.openWaitingForCode(id, cookies.userAgent())));
        }
        return demo
                ? new Outcome.Done(QuarkusTransaction.requiringNew()
                        .call(() -> sessions.openForStaff(id, false, cookies.userAgent())))
                : new Outcome.FactorLost();
    }

    /** The session gets a new secret when it gains rights, so that one planted before the sign-in is worth nothing. */
    Outcome code(Secret waiting, String code) {
        var credential = grants.ofSession(waiting, "");
        if (credential.isEmpty()) {
            return new Outcome.Expired();
        }
        var staffId = credential.get().actor().id();
        if (!secondFactor.accepts(staffId, code)) {
            return new Outcome.Wrong();
        }
        return new Outcome.Done(QuarkusTransaction.requiringNew().call(() -> {
            sessions.revoke(waiting);
            return sessions.openForStaff(staffId, true, cookies.userAgent());
        }));
    }

    private static String accountKey(String email) {
        return Base64.getEncoder().encodeToString(new Secret(StaffMembers.address(email)).hash());
    }

    /** What became of a step. */
    sealed interface Outcome {

        record Done(Secret session) implements Outcome {}

        record CodeNeeded(Secret session) implements Outcome {}

        record Wrong() implements Outcome {}

        /** The password was given too long ago. */
        record Expired() implements Outcome {}

        /** The account has no second factor; only another administrator's link can give it one. */
        record FactorLost() implements Outcome {}
    }
}
