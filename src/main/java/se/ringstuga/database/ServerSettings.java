package se.ringstuga.database;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The embedded server's whole {@code postgresql.conf}, written anew at every start. Whoever wants it otherwise uses
 * {@code ALTER SYSTEM}, which PostgreSQL reads afterwards and which this leaves alone.
 */
final class ServerSettings {

    private ServerSettings() {}

    static String file(int port) {
        return all(port).entrySet().stream()
                .map(setting -> setting.getKey() + " = '" + setting.getValue() + "'\n")
                .collect(Collectors.joining(
                        "", "# Written by Ringstuga at every start. Changes belong in ALTER SYSTEM.\n", ""));
    }

    private static Map<String, String> all(int port) {
        var settings = new LinkedHashMap<String, String>();
        // Reached from this machine only, and only by TCP: a socket file would be a second door.
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", String.valueOf(port));
        settings.put("unix_socket_directories", "");
        settings.put("password_encryption", "scram-sha-256");
        // What was answered as saved survives a power cut.
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        // An association's register fits in these with room to spare, and the whole product stays below 450 MB.
        settings.put("shared_buffers", "96MB");
        settings.put("max_connections", "40");
        settings.put("work_mem", "8MB");
        settings.put("maintenance_work_mem", "64MB");
        settings.put("max_wal_size", "1GB");
        // One machine, no replica: fewer processes and less to write. Reading ahead by workers gains nothing at this
        // size.
        settings.put("wal_level", "minimal");
        settings.put("max_wal_senders", "0");
        settings.put("max_logical_replication_workers", "0");
        settings.put("io_method", "sync");
        // Statements here are short; compiling them costs more than it gains.
        settings.put("jit", "off");
        settings.put("timezone", "UTC");
        settings.put("datestyle", "iso, ymd");
        settings.put("default_text_search_config", "pg_catalog.simple");
        // The detail of an error repeats the row's values, and people's data belong in no log.
        settings.put("log_error_verbosity", "terse");
        settings.put("log_checkpoints", "off");
        settings.put("log_timezone", "UTC");
        return settings;
    }
}
