package se.ringstuga.messaging.sms;

import org.jspecify.annotations.Nullable;

/**
 * A request that a provider makes to us, as it came. To be stored before it is answered; it can be read again later.
 *
 * @param path as it was sent, beginning with a slash
 * @param query as it was sent, without the question mark; null where there was none
 * @param body the form as it was sent, in UTF-8
 * @param signature Twilio's {@code X-Twilio-Signature}
 */
public record ProviderCall(
        String path,
        @Nullable String query,
        String body,
        @Nullable String signature) {

    String target() {
        return query == null ? path : path + "?" + query;
    }

    FormParameters queryParameters() {
        return FormParameters.parse(query == null ? "" : query);
    }

    FormParameters form() {
        return FormParameters.parse(body);
    }
}
