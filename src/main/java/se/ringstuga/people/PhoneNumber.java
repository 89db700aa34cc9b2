package se.ringstuga.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number somebody can be reached on: E.164, and whether it can receive an SMS. */
public record PhoneNumber(String e164, Kind kind) {

    /** Mobile numbers take calls and SMS, landlines calls. */
    public enum Kind {
        MOBILE,
        LANDLINE
    }

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{5,14}");
    private static final Pattern WRITTEN = Pattern.compile("[+]?[0-9 ()/.\\-–]{5,40}");
    private static final String SWEDISH_MOBILE_DIGITS = "02369";
    private static final int SWEDEN = 46;

    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("not a number in E.164");
        }
    }

    /**
     * Reads one number as people write it: 070-174 06 05, 070/1740605, 0046…, +46 (0)70…; without country code it is
     * Swedish. Empty for everything that is no person's number: broken ones, premium, toll-free and switchboard numbers.
     */
    public static Optional<PhoneNumber> parse(String text) {
        return reading(text) instanceof Reading.Good(PhoneNumber number) ? Optional.of(number) : Optional.empty();
    }

    /** As people read it: {@code 070-174 06 12}, numbers of other countries with their code. */
    public static String shown(String e164) {
        try {
            var number = NUMBERS.parse(e164, null);
            var format =
                    number.getCountryCode() == SWEDEN ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL;
            return NUMBERS.format(number, format);
        } catch (NumberParseException _) {
            return e164;
        }
    }

    /** What came of reading a number. */
    sealed interface Reading {
        record Good(PhoneNumber number) implements Reading {}

        /** A real number, but of a service and not of a person. */
        record NotPersonal() implements Reading {}

        record Broken() implements Reading {}
    }

    static Reading reading(String text) {
        String written = text.strip();
        // Letters are refused before the library sees them: it would read 070174O612 as a vanity number.
        if (!WRITTEN.matcher(written).matches()) {
            return new Reading.Broken();
        }
        String digits = withoutDecoration(written);
        return isSwedishMobile(digits)
                ? new Reading.Good(new PhoneNumber("+46" + digits.substring(digits.length() - 9), Kind.MOBILE))
                : parsed(digits);
    }

    private static Reading parsed(String digits) {
        try {
            var number = NUMBERS.parse(digits, "SE");
            if (!NUMBERS.isValidNumber(number)) {
                return new Reading.Broken();
            }
            String e164 = NUMBERS.format(number, PhoneNumberFormat.E164);
            return switch (NUMBERS.getNumberType(number)) {
                case MOBILE, FIXED_LINE_OR_MOBILE -> new Reading.Good(new PhoneNumber(e164, Kind.MOBILE));
                case FIXED_LINE, VOIP -> new Reading.Good(new PhoneNumber(e164, Kind.LANDLINE));
                case PREMIUM_RATE, TOLL_FREE, SHARED_COST, UAN, PAGER, VOICEMAIL, PERSONAL_NUMBER, UNKNOWN ->
                    new Reading.NotPersonal();
            };
        } catch (NumberParseException _) {
            return new Reading.Broken();
        }
    }

    private static String withoutDecoration(String written) {
        StringBuilder digits = new StringBuilder(written.length());
        String withoutTrunk = written.replace("(0)", "");
        for (int i = 0; i < withoutTrunk.length(); i++) {
            char c = withoutTrunk.charAt(i);
            if (c == '+' || (c >= '0' && c <= '9')) {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    /** Most numbers of a Swedish register: +467…, 00467… or 07… of the five mobile series. Kept equal to the library by a test. */
    private static boolean isSwedishMobile(String digits) {
        int national;
        if (digits.startsWith("+46")) {
            national = 3;
        } else if (digits.startsWith("0046")) {
            national = 4;
        } else if (digits.startsWith("0")) {
            national = 1;
        } else {
            return false;
        }
        return digits.length() - national == 9
                && digits.charAt(national) == '7'
                && SWEDISH_MOBILE_DIGITS.indexOf(digits.charAt(national + 1)) >= 0;
    }
}
