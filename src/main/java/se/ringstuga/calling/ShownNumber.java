package se.ringstuga.calling;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A number to tap, and as people read it: {@code 070-174 06 12}. */
record ShownNumber(String e164, String shown) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int SWEDEN = 46;

    static ShownNumber of(String e164) {
        try {
            var number = NUMBERS.parse(e164, null);
            var format =
                    number.getCountryCode() == SWEDEN ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL;
            return new ShownNumber(e164, NUMBERS.format(number, format));
        } catch (NumberParseException unreadable) {
            return new ShownNumber(e164, e164);
        }
    }

    /** What may be dialled, in the order to try; empty until the number was asked for. */
    static List<ShownNumber> of(@Nullable String phone, @Nullable String altPhone) {
        return Stream.of(phone, altPhone)
                .filter(Objects::nonNull)
                .map(ShownNumber::of)
                .toList();
    }
}
