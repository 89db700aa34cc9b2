package se.ringstuga.inbox;

import java.util.regex.Pattern;
import se.ringstuga.messaging.sms.InboundSms;

/**
 * A text as far as it can be trusted: bounded, and without the characters that only deceive.
 *
 * @param sender ours, that was texted to
 * @param phone what it seems to come from: a number in E.164, a short one, or a name
 */
record InboundText(String gateway, String providerId, String sender, String phone, String text) {

    private static final int LONGEST = 1600;
    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_ID = 200;
    private static final String NOBODY = "?";
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** Control characters but line breaks, and those that turn the direction of writing. */
    private static final Pattern DECEIVING =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F]|\\p{Cs}|\\p{Co}|\\p{Cn}");

    static InboundText of(InboundSms sms) {
        return new InboundText(
                sms.gateway(),
                cut(sms.providerId(), LONGEST_ID),
                cut(name(sms.to()), LONGEST_NAME),
                cut(name(sms.from()), LONGEST_NAME),
                cut(clean(sms.text()), LONGEST));
    }

    /** Whether it may be somebody's telephone: short numbers and names are machines. */
    boolean fromNumber() {
        return E164.matcher(phone).matches();
    }

    /** Whether the sender that was texted to can be answered from. */
    boolean toNumber() {
        return E164.matcher(sender).matches();
    }

    private static String name(String written) {
        var name = clean(written).replaceAll("\\s+", "");
        return name.isEmpty() ? NOBODY : name;
    }

    private static String clean(String text) {
        return DECEIVING
                .matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("")
                .strip();
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
