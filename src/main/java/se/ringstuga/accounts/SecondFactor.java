package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Codes from the app or from the paper; a few tries only, since six digits are soon guessed. */
@ApplicationScoped
class SecondFactor {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int TRIES = 5;

    private final StaffMembers members;
    private final RecoveryCodes recoveryCodes;
    private final RateLimit limit;
    private final Vault vault;
    private final Clock clock;

    SecondFactor(StaffMembers members, RecoveryCodes recoveryCodes, RateLimit limit, Vault vault, Clock clock) {
        this.members = members;
        this.recoveryCodes = recoveryCodes;
        this.limit = limit;
        this.vault = vault;
        this.clock = clock;
    }

    /** Whether this is a good code, which is used up by asking. */
    @Transactional
    boolean accepts(long staffId, String code) {
        limit.hit("code:" + staffId, WINDOW, TRIES);
        var staff = members.findActive(staffId);
        if (staff.isEmpty() || staff.get().totpSecret == null) {
            return false;
        }
        var last = staff.get().totpLastStep;
        var step = Totp.step(vault.open(staff.get().totpSecret), code, clock.instant(), last == null ? -1 : last);
        return step.isPresent()
                ? members.useStep(staffId, step.getAsLong())
                : recoveryCodes.use(staffId, code, clock.instant());
    }
}
