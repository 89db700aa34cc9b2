package se.ringstuga.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same for e-mail: each wrong is made up once. */
class EmailVerdictTest {

    private static final String ANNA = "anna@example.org";

    @Test
    void whatWasTakenOnceAndIsSaidToBeSentPasses() throws IOException {
        assertThat(judged("ACCEPTED", 1).passes()).isTrue();
    }

    @Test
    void whatIsUnknownIsCountedAndMayStay() throws IOException {
        assertThat(judged("UNKNOWN", 1).unknown()).isEqualTo(1);
        assertThat(judged("UNKNOWN", 1).passes()).isTrue();
    }

    @Test
    void twoEmailsToOneAreFoundWhateverIsSaid() throws IOException {
        assertThat(judged("ACCEPTED", 2).acceptedTwice()).containsExactly(ANNA);
        assertThat(judged("UNKNOWN", 2).passes()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ACCEPTED, 0", "DELIVERED, 0", "FAILED, 1", "EXPIRED, 1"})
    void whatIsSaidAndWasNotSoDisagrees(String state, int taken) throws IOException {
        assertThat(judged(state, taken).disagreements()).hasSize(1);
        assertThat(judged(state, taken).passes()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"QUEUED", "DISPATCHING"})
    void whatWaitsStillIsUnaccounted(String state) throws IOException {
        assertThat(judged(state, 1).unaccounted()).containsExactly(ANNA + ": " + state);
        assertThat(judged(state, 1).passes()).isFalse();
    }

    @Test
    void aConversationThatWasNeverEndedIsOpenForEver() throws IOException {
        var log = MailLog.of(Map.of(
                "first",
                List.of(
                        "{\"what\":\"begun\",\"at\":100,\"to\":\"a\",\"n\":1}",
                        "{\"what\":\"ended\",\"at\":200,\"to\":\"a\",\"n\":1}",
                        "{\"what\":\"begun\",\"at\":300,\"to\":\"a\",\"n\":1}")));
        var kills = List.of(
                new Kill.Done(150, "first"),
                new Kill.Done(150, "second"),
                new Kill.Done(250, "first"),
                new Kill.Done(900, "first"));

        assertThat(ProviderLog.hits(kills, log.conversations())).isEqualTo(2);
    }

    private static EmailVerdict judged(String state, int taken) throws IOException {
        var line = "{\"what\":\"accepted\",\"at\":1,\"to\":\"%s\",\"messageId\":\"m\",\"from\":\"f\"}".formatted(ANNA);
        var log = MailLog.of(Map.of("first", java.util.Collections.nCopies(taken, line)));
        return EmailVerdict.of(Set.of(ANNA), List.of(new Believed(ANNA, state, null)), log);
    }
}
