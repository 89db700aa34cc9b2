package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedForReplyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kommer du på tisdag? Svara JA eller NEJ.",
                "svara ja om du kommer",
                "Svara med \"ja\" före fredag",
                "Svara KOMMER så bokar vi en plats",
                "Svara på detta sms om du vill vara med",
                "svara gärna på det här meddelandet",
                "Svara på sms:et",
                "Sms:a STOPP för att slippa fler",
                "smsa oss om du vill ha skjuts",
                "Skicka STOPP om du inte vill ha fler",
                "Skriv JA så ringer vi",
                "Skicka ett sms till oss",
                "Please reply before Friday",
                "Text STOP to unsubscribe",
                "Answer this message if you can come"
            })
    void aTextThatAsksForAnAnswerIsKnown(String text) {
        assertThat(AskedForReply.in(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Svara på enkäten: https://ringstuga.example/s/abc",
                "Svara här: https://ringstuga.example/s/abc",
                "Tack för ditt svar!",
                "Du behöver inte svara.",
                "Vi har skickat ett brev. Kommer du så kommer jag.",
                "Mötet börjar kl 18. Ta med kaffe!",
                "Jag skriver snart. Ja, det är sant.",
                "Vi skickar svaren på måndag"
            })
    void anythingElseIsLetThrough(String text) {
        assertThat(AskedForReply.in(text)).isEmpty();
    }
}
