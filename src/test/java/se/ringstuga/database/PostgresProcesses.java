package se.ringstuga.database;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The PostgreSQL servers that run on files below a directory. */
public final class PostgresProcesses {

    private PostgresProcesses() {}

    public static List<ProcessHandle> of(Path directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> Arrays.stream(process.info().arguments().orElse(new String[0]))
                        .anyMatch(argument -> argument.startsWith(directory.toString())))
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .toList();
    }
}
