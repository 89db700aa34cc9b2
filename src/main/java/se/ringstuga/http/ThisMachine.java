package se.ringstuga.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names a browser has for the machine it runs on, where no encryption is needed. */
public final class ThisMachine {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private ThisMachine() {}

    public static boolean is(@Nullable String host) {
        return host != null && NAMES.contains(host);
    }
}
