package se.ringstuga.messaging.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.ringstuga.messaging.email.ReturnPaths.Sent;

class ReturnPathsTest {

    private static final ReturnPaths OURS =
            new ReturnPaths("a key for tests alone, 32 bytes.".getBytes(UTF_8), "Bounce.Example");

    @Test
    void anAddressNamesItsMessageAndAttempt() {
        assertThat(OURS.read(OURS.of(4711, 2))).contains(new Sent(4711, 2));
        assertThat(OURS.read("<" + OURS.of(Long.MAX_VALUE, 999_999) + ">")).contains(new Sent(Long.MAX_VALUE, 999_999));
        assertThat(OURS.of(Long.MAX_VALUE, 999_999).indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(OURS.of(4711, 2)).endsWith("@bounce.example").isNotEqualTo(OURS.of(4711, 3));
    }

    @Test
    void aServerThatShoutsIsUnderstood() {
        assertThat(OURS.read(OURS.of(4711, 1).toUpperCase(Locale.ROOT))).contains(new Sent(4711, 1));
    }

    @Test
    void nobodyElseCanMakeOneUp() {
        var others = new ReturnPaths("another key that is 32 bytes too".getBytes(UTF_8), "bounce.example");

        assertThat(OURS.read(others.of(4711, 1))).isEmpty();
        assertThat(OURS.read(OURS.of(4711, 1).replace(".1.", ".2."))).isEmpty();
        assertThat(OURS.read(OURS.of(4711, 1).replace("bounce.", "evil."))).isEmpty();
        assertThat(OURS.read("anna@bounce.example")).isEmpty();
        assertThat(OURS.read("b-zzzzzzzzzzzzz.1.00000000000000000000@bounce.example"))
                .isEmpty();
    }
}
