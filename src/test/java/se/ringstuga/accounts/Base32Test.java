package se.ringstuga.accounts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base32Test {

    private static final byte[] RFC_SECRET = "12345678901234567890".getBytes(US_ASCII);

    /** As an authenticator app reads the letters. */
    static byte[] decode(String letters) {
        var bits = new StringBuilder("1");
        letters.chars()
                .filter(letter -> letter != ' ')
                .map(letter -> Character.isDigit(letter) ? letter - '2' + 26 : letter - 'A')
                .forEach(value -> bits.append(Integer.toBinaryString(32 + value).substring(1)));
        var bytes = new BigInteger(bits.toString(), 2).toByteArray();
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }

    @Test
    void appsReadTheLettersAsTheSameSecret() {
        assertThat(Base32.encode("foobarfoob".getBytes(US_ASCII))).isEqualTo("MZXW6YTBOJTG633C");
        assertThat(decode(Base32.grouped(Base32.encode(RFC_SECRET)))).isEqualTo(RFC_SECRET);
    }

    /** The last six digits of the vectors in appendix B of RFC 6238. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "2000000000, 279037"})
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(RFC_SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(code);
        assertThat(Totp.step(RFC_SECRET, code, Instant.ofEpochSecond(seconds), -1))
                .hasValue(seconds / 30);
        assertThat(Totp.step(RFC_SECRET, code, Instant.ofEpochSecond(seconds), seconds / 30))
                .isEmpty();
    }
}
