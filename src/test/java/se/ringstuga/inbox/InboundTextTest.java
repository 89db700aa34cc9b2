package se.ringstuga.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.messaging.sms.InboundSms;

/** What anybody can send, before it is believed. */
class InboundTextTest {

    private static InboundText text(String from, String text) {
        return InboundText.of(new InboundSms("twilio", "SM1", from, "+46701740699", text));
    }

    @Test
    void lineBreaksStayAndOtherControlCharactersGo() {
        assertThat(text("+46701740605", " Hej\r\ndu\0\u0007\u001B[31m röd\u202E ")
                        .text())
                .isEqualTo("Hej\ndu[31m röd");
    }

    @Test
    void emojiAndLettersOfAllKindsStay() {
        assertThat(text("+46701740605", "Åsa 👩‍👩‍👧 مرحبا").text()).isEqualTo("Åsa 👩‍👩‍👧 مرحبا");
        assertThat(text("+46701740605", "halv \uD83D emoji").text()).isEqualTo("halv  emoji");
    }

    @Test
    void aTextIsBounded() {
        assertThat(text("+46701740605", "🙂".repeat(5000)).text().codePointCount(0, 3200))
                .isEqualTo(1600);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            +46701740605,              +46701740605,         true
            +46 70 174 06 05,          +46701740605,         true
            71234,                     71234,                false
            Telia,                     Telia,                false
            '',                        ?,                    false
            whatsapp:+46701740605abcd, whatsapp:+4670174060, false
            0701740605,                0701740605,           false
            +0701740605,               +0701740605,          false
            """)
    void onlyANumberInFullMayBeSomebodysTelephone(String from, String phone, boolean number) {
        assertThat(text(from, "Hej").phone()).isEqualTo(phone);
        assertThat(text(from, "Hej").fromNumber()).isEqualTo(number);
    }
}
