package se.ringstuga.messaging.sms;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * Where providers reach us: {@code /hooks/twilio/1f…/status}. A part of the address is drawn from the installation's key,
 * so that nobody guesses it: for a provider that signs nothing it is all there is.
 */
public final class HookAddresses {

    private static final int UNGUESSABLE_BYTES = 16;

    private final String publicUrl;
    private final Function<String, byte[]> keys;

    /**
     * @param publicUrl without a slash at its end
     * @param keys of the installation, by purpose
     */
    HookAddresses(String publicUrl, Function<String, byte[]> keys) {
        this.publicUrl = publicUrl;
        this.keys = keys;
    }

    /** Travels along with each message. */
    public String status(String gateway) {
        return publicUrl + path(gateway) + "/status";
    }

    /** To be entered at the provider's, for each number that can be answered. */
    public String inbound(String gateway) {
        return publicUrl + path(gateway) + "/inbound";
    }

    /** Whether an address has the part that nobody guesses; takes as long for one that begins right. */
    public boolean isKey(String gateway, String given) {
        return MessageDigest.isEqual(key(gateway).getBytes(US_ASCII), given.getBytes(UTF_8));
    }

    String path(String gateway) {
        return "/hooks/" + gateway + "/" + key(gateway);
    }

    private String key(String gateway) {
        return HexFormat.of().formatHex(keys.apply("hooks of " + gateway), 0, UNGUESSABLE_BYTES);
    }
}
