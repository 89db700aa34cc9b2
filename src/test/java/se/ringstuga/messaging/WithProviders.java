package se.ringstuga.messaging;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/**
 * An installation behind a proxy, with an account at both providers of SMS and a mail server on this machine, at ports that
 * were free: one start for the classes about either.
 */
public final class WithProviders implements QuarkusTestProfile {

    static final String PUBLIC = "https://ring.example.se";
    static final String AUTH_TOKEN = "0123456789abcdef0123456789abcdef";
    static final String SMTP_PORT = "ringstuga.test.smtp-port";
    static final String IMAP_PORT = "ringstuga.test.imap-port";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("ringstuga.public-url", PUBLIC),
                Map.entry("ringstuga.sms.gateway", "twilio"),
                Map.entry("ringstuga.twilio.account-sid", "AC00000000000000000000000000000001"),
                Map.entry("ringstuga.twilio.auth-token", AUTH_TOKEN),
                Map.entry("ringstuga.46elks.username", "u1"),
                Map.entry("ringstuga.46elks.password", "secret"),
                Map.entry("ringstuga.email.gateway", "smtp"),
                Map.entry("ringstuga.email.host", "localhost"),
                Map.entry("ringstuga.email.port", port(SMTP_PORT)),
                Map.entry("ringstuga.email.tls", "none"),
                Map.entry("ringstuga.email.domain", "ring.example"),
                Map.entry("ringstuga.email.bounces.host", "localhost"),
                Map.entry("ringstuga.email.bounces.port", port(IMAP_PORT)),
                Map.entry("ringstuga.email.bounces.tls", "none"),
                Map.entry("ringstuga.email.bounces.username", "studs"),
                Map.entry("ringstuga.email.bounces.password", "hemligt"));
    }

    /** Asked for more than once, and by more than one class loader: the first answer stands for the whole run. */
    private static String port(String name) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, free());
        }
        return System.getProperty(name);
    }

    private static String free() {
        try (var socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
