package se.ringstuga.messaging.sms;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ringstuga.messaging.sms.SmsConfig.Gateway;

/**
 * The configuration, read and found whole.
 *
 * @param twilio whenever there are credentials, also while another gateway sends: reports still come in
 * @param elks likewise
 */
record SmsSetup(Gateway gateway, Optional<TwilioAccount> twilio, Optional<ElksGateway.Account> elks) {

    /** @param authTokens all that may sign; the first is the one to send with */
    record TwilioAccount(String sid, List<String> authTokens, String baseUrl) {}

    /**
     * @param publicUrl where this installation is reached from outside
     * @throws IllegalStateException with a sentence for whoever starts it, naming the variable and the mend
     */
    static SmsSetup of(SmsConfig config, boolean demo, String publicUrl) {
        var gateway = config.gateway().map(SmsSetup::chosen).orElse(demo ? Gateway.SANDBOX : Gateway.NONE);
        if (demo && isLive(gateway)) {
            throw new IllegalStateException("RINGSTUGA_SMS_GATEWAY=" + gateway.written()
                    + " would send real messages from a demonstration. Unset it, or RINGSTUGA_DEMO.");
        }
        switch (gateway) {
            case NONE, SANDBOX -> {}
            case TWILIO -> checkTwilio(config.twilio(), publicUrl);
            case ELKS -> checkElks(config.elks(), publicUrl);
        }
        return new SmsSetup(gateway, twilio(config.twilio()), elks(config.elks()));
    }

    private static Gateway chosen(String written) {
        return Gateway.of(written)
                .orElseThrow(() -> new IllegalStateException(
                        "RINGSTUGA_SMS_GATEWAY is \"" + written + "\"; it may be none, sandbox, twilio or 46elks."));
    }

    private static boolean isLive(Gateway gateway) {
        return switch (gateway) {
            case NONE, SANDBOX -> false;
            case TWILIO, ELKS -> true;
        };
    }

    private static void checkTwilio(SmsConfig.Twilio twilio, String publicUrl) {
        var needed = new LinkedHashMap<String, Optional<String>>();
        needed.put("RINGSTUGA_TWILIO_ACCOUNT_SID", twilio.accountSid());
        needed.put("RINGSTUGA_TWILIO_AUTH_TOKEN", twilio.authToken());
        checkGiven(Gateway.TWILIO, needed);
        twilio.accountSid().filter(sid -> !sid.matches("AC[0-9a-fA-F]{32}")).ifPresent(_ -> {
            throw new IllegalStateException("RINGSTUGA_TWILIO_ACCOUNT_SID is not an account's id:"
                    + " it begins with AC and has 32 hexadecimal digits after that.");
        });
        checkReachable(Gateway.TWILIO, twilio.baseUrl(), publicUrl);
    }

    private static void checkElks(SmsConfig.Elks elks, String publicUrl) {
        var needed = new LinkedHashMap<String, Optional<String>>();
        needed.put("RINGSTUGA_46ELKS_USERNAME", elks.username());
        needed.put("RINGSTUGA_46ELKS_PASSWORD", elks.password());
        checkGiven(Gateway.ELKS, needed);
        checkReachable(Gateway.ELKS, elks.baseUrl(), publicUrl);
    }

    private static void checkGiven(Gateway gateway, Map<String, Optional<String>> needed) {
        var missing = needed.entrySet().stream()
                .filter(variable ->
                        variable.getValue().filter(value -> !value.isBlank()).isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" and "));
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "RINGSTUGA_SMS_GATEWAY=" + gateway.written() + " needs " + missing + " in the environment.");
        }
    }

    /** Without reports nobody would know what became of a message. A provider on this machine is a stub, and may use http. */
    private static void checkReachable(Gateway gateway, String baseUrl, String publicUrl) {
        var theirs = uri("RINGSTUGA_SMS_" + gateway.name().replace("ELKS", "46ELKS") + "_BASE_URL", baseUrl);
        var ours = uri("RINGSTUGA_PUBLIC_URL", publicUrl);
        if (isHere(theirs)) {
            return;
        }
        if (!"https".equals(theirs.getScheme())) {
            throw new IllegalStateException("The base URL of " + gateway.written()
                    + " has to begin with https: credentials and members' numbers go there.");
        }
        if (!"https".equals(ours.getScheme()) || isHere(ours)) {
            throw new IllegalStateException("RINGSTUGA_SMS_GATEWAY=" + gateway.written()
                    + " needs RINGSTUGA_PUBLIC_URL to be the https address at which " + gateway.written()
                    + " reaches this installation; it is " + publicUrl + ".");
        }
    }

    /** A name with an underscore is no host either, which is as well: Twilio would not call it. */
    private static URI uri(String variable, String text) {
        try {
            var uri = URI.create(text);
            if (uri.getHost() != null && uri.getScheme() != null) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // Told below, as for any other text that is no address.
        }
        throw new IllegalStateException(variable + " is no address: " + text + ".");
    }

    private static boolean isHere(URI uri) {
        return List.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost());
    }

    private static Optional<TwilioAccount> twilio(SmsConfig.Twilio twilio) {
        var tokens = Stream.of(twilio.authToken(), twilio.secondAuthToken())
                .flatMap(Optional::stream)
                .toList();
        return twilio.accountSid()
                .filter(_ -> twilio.authToken().isPresent())
                .map(sid -> new TwilioAccount(sid, tokens, twilio.baseUrl()));
    }

    private static Optional<ElksGateway.Account> elks(SmsConfig.Elks elks) {
        return elks.username()
                .flatMap(username -> elks.password()
                        .map(password -> new ElksGateway.Account(elks.baseUrl(), username, password, elks.dryRun())));
    }
}
