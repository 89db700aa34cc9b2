package se.ringstuga.database;

import java.nio.file.Path;
import java.sql.DriverManager;

/** Run as a process of its own: commits a row at a time, prints its number once committed, and waits to be killed. */
final class KilledApplication {

    private KilledApplication() {}

    static final String READY = "ready";

    public static void main(String... arguments) throws Exception {
        var database = EmbeddedDatabase.start(Path.of(arguments[0]));
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists row (id bigint generated always as identity primary key)");
            System.out.println(READY);
            while (true) {
                var result = statement.executeQuery("insert into row default values returning id");
                result.next();
                System.out.println(result.getLong(1));
            }
        }
    }
}
