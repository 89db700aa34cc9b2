package se.ringstuga.messaging.sms;

import java.util.Optional;

/**
 * What comes back to us with every report: which attempt at which message. Only letters and digits, and the names in
 * alphabetical order: Twilio signs the address as it was given, but sends it with a sorted query.
 */
record CallbackQuery(long messageId, int attempt) {

    private static final String ATTEMPT = "a";
    private static final String MESSAGE = "m";
    private static final String WHOLE = "[1-9][0-9]{0,%d}";
    private static final String LONG = WHOLE.formatted(17);
    private static final String INT = WHOLE.formatted(8);

    static String of(OutgoingSms sms) {
        return "?" + ATTEMPT + "=" + sms.attempt() + "&" + MESSAGE + "=" + sms.messageId();
    }

    static Optional<CallbackQuery> read(FormParameters query) {
        return query.first(MESSAGE)
                .filter(message -> message.matches(LONG))
                .flatMap(message -> query.first(ATTEMPT)
                        .filter(attempt -> attempt.matches(INT))
                        .map(attempt -> new CallbackQuery(Long.parseLong(message), Integer.parseInt(attempt))));
    }
}
