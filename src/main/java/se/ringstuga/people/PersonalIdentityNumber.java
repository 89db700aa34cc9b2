package se.ringstuga.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds Swedish personal identity numbers and coordination numbers in a cell, so that they can be refused. A register
 * hides them in notes, in member numbers and inside sentences; they are never stored, echoed or logged (rule 2).
 */
public final class PersonalIdentityNumber {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?<![0-9])(1[89]|20)?([0-9]{2})([-./ ]?)([0-9]{2})\\3([0-9]{2})([-+–— ]?)([0-9]{4})(?![0-9])");
    private static final int COORDINATION = 60;
    private static final int FEWEST_DIGITS = 10;

    private PersonalIdentityNumber() {}

    /** Whether the text holds one anywhere. */
    public static boolean isIn(String text) {
        return anyIn(text, false);
    }

    /**
     * The same in a cell for phone numbers, where ten digits beginning with 0 are far more likely a phone number: every
     * mobile number 070-174… has the digits of a coordination number and each tenth of them its check digit too.
     */
    static boolean isInPhoneCell(String text) {
        return anyIn(text, true);
    }

    private static boolean anyIn(String text, boolean phoneCell) {
        if (!hasEnoughDigits(text)) {
            return false;
        }
        Matcher matcher = WRITTEN.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            if (isNumber(matcher, phoneCell)) {
                return true;
            }
            from = matcher.start() + 1;
        }
        return false;
    }

    private static boolean isNumber(Matcher found, boolean phoneCell) {
        boolean century = found.group(1) != null;
        boolean plainDate = found.group(3).isEmpty();
        boolean dash = !found.group(6).isBlank();
        if (phoneCell && !century && !dash && found.group(2).startsWith("0")) {
            return false;
        }
        if (!isDate(found)) {
            return false;
        }
        // With its century and dash it is one even when somebody mistyped a digit.
        boolean unmistakable = dash && plainDate && (century || !phoneCell);
        return unmistakable || hasCheckDigit(found);
    }

    private static boolean isDate(Matcher found) {
        int day = Integer.parseInt(found.group(5));
        int dayOfMonth = day > COORDINATION ? day - COORDINATION : day;
        String century = found.group(1) == null ? "20" : found.group(1);
        try {
            LocalDate.of(Integer.parseInt(century + found.group(2)), Integer.parseInt(found.group(4)), dayOfMonth);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static boolean hasCheckDigit(Matcher found) {
        String digits = found.group(2) + found.group(4) + found.group(5) + found.group(7);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product > 9 ? product - 9 : product;
        }
        return sum % 10 == 0;
    }

    private static boolean hasEnoughDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9' && ++digits == FEWEST_DIGITS) {
                return true;
            }
        }
        return false;
    }
}
