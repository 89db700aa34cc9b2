package se.ringstuga.messaging.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.ringstuga.messaging.gateway.ProviderEvent;

/**
 * What Twilio sends us. Its signature covers the address that Twilio was told to call, which behind a proxy is not the
 * one that arrives here: it is built from the configured public address, never from what a caller claims in a header.
 */
public final class TwilioWebhook implements SmsWebhook {

    private static final String ALGORITHM = "HmacSHA1";

    private final List<String> publicUrls;
    private final List<String> authTokens;

    /**
     * @param publicUrl as {@code https://ring.example.se}
     * @param authTokens of the account, the key of its signatures; two while one replaces the other
     */
    public TwilioWebhook(String publicUrl, List<String> authTokens) {
        this.publicUrls = withAndWithoutPort(publicUrl);
        this.authTokens = List.copyOf(authTokens);
    }

    @Override
    public boolean isGenuine(ProviderCall call) {
        var claimed = call.signature();
        if (claimed == null) {
            return false;
        }
        var parameters = sorted(call.form());
        return publicUrls.stream()
                .map(url -> url + call.target() + parameters)
                .flatMap(signed -> authTokens.stream().map(token -> signature(token, signed)))
                .anyMatch(expected -> MessageDigest.isEqual(expected.getBytes(UTF_8), claimed.getBytes(UTF_8)));
    }

    @Override
    public Optional<ProviderEvent> status(ProviderCall call) {
        var form = call.form();
        return CallbackQuery.read(call.queryParameters())
                .flatMap(query -> form.filled("MessageSid")
                        .flatMap(sid -> form.filled("MessageStatus")
                                .flatMap(TwilioStatus::of)
                                .map(status -> new ProviderEvent(
                                        TwilioGateway.NAME,
                                        sid,
                                        query.messageId(),
                                        query.attempt(),
                                        status,
                                        form.filled("ErrorCode").orElse(null),
                                        null,
                                        null))));
    }

    @Override
    public Optional<InboundSms> inbound(ProviderCall call) {
        var form = call.form();
        return form.filled("MessageSid")
                .filter(_ -> form.first("Body").isPresent())
                .map(sid -> new InboundSms(
                        TwilioGateway.NAME,
                        sid,
                        form.first("From").orElse(""),
                        form.first("To").orElse(""),
                        form.first("Body").orElse("")));
    }

    /** Anything but such a document is an error in Twilio's log. */
    @Override
    public String noAnswer() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>";
    }

    /** Of several values of one name each counts once, in order. */
    private static String sorted(FormParameters form) {
        var signed = new StringBuilder();
        new TreeMap<>(form.values())
                .forEach((name, values) -> values.stream()
                        .distinct()
                        .sorted()
                        .forEach(value -> signed.append(name).append(value)));
        return signed.toString();
    }

    /** Twilio is not of one mind whether the usual port belongs to the address that it signs. */
    private static List<String> withAndWithoutPort(String publicUrl) {
        var bare = publicUrl.replaceFirst("/+$", "");
        if (bare.matches("https?://[^/]+:[0-9]+(/.*)?")) {
            return List.of(bare, bare.replaceFirst("(?<=[^/]):(443|80)(?=/|$)", "")).stream()
                    .distinct()
                    .toList();
        }
        var port = bare.startsWith("https:") ? ":443" : ":80";
        return List.of(bare, bare.replaceFirst("^(https?://[^/]+)", "$1" + port));
    }

    static String signature(String authToken, String signed) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(authToken.getBytes(UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
