package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Password and second factor chosen behind a single-use link, in one step: whoever leaves half-way has changed nothing and
 * the link still works. The app's secret is derived from the link's, so that nothing is stored before the code proves that
 * the app holds it.
 */
@ApplicationScoped
class Enrolment {

    private static final int TOTP_BYTES = 20;
    private static final long NO_FACTOR = -1;

    private final StaffMembers members;
    private final RecoveryCodes recoveryCodes;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final InstallationKey key;
    private final Vault vault;
    private final Clock clock;
    private final boolean demo;

    Enrolment(
            StaffMembers members,
            RecoveryCodes recoveryCodes,
            Sessions sessions,
            SessionCookies cookies,
            InstallationKey key,
            Vault vault,
            Clock clock,
            @ConfigProperty(name = "ringstuga.demo", defaultValue = "false") boolean demo) {
        this.members = members;
        this.recoveryCodes = recoveryCodes;
        this.sessions = sessions;
        this.cookies = cookies;
        this.key = key;
        this.vault = vault;
        this.clock = clock;
        this.demo = demo;
    }

    /** The app's secret as people can type it, in groups of four letters. */
    String letters(Secret link) {
        return Base32.grouped(Base32.encode(totpSecret(link)));
    }

    /** What the app reads from the picture. */
    String address(Secret link, String email) {
        var label =
                URLEncoder.encode("Ringstuga:" + email, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/%s?secret=%s&issuer=Ringstuga".formatted(label, Base32.encode(totpSecret(link)));
    }

    /** The step of the code if the app holds the secret; in the demonstration nobody needs one. */
    OptionalLong proof(Secret link, String code) {
        return demo && code.isBlank()
                ? OptionalLong.of(NO_FACTOR)
                : Totp.step(totpSecret(link), code, clock.instant(), -1);
    }

    /**
     * Gives a member of staff the new password and second factor, ends every older session and opens one.
     *
     * @param step as {@link #proof} gave it
     */
    @Transactional
    Done complete(long staffId, String passwordHash, Secret link, long step) {
        var staff = members.findActive(staffId).orElseThrow();
        staff.passwordHash = passwordHash;
        sessions.revokeAllOfStaff(staffId);
        if (step == NO_FACTOR) {
            return new Done(sessions.openForStaff(staffId, false, cookies.userAgent()), List.of());
        }
        staff.enrol(vault.lock(totpSecret(link)), step, clock.instant());
        return new Done(sessions.openForStaff(staffId, true, cookies.userAgent()), recoveryCodes.renew(staffId));
    }

    private byte[] totpSecret(Secret link) {
        var purpose = "enrolment:" + HexFormat.of().formatHex(link.hash());
        return Arrays.copyOf(key.derive(purpose), TOTP_BYTES);
    }

    /** The session that was opened, and the recovery codes to show once. */
    record Done(Secret session, List<String> recoveryCodes) {}
}
