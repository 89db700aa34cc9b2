package se.ringstuga.calling;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.people.PhoneNumber;

/** A number to tap, and as people read it: {@code 070-174 06 12}. */
record ShownNumber(String e164, String shown) {

    static ShownNumber of(String e164) {
        return new ShownNumber(e164, PhoneNumber.shown(e164));
    }

    /** What may be dialled, in the order to try; empty until the number was asked for. */
    static List<ShownNumber> of(@Nullable String phone, @Nullable String altPhone) {
        return Stream.of(phone, altPhone)
                .filter(Objects::nonNull)
                .map(ShownNumber::of)
                .toList();
    }
}
