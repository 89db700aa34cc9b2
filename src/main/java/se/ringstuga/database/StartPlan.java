package se.ringstuga.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the environment asks for: which database, and whether with the invented people of the demonstration. */
public sealed interface StartPlan {

    /** An existing PostgreSQL; Quarkus reads its address and credentials from the same environment. */
    record OnServer() implements StartPlan {}

    /** The embedded PostgreSQL, in this directory. */
    record Embedded(Path dataDirectory, boolean demo) implements StartPlan {

        /** The demonstration prints its passwords and asks for no second factor, so only this machine may reach it. */
        public Map<String, String> settings() {
            return demo
                    ? Map.of("ringstuga.demo", "true", "quarkus.http.host", "127.0.0.1")
                    : Map.of("ringstuga.demo", "false");
        }
    }

    /** A combination that is refused, and a sentence that says why. */
    record Refused(String reason) implements StartPlan {}

    /**
     * Decides from the names that may give a JDBC URL ({@code RINGSTUGA_JDBC_URL}, {@code QUARKUS_DATASOURCE_JDBC_URL} and
     * the system property {@code quarkus.datasource.jdbc.url}), {@code RINGSTUGA_DATA_DIR} and {@code RINGSTUGA_DEMO}.
     */
    static StartPlan of(Function<String, @Nullable String> setting) {
        var url = Stream.of("RINGSTUGA_JDBC_URL", "QUARKUS_DATASOURCE_JDBC_URL", "quarkus.datasource.jdbc.url")
                .map(name -> given(setting, name))
                .flatMap(Optional::stream)
                .findFirst();
        var demo = given(setting, "RINGSTUGA_DEMO").orElse("false");
        return switch (demo) {
            case "true" ->
                url.isPresent()
                        ? new Refused("RINGSTUGA_DEMO=true fills a database with invented people who can sign in."
                                + " It is refused on a configured database: unset RINGSTUGA_DEMO or the JDBC URL.")
                        : new Embedded(dataDirectory(setting), true);
            case "false" -> url.isPresent() ? new OnServer() : new Embedded(dataDirectory(setting), false);
            default -> new Refused("RINGSTUGA_DEMO is either true or false, not \"%s\".".formatted(demo));
        };
    }

    private static Path dataDirectory(Function<String, @Nullable String> setting) {
        return Path.of(given(setting, "RINGSTUGA_DATA_DIR").orElse("data")).toAbsolutePath();
    }

    private static Optional<String> given(Function<String, @Nullable String> setting, String name) {
        return Optional.ofNullable(setting.apply(name)).filter(value -> !value.isBlank());
    }
}
