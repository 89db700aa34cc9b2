package se.ringstuga.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
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
    private static final int TRIES_OF_STRANGERS = 100;

    private final StaffMembers members;
    private final Passwords passwords;
    private final SecondFactor secondFactor;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final Grants grants;
    private final RateLimit limit;
    private final ClientAddress address;
    private final KnownBrowser browser;
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
            KnownBrowser browser,
            @ConfigProperty(name = "ringstuga.demo", defaultValue = "false") boolean demo) {
        this.members = members;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.cookies = cookies;
        this.grants = grants;
        this.limit = limit;
        this.address = address;
        this.browser = browser;
        this.demo = demo;
    }

    /** The slow hash is compared outside any transaction, so that a flood of sign-ins holds no connections. */
    Outcome password(String email, String password) {
        countTry(email);
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
                ? new Outcome.Done(
                        QuarkusTransaction.requiringNew()
                                .call(() -> sessions.openForStaff(id, false, cookies.userAgent())),
                        browser.remembered(email))
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
        return QuarkusTransaction.requiringNew().call(() -> {
            sessions.revoke(waiting);
            var email = members.findActive(staffId).orElseThrow().email;
            return new Outcome.Done(
                    sessions.openForStaff(staffId, true, cookies.userAgent()), browser.remembered(email));
        });
    }

    /** Nobody may lock somebody else out: who was in before counts apart from whoever else tries the same address. */
    private void countTry(String email) {
        var account = accountKey(email);
        limit.hit("sign-in:" + address.value(), WINDOW, TRIES_AN_ADDRESS);
        if (browser.of(email)) {
            limit.hit("sign-in:known:" + account, WINDOW, TRIES_AN_ACCOUNT);
        } else {
            limit.hit("sign-in:" + account + "@" + address.value(), WINDOW, TRIES_AN_ACCOUNT);
            limit.hit("sign-in:strangers:" + account, WINDOW, TRIES_OF_STRANGERS);
        }
    }

    private static String accountKey(String email) {
        return Base64.getEncoder().encodeToString(new Secret(StaffMembers.address(email)).hash());
    }

    /** What became of a step. */
    sealed interface Outcome {

        /** Signed in; {@code known} marks the browser for the next time. */
        record Done(Secret session, NewCookie known) implements Outcome {}

        record CodeNeeded(Secret session) implements Outcome {}

        record Wrong() implements Outcome {}

        /** The password was given too long ago. */
        record Expired() implements Outcome {}

        /** The account has no second factor; only another administrator's link can give it one. */
        record FactorLost() implements Outcome {}
    }
}
