package se.ringstuga.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Secret;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/**
 * The installation's secret, from which the keys of single purposes are derived. It comes from the environment
 * ({@code RINGSTUGA_SECRET}); an installation without one draws it once and keeps it in its database.
 */
@ApplicationScoped
public class InstallationKey {

    private static final NamedSql DRAW = NamedSql.of("""
            insert into installation_secret (id, secret) values (1, :secret) on conflict do nothing""");
    private static final NamedSql READ = NamedSql.of("select secret from installation_secret where id = 1");

    private final Sql sql;
    private final Optional<String> configured;
    private byte @Nullable [] secret;

    InstallationKey(Sql sql, @ConfigProperty(name = "ringstuga.secret") Optional<String> configured) {
        this.sql = sql;
        this.configured = configured;
    }

    /** 32 bytes that nobody can relate to those of another purpose. */
    public byte[] derive(String purpose) {
        return hmac(secret(), purpose.getBytes(UTF_8));
    }

    /** HMAC-SHA-256. */
    public static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private synchronized byte[] secret() {
        if (secret == null) {
            secret = configured.map(value -> value.getBytes(UTF_8)).orElseGet(this::kept);
        }
        return Arrays.copyOf(secret, secret.length);
    }

    private byte[] kept() {
        sql.update(DRAW, Map.of("secret", Secret.random().value().getBytes(UTF_8)));
        return sql.first(READ, Map.of(), row -> row.bytes("secret")).orElseThrow();
    }
}
