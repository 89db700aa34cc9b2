package se.ringstuga.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "070-174 06 05, +46701740605, MOBILE",
        "070/1740665, +46701740665, MOBILE",
        "+46 (0)701740631, +46701740631, MOBILE",
        "0046701740613, +46701740613, MOBILE",
        "+46 70 174 06 22, +46701740622, MOBILE",
        "701740613, +46701740613, MOBILE",
        "08-465 004 00, +46846500400, LANDLINE",
        "084/6500466, +46846500466, LANDLINE",
        "098-0319294, +46980319294, LANDLINE",
        "0046313900618, +46313900618, LANDLINE",
        "+47 22 12 34 56, +4722123456, LANDLINE",
    })
    void everyWayOfWritingANumberIsTheSameNumber(String written, String e164, PhoneNumber.Kind kind) {
        assertThat(PhoneNumber.parse(written)).contains(new PhoneNumber(e164, kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"070174O612", "123-456", "", "ring inte", "0701740", "+460000", "0701740612345678", "112"})
    void whatIsNoNumberIsRefused(String written) {
        assertThat(PhoneNumber.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0771-12 34 56", "0900-123 45 67", "020-123 45 67", "010-101 12 34"})
    void numbersOfServicesAreNoPersonsNumbers(String written) {
        assertThat(PhoneNumber.reading(written)).isNotInstanceOf(PhoneNumber.Reading.Good.class);
    }

    @Test
    void theShortCutForSwedishMobilesAgreesWithTheLibrary() throws Exception {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            String digits = "07" + random.nextInt(10) + String.format("%07d", random.nextInt(10_000_000));
            var parsed = library.parse(digits, "SE");
            boolean mobile = library.isValidNumber(parsed)
                    && library.getNumberType(parsed) == PhoneNumberUtil.PhoneNumberType.MOBILE;
            assertThat(PhoneNumber.parse(digits).map(PhoneNumber::kind).filter(PhoneNumber.Kind.MOBILE::equals))
                    .as(digits)
                    .isEqualTo(mobile ? java.util.Optional.of(PhoneNumber.Kind.MOBILE) : java.util.Optional.empty());
            assertThat(PhoneNumber.parse(digits).map(PhoneNumber::e164).filter(_ -> mobile))
                    .isEqualTo(
                            mobile ? java.util.Optional.of("+46" + digits.substring(1)) : java.util.Optional.empty());
        }
    }
}
