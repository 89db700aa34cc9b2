package se.ringstuga.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one secret of an installation, from which every other key is derived: {@code RINGSTUGA_SECRET}, at least 32
 * characters. Where none is given, one is drawn and kept in the database, so that a newcomer has nothing to set up; a copy
 * of the database then holds key and locked things together, which the log says. A start with another secret than the
 * database was made with is refused, since second factors and suppressed numbers would silently stop to match.
 */
@ApplicationScoped
public class InstallationKey {

    private static final Logger LOG = Logger.getLogger(InstallationKey.class);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;

    private final Optional<String> configured;
    private final InstallationKeys kept;
    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();
    private volatile @Nullable String master;

    InstallationKey(@ConfigProperty(name = "ringstuga.secret") Optional<String> configured, InstallationKeys kept) {
        this.configured = configured.filter(secret -> !secret.isBlank());
        this.kept = kept;
    }

    void start(@Observes StartupEvent event) {
        derive("start");
    }

    /**
     * A key for one purpose, the same on every instance and after every restart.
     *
     * @param purpose a name that no other use has, such as {@code totp} or {@code suppression}
     * @return 32 bytes
     */
    public byte[] derive(String purpose) {
        var secret = master;
        if (secret == null) {
            secret = load();
            master = secret;
        }
        var known = secret;
        return keys.computeIfAbsent(purpose, name -> derived(known, name)).clone();
    }

    private String load() {
        if (configured.isEmpty()) {
            var drawn = Secret.ofBits(256).value();
            LOG.info(
                    "RINGSTUGA_SECRET is not set: the installation's key is kept in the database, and in its backups.");
            return kept.secretOrElse(drawn, derived(drawn, "check"));
        }
        var secret = configured.get();
        if (secret.length() < SHORTEST) {
            throw new IllegalStateException("RINGSTUGA_SECRET needs at least " + SHORTEST + " characters.");
        }
        var check = derived(secret, "check");
        if (!MessageDigest.isEqual(kept.checkOrElse(check), check)) {
            throw new IllegalStateException("RINGSTUGA_SECRET is not the secret this database was made with."
                    + " Start with that one; second factors and suppressed numbers cannot be read with another.");
        }
        return secret;
    }

    private static byte[] derived(String secret, String purpose) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return mac.doFinal(("ringstuga:" + purpose).getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
