package se.ringstuga.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockDriftTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    static Path directory;

    static EmbeddedDatabase database;
    static AgroalDataSource source;

    @BeforeAll
    static void start() throws SQLException {
        database = EmbeddedDatabase.start(directory);
        source = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(1)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.jdbcUrl())
                                .principal(new NamePrincipal(database.username()))
                                .credential(new SimplePassword(database.password())))));
    }

    @AfterAll
    static void stop() {
        source.close();
        database.close();
    }

    @Test
    void aRightClockIsTrusted() {
        var drift = new ClockDrift(source, Clock.systemUTC());

        assertThat(drift.trusted()).isTrue();
        assertThat(new ClockDriftCheck(drift).call().getStatus()).isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, -3, 86400})
    void aClockThatIsMoreThanTwoSecondsOffIsNotTrustedAndTheHealthCheckIsRed(long seconds) {
        var drift = new ClockDrift(source, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds)));

        assertThat(drift.trusted()).isFalse();
        assertThat(drift.drift()).isBetween(Duration.ofSeconds(seconds - 1), Duration.ofSeconds(seconds + 1));
        assertThat(new ClockDriftCheck(drift).call().getStatus()).isEqualTo(Status.DOWN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, -1})
    void aSecondIsTolerated(long seconds) {
        assertThat(new ClockDrift(source, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds))).trusted())
                .isTrue();
    }

    @Test
    void aSlowAnswerIsNoDrift() {
        assertThat(ClockDrift.beyond(NOON, NOON.plusSeconds(4), NOON.plusSeconds(5)))
                .isZero();
        assertThat(ClockDrift.beyond(NOON, NOON.plusSeconds(8), NOON.plusSeconds(5)))
                .isEqualTo(Duration.ofSeconds(-3));
        assertThat(ClockDrift.beyond(NOON, NOON.minusSeconds(3), NOON.plusSeconds(5)))
                .isEqualTo(Duration.ofSeconds(3));
    }
}
