package se.ringstuga.messaging.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A query or a form as it was sent: UTF-8, every value of a name, empty ones too and nothing trimmed, since a signature
 * covers them all.
 */
record FormParameters(Map<String, List<String>> values) {

    /** Reads {@code a=1&b=2}. What is not written as it should be is read as far as it goes: the signature decides. */
    static FormParameters parse(String encoded) {
        var values = new LinkedHashMap<String, List<String>>();
        Stream.of(encoded.split("&", -1)).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            int equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        });
        return new FormParameters(values);
    }

    Optional<String> first(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Present and not empty. */
    Optional<String> filled(String name) {
        return first(name).filter(value -> !value.isEmpty());
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
