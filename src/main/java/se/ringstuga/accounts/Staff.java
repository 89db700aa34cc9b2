package se.ringstuga.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who signs in: with a password, and with a second factor outside the demonstration. */
@Entity
@SuppressWarnings("NullAway.Init")
class Staff {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    String email;

    String name;

    String language;

    @Nullable
    @Column(name = "password_hash")
    String passwordHash;

    @Column(name = "totp_secret")
    byte @Nullable [] totpSecret;

    @Nullable
    @Column(name = "totp_confirmed_at")
    Instant totpConfirmedAt;

    @Nullable
    @Column(name = "totp_last_step")
    Long totpLastStep;

    @Column(name = "created_at")
    Instant createdAt;

    @Nullable
    @Column(name = "disabled_at")
    Instant disabledAt;

    /** Whether they want to be told what waits for them. */
    boolean digest = true;

    @Version
    int version;

    boolean hasSecondFactor() {
        return totpConfirmedAt != null;
    }

    /** Replaces the second factor; the code that proved it is used up. */
    void enrol(byte[] lockedSecret, long step, Instant now) {
        totpSecret = lockedSecret;
        totpConfirmedAt = now;
        totpLastStep = step;
    }
}
