package se.ringstuga.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;

/** The row that says which key a database belongs to; instances that start together agree on the first one's. */
@ApplicationScoped
class InstallationKeys {

    private final EntityManager entities;

    InstallationKeys(EntityManager entities) {
        this.entities = entities;
    }

    byte[] checkOrElse(byte[] check) {
        return firstOf(check, null).get("check_value", byte[].class);
    }

    String secretOrElse(String drawn, byte[] check) {
        var secret = firstOf(check, drawn).get("secret", String.class);
        if (secret == null) {
            throw new IllegalStateException(
                    "This database was made with a RINGSTUGA_SECRET; set the same one to start the application.");
        }
        return secret;
    }

    private Tuple firstOf(byte[] check, @Nullable String secret) {
        return QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("""
                            insert into installation_key (check_value, secret) values (:check, cast(:secret as text))
                            on conflict do nothing""")
                    .setParameter("check", check)
                    .setParameter("secret", secret)
                    .executeUpdate();
            return (Tuple) entities.createNativeQuery("select check_value, secret from installation_key", Tuple.class)
                    .getSingleResult();
        });
    }
}
