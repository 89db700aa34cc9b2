package se.ringstuga.messaging.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.messaging.email.SmtpConnection.Reply;
import se.ringstuga.messaging.email.SmtpConnection.Stage;
import se.ringstuga.messaging.gateway.Outcome;
import se.ringstuga.messaging.gateway.Refusal;

class SmtpRepliesTest {

    @ParameterizedTest
    @CsvSource({
        "RECIPIENT, 550 5.1.1 unknown, BAD_NUMBER, 550 5.1.1",
        "RECIPIENT, '550-5.1.1 first\n550 5.1.1 last', BAD_NUMBER, 550 5.1.1",
        "RECIPIENT, 550 No such user here, BAD_NUMBER, 550",
        "RECIPIENT, 553 not here, BAD_NUMBER, 553",
        "RECIPIENT, 550 blocked using a list, OTHER, 550",
        "RECIPIENT, 550 5.7.1 rejected by policy, OTHER, 550 5.7.1",
        "RECIPIENT, 552 5.2.2 mailbox full, OTHER, 552 5.2.2",
        "RECIPIENT, 554 relay access denied, OTHER, 554",
        "SENDER, 553 5.1.7 bad sender, SENDER, 553 5.1.7",
        "SENDER, 552 5.3.4 too big, CONTENT, 552 5.3.4",
        "END, 554 no, CONTENT, 554",
        "END, 550 5.1.1 unknown after all, BAD_NUMBER, 550 5.1.1",
    })
    void aRefusalIsOfAKind(Stage stage, String text, Refusal kind, String code) {
        assertThat(outcome(stage, text)).isEqualTo(new Outcome.Refused(code, kind));
    }

    @ParameterizedTest
    @CsvSource({
        "OPENING, 535 5.7.8 wrong password",
        "OPENING, 554 no service for you",
        "OPENING, 421 busy",
        "SENDER, 530 5.7.0 sign in first",
        "RECIPIENT, 450 4.2.0 greylisted",
        "CONTENT, 452 4.3.1 no room",
        "END, 421 4.3.2 closing",
    })
    void whatIsAboutUsOrPassesWaits(Stage stage, String text) {
        assertThat(outcome(stage, text)).isInstanceOf(Outcome.TryLater.class);
    }

    @ParameterizedTest
    @CsvSource({"OPENING, false", "SENDER, false", "RECIPIENT, false", "CONTENT, false", "END, true"})
    void silenceIsUnknownAfterTheEndAlone(Stage stage, boolean unknown) {
        assertThat(SmtpReplies.outcome(stage, null, "id"))
                .isInstanceOf(unknown ? Outcome.Unknown.class : Outcome.TryLater.class);
    }

    private static Outcome outcome(Stage stage, String text) {
        return SmtpReplies.outcome(stage, new Reply(Integer.parseInt(text.substring(0, 3)), text), "id");
    }
}
