package se.ringstuga.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartPlanTest {

    @Test
    void withoutAUrlTheDatabaseIsEmbeddedUnderDataAndWithoutDemoData() {
        assertThat(planFor(Map.of()))
                .isEqualTo(new StartPlan.Embedded(Path.of("data").toAbsolutePath(), false));
    }

    @Test
    void theDataDirectoryMayLieElsewhere() {
        assertThat(planFor(Map.of("RINGSTUGA_DATA_DIR", "/srv/ringstuga")))
                .isEqualTo(new StartPlan.Embedded(Path.of("/srv/ringstuga"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RINGSTUGA_JDBC_URL", "QUARKUS_DATASOURCE_JDBC_URL", "quarkus.datasource.jdbc.url"})
    void aConfiguredUrlMeansThatNothingIsEmbedded(String name) {
        assertThat(planFor(Map.of(name, "jdbc:postgresql://db/ringstuga"))).isEqualTo(new StartPlan.OnServer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RINGSTUGA_JDBC_URL", "QUARKUS_DATASOURCE_JDBC_URL", "quarkus.datasource.jdbc.url"})
    void demoDataIsRefusedOnAConfiguredDatabase(String name) {
        var plan = planFor(Map.of("RINGSTUGA_DEMO", "true", name, "jdbc:postgresql://db/ringstuga"));

        assertThat(plan)
                .isInstanceOfSatisfying(
                        StartPlan.Refused.class,
                        refused -> assertThat(refused.reason()).contains("RINGSTUGA_DEMO", "JDBC URL"));
    }

    @Test
    void anEmptyUrlIsNone() {
        assertThat(planFor(Map.of("RINGSTUGA_JDBC_URL", " "))).isInstanceOf(StartPlan.Embedded.class);
    }

    @Test
    void theDemonstrationAnswersOnThisMachineOnly() {
        assertThat(planFor(Map.of("RINGSTUGA_DEMO", "true")))
                .isInstanceOfSatisfying(
                        StartPlan.Embedded.class,
                        plan -> assertThat(plan.settings())
                                .containsEntry("quarkus.http.host", "127.0.0.1")
                                .containsEntry("ringstuga.demo", "true"));
    }

    @Test
    void withoutDemoDataTheAddressIsTheConfiguredOne() {
        assertThat(planFor(Map.of("RINGSTUGA_DEMO", "false")))
                .isInstanceOfSatisfying(
                        StartPlan.Embedded.class,
                        plan -> assertThat(plan.settings())
                                .doesNotContainKey("quarkus.http.host")
                                .containsEntry("ringstuga.demo", "false"));
    }

    /** Other readers of the setting take "1" or "yes" for true, and would show demo data to the whole network. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "yes", "True", "on"})
    void anyOtherWordForTrueIsRefused(String word) {
        assertThat(planFor(Map.of("RINGSTUGA_DEMO", word))).isInstanceOf(StartPlan.Refused.class);
    }

    private static StartPlan planFor(Map<String, String> environment) {
        return StartPlan.of(environment::get);
    }
}
