package se.ringstuga.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A judge that cannot find anybody guilty is none: each wrong is made up once. */
class SendsVerdictTest {

    private static final String ANNA = "+46701740605";
    private static final String BO = "+46701740606";

    private final List<String> log = new ArrayList<>();
    private final List<Believed> believed = new ArrayList<>();

    @BeforeEach
    void annaHasHers() {
        accepted(ANNA, "SM1");
        status("SM1", "sent", null);
        status("SM1", "delivered", null);
        believed.add(new Believed(ANNA, "DELIVERED", null));
    }

    @Test
    void whatAgreesPasses() throws IOException {
        refused(BO, "21610");
        believed.add(new Believed(BO, "FAILED", "21610"));

        var verdict = judged(ANNA, BO);

        assertThat(verdict.passes()).isTrue();
        assertThat(verdict.acceptedOnceShare()).isEqualTo(1);
        assertThat(verdict.recipients()).isEqualTo(2);
    }

    @Test
    void whoWasSentTwoMessagesIsFoundAlsoWhenOnlyOneIsWrittenDown() throws IOException {
        accepted(ANNA, "SM2");
        status("SM2", "delivered", null);

        var verdict = judged(ANNA);

        assertThat(verdict.acceptedTwice()).containsExactly(ANNA);
        assertThat(verdict.acceptedOnceShare()).isZero();
        assertThat(verdict.passes()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "delivered,, SENT,",
        "delivered,, FAILED, NEVER_CONFIRMED",
        "sent,, DELIVERED,",
        "sent,, ACCEPTED,",
        "undelivered, 30003, DELIVERED,",
        "undelivered, 30003, FAILED, 30008",
        "failed, 30008, FAILED,"
    })
    void aStateThatIsNotTheProvidersLastWordDisagrees(
            String word, @Nullable String code, String state, @Nullable String ours) throws IOException {
        accepted(BO, "SM2");
        status("SM2", word, code);
        believed.add(new Believed(BO, state, ours));

        var verdict = judged(ANNA, BO);

        assertThat(verdict.disagreements()).singleElement().asString().contains(BO, state);
        assertThat(verdict.passes()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ACCEPTED", "SENT", "DELIVERED"})
    void whatTheProviderNeverTookCannotHaveBeenSent(String state) throws IOException {
        believed.add(new Believed(BO, state, null));

        assertThat(judged(ANNA, BO).disagreements()).hasSize(1);
    }

    @Test
    void aNumberThatIsRefusedFailedWithThatCode() throws IOException {
        refused(BO, "21610");
        believed.add(new Believed(BO, "FAILED", "NEVER_CONFIRMED"));

        assertThat(judged(ANNA, BO).disagreements()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"QUEUED", "DISPATCHING", "UNKNOWN"})
    void whatIsOpenIsUnaccounted(String state) throws IOException {
        believed.add(new Believed(BO, state, null));

        assertThat(judged(ANNA, BO).unaccounted()).containsExactly(BO + ": " + state);
        assertThat(judged(ANNA, BO).passes()).isFalse();
    }

    @Test
    void whoHasNoMessageAtAllIsUnaccounted() throws IOException {
        assertThat(judged(ANNA, BO).unaccounted()).containsExactly(BO + ": ");
    }

    @Test
    void oneOfTwoThatWasNeverTakenIsTooMany() throws IOException {
        believed.add(new Believed(BO, "FAILED", "NEVER_CONFIRMED"));

        var verdict = judged(ANNA, BO);

        assertThat(verdict.acceptedOnceShare()).isEqualTo(0.5);
        assertThat(verdict.disagreements()).isEmpty();
        assertThat(verdict.passes()).isFalse();
    }

    @Test
    void aKillHitsWhenTheInstanceHadARequestOpen() throws IOException {
        log.add("{\"at\":100,\"what\":\"posted\",\"n\":7,\"to\":\"x\",\"by\":\"first\"}");
        log.add("{\"at\":200,\"what\":\"answered\",\"n\":7,\"status\":201}");
        log.add("{\"at\":300,\"what\":\"posted\",\"n\":8,\"to\":\"x\",\"by\":\"first\"}");
        log.add("{\"at\":300,\"what\":\"asked\",\"n\":1,\"by\":\"second\"}");
        var kills = List.of(
                new Kill.Done(150, "first"),
                new Kill.Done(150, "second"),
                new Kill.Done(250, "first"),
                new Kill.Done(99_999, "first"),
                new Kill.Done(301, "second"));

        assertThat(ProviderLog.hits(kills, ProviderLog.of(log).posts())).isEqualTo(2);
        assertThat(ProviderLog.hits(kills, ProviderLog.of(log).listings())).isEqualTo(1);
    }

    private SendsVerdict judged(String... recipients) throws IOException {
        return SendsVerdict.of(Set.copyOf(Arrays.asList(recipients)), believed, ProviderLog.of(log));
    }

    private void accepted(String to, String sid) {
        log.add("{\"what\":\"accepted\",\"to\":\"%s\",\"sid\":\"%s\"}".formatted(to, sid));
    }

    private void refused(String to, String code) {
        log.add("{\"what\":\"refused\",\"to\":\"%s\",\"code\":\"%s\"}".formatted(to, code));
    }

    private void status(String sid, String word, @Nullable String code) {
        var written = code == null ? "" : ",\"code\":\"" + code + "\"";
        log.add("{\"what\":\"status\",\"sid\":\"%s\",\"status\":\"%s\"%s}".formatted(sid, word, written));
    }
}
