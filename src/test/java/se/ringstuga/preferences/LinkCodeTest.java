package se.ringstuga.preferences;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Personal links: short, of one length, and of nobody's invention. */
class LinkCodeTest {

    private static final LinkCode CODE = new LinkCode("a key for this test, 32 bytes at least".getBytes(UTF_8));

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 61, 4711, Integer.MAX_VALUE, (1L << 37) - 1})
    void aCodeLeadsToItsPersonAndIsAsLongAsAnyOther(long person) {
        assertThat(CODE.of(person)).hasSize(17).matches("[0-9A-Za-z]+");
        assertThat(CODE.read(CODE.of(person))).contains(person);
    }

    @Test
    void aCodeOfWhichOneLetterIsChangedLeadsToNobody() {
        var code = CODE.of(4711);
        for (int i = 0; i < code.length(); i++) {
            for (char letter : "0AZaz9".toCharArray()) {
                var other = code.substring(0, i) + letter + code.substring(i + 1);
                assertThat(CODE.read(other).isPresent()).isEqualTo(other.equals(code));
            }
        }
    }

    @Test
    void codesAreNotMadeUpNorMadeWithAnotherKey() {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            var made = new StringBuilder();
            random.ints(17, 'a', 'z' + 1).forEach(made::appendCodePoint);
            assertThat(CODE.read(made.toString())).isEmpty();
        }
        assertThat(new LinkCode("another key".getBytes(UTF_8)).read(CODE.of(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "zzzzzzzzzzzzzzzzz", "0000000000000000å", "../../people/1234", "000000000000000000"})
    void whatIsNoCodeIsNobody(String code) {
        assertThat(CODE.read(code)).isEmpty();
    }

    @Test
    void neighboursHaveNothingInCommon() {
        var beginnings = new HashSet<String>();
        for (long person = 1; person <= 1000; person++) {
            beginnings.add(
                    CODE.of(person).substring(0, 6) + " " + CODE.of(person).substring(13));
        }
        assertThat(beginnings).hasSize(1000);
    }

    @Test
    void morePeopleThanFitAreRefusedAndNotMixedUp() {
        assertThatThrownBy(() -> CODE.of(1L << 37)).isInstanceOf(IllegalArgumentException.class);
    }
}
