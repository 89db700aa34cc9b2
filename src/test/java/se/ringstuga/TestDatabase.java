package se.ringstuga;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** One real PostgreSQL for all tests of a run; durability is off, since nobody kills it (those tests start their own). */
@SuppressWarnings("NullAway.Init")
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    /** The system property with which the database counts statements. */
    private static final String COUNTED = "ringstuga.test.statements";

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            var builder = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("max_connections", "120");
            if (Boolean.getBoolean(COUNTED)) {
                builder.setServerConfig("shared_preload_libraries", "pg_stat_statements")
                        .setServerConfig("pg_stat_statements.track_utility", "off");
            }
            postgres = builder.start();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres");
    }

    @Override
    public void stop() {
        try {
            postgres.close();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
