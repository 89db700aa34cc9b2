package se.ringstuga.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.LaunchMode;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookLineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Listener listener;
    private WebhookLine line;

    @BeforeEach
    void start() throws IOException {
        listener = new Listener();
        line = line(WebhookLine.resolver(true, LaunchMode.TEST), PATIENCE);
    }

    @AfterEach
    void stop() throws IOException {
        line.stop();
        listener.close();
    }

    private static WebhookLine line(DnsResolver resolver, Duration timeout) {
        return new WebhookLine(resolver, timeout, 4);
    }

    private WebhookLine.Answer post(WebhookLine over, String address) {
        return over.post(new WebhookLine.Call(address, "del_7", 1_795_539_600, "v1,abc", "{\"type\":\"ping\"}"));
    }

    @Test
    void theCallCarriesTheHeadersOfStandardWebhooks() {
        assertThat(post(line, listener.address())).isEqualTo(new WebhookLine.Answer(200, "thanks"));

        var heard = listener.heard().getFirst();
        assertThat(heard)
                .isEqualTo(new Listener.Heard("/hook", "del_7", "1795539600", "v1,abc", "{\"type\":\"ping\"}"));
    }

    @Test
    void aNameServerThatIsSilentCostsNoMoreThanTheCallMay() throws IOException {
        var never = new CountDownLatch(1);
        var silent = line(names(never), Duration.ofMillis(300));
        var began = System.nanoTime();

        assertThat(post(silent, listener.address())).isEqualTo(new WebhookLine.Answer(null, "no answer in time"));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        never.countDown();
        silent.stop();
    }

    private static DnsResolver names(CountDownLatch never) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                try {
                    never.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"200,true", "204,true", "299,true", "302,false", "400,false", "410,false", "500,false"})
    void onlyTwoHundredsAreGood(int status, boolean good) {
        listener.answers(status, "");

        assertThat(post(line, listener.address()).good()).isEqualTo(good);
    }

    @Test
    void aRedirectIsNotFollowed() {
        listener.leadsTo("/elsewhere");

        assertThat(post(line, listener.address()).status()).isEqualTo(302);
        assertThat(listener.heard()).hasSize(1);
    }

    @Test
    void ofAnAnswerOnlyTheBeginningIsKept() {
        listener.answers(200, "a\u0000b\n" + "x".repeat(5_000_000));

        assertThat(post(line, listener.address()).answer()).hasSize(200).startsWith("a b xxx");
    }

    @Test
    void whoDoesNotAnswerInTimeHasNotGotIt() {
        var impatient = line(WebhookLine.resolver(true, LaunchMode.TEST), Duration.ofMillis(300));
        listener.hangs(true);

        assertThat(post(impatient, listener.address())).isEqualTo(new WebhookLine.Answer(null, "no answer in time"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "localhost", "0x7f.1", "2130706433"})
    void thisMachineIsNotReachedWhateverItIsCalled(String host) throws IOException {
        var real = line(WebhookLine.resolver(false, LaunchMode.NORMAL), PATIENCE);

        var answer = post(real, "http://" + host + ":" + listener.port() + "/hook");

        assertThat(answer.status()).isNull();
        assertThat(listener.heard()).isEmpty();
        real.stop();
    }

    /** A name that was public when somebody looked and leads here now. */
    @Test
    void aNameThatChangesItsMindIsCheckedForEachCall() throws IOException {
        var asked = new ArrayList<String>();
        var rebinding = line(
                new PublicAddresses(host -> {
                    asked.add(host);
                    return new InetAddress[] {InetAddress.getLoopbackAddress()};
                }),
                PATIENCE);

        assertThat(post(rebinding, "http://hooks.example:" + listener.port() + "/hook"))
                .isEqualTo(new WebhookLine.Answer(null, "hooks.example is not on the public internet"));
        assertThat(post(rebinding, "http://hooks.example:" + listener.port() + "/hook")
                        .status())
                .isNull();

        assertThat(asked).isEqualTo(List.of("hooks.example", "hooks.example"));
        assertThat(listener.heard()).isEmpty();
        rebinding.stop();
    }

    @ParameterizedTest
    @EnumSource(value = LaunchMode.class, names = "TEST", mode = EnumSource.Mode.EXCLUDE)
    void outsideOfTestsNoStartReachesThisMachine(LaunchMode mode) {
        assertThatThrownBy(() -> WebhookLine.resolver(true, mode))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ringstuga.webhooks.only-this-machine");
    }
}
