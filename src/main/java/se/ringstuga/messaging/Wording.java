package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a message into words for one person. */
@ApplicationScoped
class Wording {

    record Worded(@Nullable String subject, String text) {}

    Worded of(String template, @Nullable String subject, Map<String, String> fields) {
        return new Worded(subject, template);
    }
}
