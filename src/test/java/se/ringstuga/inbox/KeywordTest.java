package se.ringstuga.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are an order, and which are for a person to read. */
class KeywordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOPP",
                "STOP",
                "SLUTA",
                "AVSLUTA",
                "AVREGISTRERA",
                "stopp",
                "Stop!",
                "  Stopp.  ",
                "Sluta...",
                "STOPP!!!",
                "\"stopp\"",
                "Stopp 🙏",
                "STOPPP",
                "stooopp",
                "Slutaaa",
                "stoppa",
                "Sluta tack",
                "Sluta, snälla",
                "snalla sluta nu",
                "Hej! Stopp tack",
                "STOPP SMS",
                "stop all",
                "stopp stopp stopp",
                "Avregistrera\n",
                "avregistera",
                "AVSLUTÁ",
                "ＳＴＯＰＰ",
                "S\u200Btopp",
                "AVSLUTA SMS"
            })
    void theseOptOut(String text) {
        assertThat(Keyword.of(text)).isEqualTo(Keyword.STOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "start", "Start!", "Starta", "start tack", "STARTT", "start sms"})
    void theseTakeItBack(String text) {
        assertThat(Keyword.of(text)).isEqualTo(Keyword.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JA", "ja", "Ja!", "Ja.", " ja "})
    void theseSayYes(String text) {
        assertThat(Keyword.of(text)).isEqualTo(Keyword.YES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEJ", "nej", "Nej!"})
    void theseSayNo(String text) {
        assertThat(Keyword.of(text)).isEqualTo(Keyword.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "!!!",
                "stoppa gärna fler möten",
                "Sluta aldrig kämpa",
                "inte sluta",
                "Stopp på torget kl 18?",
                "Busstoppet",
                "stopplikt",
                "slutar mötet 20?",
                "slut",
                "Stopp eller start?",
                "start stopp",
                "stopp stopp stopp stopp",
                "JA TACK",
                "ja jag kommer",
                "JÄ",
                "nej stopp",
                "jaja",
                "Ja nej",
                "Hej",
                "tack",
                "Starten går klockan tio",
                "När startar vi?",
                "Jag vill inte ha fler meddelanden från er så sluta upp med det genast tack så mycket"
            })
    void theseAreForAPersonToRead(String text) {
        assertThat(Keyword.of(text)).isEqualTo(Keyword.NONE);
    }
}
