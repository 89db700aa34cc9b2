package se.ringstuga.messaging.email;

import java.net.IDN;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ringstuga.messaging.email.BounceMailbox.BounceServer;
import se.ringstuga.messaging.email.EmailConfig.Gateway;

/**
 * The configuration, read and found whole.
 *
 * @param live what it takes to send; empty unless the gateway is SMTP
 */
record EmailSetup(Gateway gateway, Optional<Live> live) {

    /** What application.properties names where the installation names no server; it exists nowhere. */
    private static final String NO_SERVER = "unconfigured.invalid";

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    record Live(SmtpServer server, String bounceDomain, Optional<Dkim> dkim, Optional<BounceServer> bounces) {}

    /** @throws IllegalStateException with a sentence for whoever starts it, naming the variable and the mend */
    static EmailSetup of(EmailConfig config, boolean demo) {
        var gateway = config.gateway().orElse(demo ? Gateway.SANDBOX : Gateway.NONE);
        return switch (gateway) {
            case NONE, SANDBOX -> new EmailSetup(gateway, Optional.empty());
            case SMTP -> {
                if (demo) {
                    throw new IllegalStateException("RINGSTUGA_EMAIL_GATEWAY=smtp would send real e-mail from a"
                            + " demonstration. Unset it, or RINGSTUGA_DEMO.");
                }
                yield new EmailSetup(gateway, Optional.of(live(config)));
            }
        };
    }

    private static Live live(EmailConfig config) {
        var host = given(config.host()).filter(name -> !name.equals(NO_SERVER));
        var domain = given(config.domain());
        var needed = new LinkedHashMap<String, Optional<String>>();
        needed.put("RINGSTUGA_EMAIL_HOST", host);
        needed.put("RINGSTUGA_EMAIL_DOMAIN", domain);
        check("RINGSTUGA_EMAIL_GATEWAY=smtp", needed);
        checkLine("RINGSTUGA_EMAIL_TLS", config.tls(), host.orElseThrow());
        var server = new SmtpServer(
                host.orElseThrow(),
                config.port(),
                config.tls(),
                user(config),
                ascii(domain.orElseThrow()),
                config.connectTimeout(),
                config.timeout(),
                config.connections(),
                Optional.empty());
        var bounceDomain = given(config.bounceDomain()).orElse(domain.orElseThrow());
        return new Live(
                server,
                ascii(bounceDomain),
                dkim(config.dkim(), ascii(domain.orElseThrow())),
                given(config.bounces().host()).map(mailbox -> bounces(config.bounces(), mailbox)));
    }

    /** Members' addresses and what they are told do not cross a network that anybody can read. */
    private static void checkLine(String variable, SmtpServer.Tls tls, String host) {
        if (tls == SmtpServer.Tls.NONE && !HERE.contains(host)) {
            throw new IllegalStateException(variable + "=none is for a mail server on this machine only; " + host
                    + " needs starttls or implicit.");
        }
    }

    private static BounceServer bounces(EmailConfig.Bounces config, String host) {
        checkLine("RINGSTUGA_EMAIL_BOUNCES_TLS", config.tls(), host);
        var name = given(config.username());
        var password = given(config.password());
        var needed = new LinkedHashMap<String, Optional<String>>();
        needed.put("RINGSTUGA_EMAIL_BOUNCES_USERNAME", name);
        needed.put("RINGSTUGA_EMAIL_BOUNCES_PASSWORD", password);
        check("Reading bounces", needed);
        return new BounceServer(
                host, config.port(), config.tls(), new SmtpServer.User(name.orElseThrow(), password.orElseThrow()));
    }

    private static Optional<SmtpServer.User> user(EmailConfig config) {
        var name = given(config.username());
        var password = given(config.password());
        if (name.isEmpty() && password.isEmpty()) {
            return Optional.empty();
        }
        var needed = new LinkedHashMap<String, Optional<String>>();
        needed.put("RINGSTUGA_EMAIL_USERNAME", name);
        needed.put("RINGSTUGA_EMAIL_PASSWORD", password);
        check("A mail server with sign-in", needed);
        return Optional.of(new SmtpServer.User(name.orElseThrow(), password.orElseThrow()));
    }

    private static Optional<Dkim> dkim(EmailConfig.Dkim config, String domain) {
        var selector = given(config.selector());
        var key = given(config.privateKey());
        if (selector.isEmpty() && key.isEmpty()) {
            return Optional.empty();
        }
        var needed = new LinkedHashMap<String, Optional<String>>();
        needed.put("RINGSTUGA_EMAIL_DKIM_SELECTOR", selector);
        needed.put("RINGSTUGA_EMAIL_DKIM_PRIVATE_KEY", key);
        check("Signing with DKIM", needed);
        try {
            return Optional.of(new Dkim(domain, selector.orElseThrow(), key.orElseThrow()));
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalStateException(unreadable.getMessage(), unreadable);
        }
    }

    private static void check(String what, LinkedHashMap<String, Optional<String>> needed) {
        var missing = needed.entrySet().stream()
                .flatMap(variable -> variable.getValue().isEmpty() ? Stream.of(variable.getKey()) : Stream.empty())
                .collect(Collectors.joining(" and "));
        if (!missing.isEmpty()) {
            throw new IllegalStateException(what + " needs " + missing + " in the environment.");
        }
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain.strip());
        } catch (IllegalArgumentException unusable) {
            throw new IllegalStateException(domain + " is no domain for e-mail.", unusable);
        }
    }

    private static Optional<String> given(Optional<String> value) {
        return value.map(String::strip).filter(text -> !text.isEmpty());
    }
}
