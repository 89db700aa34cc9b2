package se.ringstuga.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks into the database, and changes there what other features will change. */
@ApplicationScoped
class StoredRows {

    private static final Clock CLOCK = Clock.systemUTC();

    @Inject
    EntityManager entities;

    @Transactional
    public void change(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
    }

    @Transactional
    public String value(String sql) {
        return String.valueOf(entities.createNativeQuery(sql).getSingleResult());
    }

    @Transactional
    public List<String> values(String sql) {
        return entities.createNativeQuery(sql, String.class).getResultList();
    }

    /** Returns once so many others wait for a lock on the people of an organization. */
    public void awaitWaiting(int count) {
        Instant latest = CLOCK.instant().plusSeconds(20);
        while (waiting() < count) {
            assertThat(CLOCK.instant()).as("somebody waits").isBefore(latest);
        }
    }

    private long waiting() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Long.parseLong(value(
                        "select cast(count(*) as text) from pg_locks where locktype = 'advisory' and not granted")));
    }

    /** The plan of a statement as PostgreSQL explains it. */
    public String plan(Function<EntityManager, Query> statement) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> lines = statement.apply(entities).getResultList();
            return lines.stream().map(String::valueOf).collect(Collectors.joining("\n"));
        });
    }

    public long count(String table) {
        return Long.parseLong(value("select cast(count(*) as text) from " + table));
    }
}
