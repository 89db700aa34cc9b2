package se.ringstuga;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.DatabaseUnavailable;
import se.ringstuga.database.EmbeddedDatabase;
import se.ringstuga.database.StartPlan;

/** Starts the database if there is none, then the application; stops them in the opposite order. */
@QuarkusMain
public final class Ringstuga {

    /** Longer than the application takes to finish its requests, shorter than a patient supervisor waits. */
    private static final long APPLICATION_STOP_SECONDS = 30;

    private Ringstuga() {}

    public static void main(String... arguments) {
        switch (StartPlan.of(Ringstuga::setting)) {
            case StartPlan.OnServer() -> run(null, arguments);
            case StartPlan.Refused(var reason) -> refuse(reason);
            case StartPlan.Embedded plan -> runEmbedded(plan, arguments);
        }
    }

    private static @Nullable String setting(String name) {
        return System.getProperty(name, System.getenv(name));
    }

    private static void runEmbedded(StartPlan.Embedded plan, String... arguments) {
        try {
            var database = EmbeddedDatabase.start(plan.dataDirectory());
            plan.settings().forEach(System::setProperty);
            System.setProperty("ringstuga.data-dir", plan.dataDirectory().toString());
            System.setProperty(
                    "ringstuga.fence.data-directory", plan.dataDirectory().toString());
            System.setProperty("quarkus.datasource.jdbc.url", database.jdbcUrl());
            System.setProperty("quarkus.datasource.username", database.username());
            System.setProperty("quarkus.datasource.password", database.password());
            run(database, arguments);
        } catch (DatabaseUnavailable e) {
            refuse(e.getMessage());
        }
    }

    /**
     * Quarkus leaves this method through the exit handler, also after a signal; but the JVM ends as soon as all shutdown
     * hooks have run. The hook here therefore waits for the application before it stops the database.
     */
    private static void run(@Nullable EmbeddedDatabase database, String... arguments) {
        var applicationStopped = new CountDownLatch(1);
        if (database != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfter(applicationStopped, database), "database"));
        }
        Quarkus.run(
                null,
                (code, failure) -> {
                    tell(failure);
                    applicationStopped.countDown();
                    System.exit(code);
                },
                arguments);
    }

    /** With a handler of its own for the exit, nobody else tells. */
    private static void tell(@Nullable Throwable failure) {
        if (failure != null) {
            System.err.println(new StartFailure(failure).told());
        }
    }

    private static void stopAfter(CountDownLatch applicationStopped, EmbeddedDatabase database) {
        try {
            if (!applicationStopped.await(APPLICATION_STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The application did not stop in time; the database stops without it.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            database.close();
        }
    }

    private static void refuse(@Nullable String reason) {
        System.err.println(reason);
        System.exit(1);
    }
}
