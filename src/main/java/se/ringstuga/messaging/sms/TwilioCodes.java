package se.ringstuga.messaging.sms;

import static java.util.Map.entry;
import static se.ringstuga.messaging.gateway.Refusal.ACCOUNT;
import static se.ringstuga.messaging.gateway.Refusal.BAD_NUMBER;
import static se.ringstuga.messaging.gateway.Refusal.CONTENT;
import static se.ringstuga.messaging.gateway.Refusal.OPTED_OUT;
import static se.ringstuga.messaging.gateway.Refusal.OTHER;
import static se.ringstuga.messaging.gateway.Refusal.SENDER;
import static se.ringstuga.messaging.gateway.Refusal.UNREACHABLE_COUNTRY;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.messaging.gateway.Refusal;

/** Twilio's error codes, those of the answer to a POST and those of a later event, in words of our own. */
final class TwilioCodes {

    private static final Map<String, Refusal> MEANINGS = Map.ofEntries(
            entry("20003", ACCOUNT), // credentials or permission
            entry("20005", ACCOUNT), // not active
            entry("20404", ACCOUNT), // no such account, or in another region
            entry("21608", ACCOUNT), // a trial account, to a number that is not verified
            entry("21609", ACCOUNT), // our callback address is not one they can call
            entry("30002", ACCOUNT), // suspended
            entry("21610", OPTED_OUT), // sent STOP to this sender
            entry("21211", BAD_NUMBER),
            entry("21217", BAD_NUMBER),
            entry("21614", BAD_NUMBER), // not a mobile number
            entry("30005", BAD_NUMBER), // unknown or no longer in service
            entry("30006", BAD_NUMBER), // a landline
            entry("21408", UNREACHABLE_COUNTRY), // not switched on for the account
            entry("21612", UNREACHABLE_COUNTRY), // no route from this sender
            entry("21212", SENDER),
            entry("21603", SENDER),
            entry("21606", SENDER),
            entry("21659", SENDER),
            entry("21660", SENDER),
            entry("21701", SENDER),
            entry("21703", SENDER),
            entry("21704", SENDER),
            entry("21705", SENDER),
            entry("30018", SENDER), // the name must be registered first
            entry("30024", SENDER), // the number must be registered first
            entry("30034", SENDER),
            entry("21602", CONTENT), // empty
            entry("21617", CONTENT), // longer than 1,600 characters
            entry("30007", CONTENT)); // filtered

    /** The sender's queue at Twilio is full for hours; the message was not taken. */
    private static final String QUEUE_FULL = "21611";

    private static final Duration UNTIL_THE_QUEUE_IS_SHORTER = Duration.ofMinutes(10);

    private TwilioCodes() {}

    static Refusal meaning(String code) {
        return refusal(code).orElse(OTHER);
    }

    /** Empty for a code that may mean no refusal at all. */
    static Optional<Refusal> refusal(String code) {
        return Optional.ofNullable(MEANINGS.get(code));
    }

    /** For what only looks like a refusal: how long to wait. */
    static Optional<Duration> passing(String code) {
        return Optional.of(UNTIL_THE_QUEUE_IS_SHORTER).filter(_ -> code.equals(QUEUE_FULL));
    }
}
