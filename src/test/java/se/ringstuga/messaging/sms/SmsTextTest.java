package se.ringstuga.messaging.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.ringstuga.messaging.sms.SmsText.Alphabet.GSM_7;
import static se.ringstuga.messaging.sms.SmsText.Alphabet.UCS_2;

import java.text.Normalizer;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsTextTest {

    private static final String BUS = "🚌";

    @Test
    void swedishIsCheap() {
        var text = SmsText.of("Hej Åsa! Årsmöte på torsdag kl 18.30, välkommen. Är du med? É ü § ¤ Ø æ");

        assertThat(text.alphabet()).isEqualTo(GSM_7);
        assertThat(text.costly()).isEmpty();
        assertThat(text.parts()).isEqualTo(1);
        assertThat(text.units()).isEqualTo(text.text().length());
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "160,1", "161,2", "306,2", "307,3", "459,3", "460,4"})
    void partsHold160Or153(int length, int parts) {
        assertThat(SmsText.of("å".repeat(length)).parts()).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "70,1", "71,2", "134,2", "135,3", "201,3", "202,4"})
    void withAnyOtherCharacterTheyHold70Or67(int length, int parts) {
        var text = SmsText.of("ć".repeat(length));

        assertThat(text.alphabet()).isEqualTo(UCS_2);
        assertThat(text.parts()).isEqualTo(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"€", "[", "]", "{", "}", "~", "^", "|", "\\", "\f"})
    void someCharactersCountTwo(String character) {
        assertThat(SmsText.of(character.repeat(80))).satisfies(text -> {
            assertThat(text.alphabet()).isEqualTo(GSM_7);
            assertThat(text.units()).isEqualTo(160);
            assertThat(text.parts()).isEqualTo(1);
        });
    }

    @Test
    void anEscapePairIsNeverSplit() {
        // 306 septets would fill two parts to the last; the euro at the seam leaves one septet of the first empty.
        var text = SmsText.of("a".repeat(152) + "€" + "a".repeat(152));

        assertThat(text.units()).isEqualTo(306);
        assertThat(text.parts()).isEqualTo(3);
    }

    @Test
    void anEmojiIsNeverSplit() {
        var text = SmsText.of("a".repeat(66) + BUS + "a".repeat(66));

        assertThat(text.units()).isEqualTo(134);
        assertThat(text.parts()).isEqualTo(3);
        assertThat(SmsText.of(BUS.repeat(35)).parts()).isEqualTo(1);
        assertThat(SmsText.of(BUS.repeat(36)).parts()).isEqualTo(2);
    }

    @Test
    void whatIsTypedInPiecesIsPutTogether() {
        var typed = Normalizer.normalize("Åsa på ön", Normalizer.Form.NFD);

        assertThat(SmsText.of(typed).text()).isEqualTo("Åsa på ön");
        assertThat(SmsText.of(typed).alphabet()).isEqualTo(GSM_7);
        assertThat(SmsText.of("\u212Bngström \u2126").alphabet()).isEqualTo(GSM_7);
    }

    @Test
    void aLineBreakIsPaidForOnce() {
        assertThat(SmsText.of("a\r\nb\rc\nd").text()).isEqualTo("a\nb\nc\nd");
        assertThat(SmsText.of("a\r\nb").units()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '#',
            value = {
                "\u2013>en dash>-",
                "\u2019>right single quotation mark>#'#",
                "\u201D>right double quotation mark>\"",
                "\u2026>horizontal ellipsis>...",
                "ć>latin small letter c with acute>c",
                "ç>latin small letter c with cedilla>c",
                "ł>latin small letter l with stroke>l",
                "½>vulgar fraction one half>1/2",
                "²>superscript two>2",
                "`>grave accent>#'#"
            })
    void whatCostsIsNamedWithAReplacement(String character, String name, String replacement) {
        var costly = SmsText.of("Lördag " + character).costly();

        assertThat(costly).containsExactly(new SmsText.Costly(7, character, name, Optional.of(replacement)));
        assertThat(SmsText.of(replacement).alphabet()).isEqualTo(GSM_7);
    }

    @Test
    void whatIsNotSeenIsReplacedByASpaceOrNothing() {
        assertThat(SmsText.of("kl\u00A018").costly().getFirst().replacement()).contains(" ");
        assertThat(SmsText.of("kl\t18").costly().getFirst().replacement()).contains(" ");
        assertThat(SmsText.of("\uFEFFkl").costly().getFirst().replacement()).contains("");
        assertThat(SmsText.of("med\u00ADlem").costly().getFirst().replacement()).contains("");
    }

    @Test
    void forSomeCharactersNothingWouldDo() {
        assertThat(SmsText.of("Ses på " + BUS + " 日").costly())
                .extracting(SmsText.Costly::character, SmsText.Costly::replacement)
                .containsExactly(tuple(BUS, Optional.empty()), tuple("日", Optional.empty()));
    }

    @Test
    void aCharacterThatOccursTwiceIsNamedOnce() {
        assertThat(SmsText.of("– a ’ b – c ’").costly())
                .extracting(SmsText.Costly::index)
                .containsExactly(0, 4);
    }

    @Test
    void halfAnEmojiIsNotSent() {
        assertThat(SmsText.of("Hej \uD83D!").text()).isEqualTo("Hej ?!");
    }

    @Test
    void replacingAllThatCanBeMakesATextCheap() {
        var text = SmsText.of("”Möte” – kl\u00A018… José Ivić, ½ timme");
        var mended = text.costly().stream()
                .reduce(
                        text.text(),
                        (soFar, costly) -> soFar.replace(
                                costly.character(), costly.replacement().orElseThrow()),
                        (a, b) -> b);

        assertThat(SmsText.of(mended).alphabet()).isEqualTo(GSM_7);
        assertThat(mended).isEqualTo("\"Möte\" - kl 18... José Ivic, 1/2 timme");
    }

    @Test
    void everyReplacementOfEveryCharacterIsCheap() {
        IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(Character::isDefined)
                .mapToObj(LookAlikes::of)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(replacement ->
                        assertThat(Gsm7.holds(replacement)).as(replacement).isTrue());
    }
}
