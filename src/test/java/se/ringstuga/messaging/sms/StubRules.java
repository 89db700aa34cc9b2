package se.ringstuga.messaging.sms;

import java.util.Optional;

/** What Twilio refuses by itself: the code for the first flaw of a form. */
final class StubRules {

    private StubRules() {}

    static Optional<String> flaw(FormParameters form) {
        if (!form.first("To").orElse("").matches("\\+[1-9][0-9]{5,14}")) {
            return Optional.of("21211");
        }
        if (form.filled("From").isEmpty() && form.filled("MessagingServiceSid").isEmpty()) {
            return Optional.of("21603");
        }
        if (form.filled("Body").isEmpty()) {
            return Optional.of("21602");
        }
        if (form.first("Body").orElse("").length() > 1600) {
            return Optional.of("21617");
        }
        if (!form.first("StatusCallback").orElse("http://localhost").matches("https?://[^_]+")) {
            return Optional.of("21609");
        }
        return Optional.empty();
    }
}
