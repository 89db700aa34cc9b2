package se.ringstuga.messaging.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.messaging.email.EmailConfig.Gateway;

class EmailSetupTest {

    private static final Map<String, String> WHOLE =
            Map.of("gateway", "smtp", "host", "mail.example", "domain", "ring.example");

    @Test
    void nobodyCarriesEmailUnlessNamed() {
        assertThat(setup(Map.of(), false).gateway()).isEqualTo(Gateway.NONE);
        assertThat(setup(Map.of(), true).gateway()).isEqualTo(Gateway.SANDBOX);
        assertThat(setup(Map.of("gateway", "sandbox"), false).gateway()).isEqualTo(Gateway.SANDBOX);
    }

    @Test
    void aServerIsSpokenToEncryptedUnlessItIsOnThisMachine() {
        assertThat(live(WHOLE).server().tls()).isEqualTo(SmtpServer.Tls.STARTTLS);
        assertThat(live(with("host", "localhost", "tls", "none")).server().tls())
                .isEqualTo(SmtpServer.Tls.NONE);
        assertThatIllegalStateException()
                .isThrownBy(() -> live(with("tls", "none")))
                .withMessage("RINGSTUGA_EMAIL_TLS=none is for a mail server on this machine only; mail.example needs"
                        + " starttls or implicit.");
    }

    @Test
    void bouncesGoToTheSameDomainUnlessAnotherIsNamed() {
        assertThat(live(WHOLE).bounceDomain()).isEqualTo("ring.example");
        assertThat(live(with("bounce-domain", "studs.exämpel.example")).bounceDomain())
                .isEqualTo("studs.xn--exmpel-cua.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "host=unconfigured.invalid; RINGSTUGA_EMAIL_GATEWAY=smtp needs RINGSTUGA_EMAIL_HOST in the environment.",
                "domain=; RINGSTUGA_EMAIL_GATEWAY=smtp needs RINGSTUGA_EMAIL_DOMAIN in the environment.",
                "username=ring; A mail server with sign-in needs RINGSTUGA_EMAIL_PASSWORD in the environment.",
                "bounces.host=mail.example; Reading bounces needs RINGSTUGA_EMAIL_BOUNCES_USERNAME and RINGSTUGA_EMAIL_BOUNCES_PASSWORD in the environment.",
                "dkim.selector=r1; Signing with DKIM needs RINGSTUGA_EMAIL_DKIM_PRIVATE_KEY in the environment.",
                "dkim.private-key=x; Signing with DKIM needs RINGSTUGA_EMAIL_DKIM_SELECTOR in the environment.",
            })
    void whatIsHalfDoneIsToldInASentence(String changed, String sentence) {
        var parts = changed.split("=", 2);
        assertThatIllegalStateException()
                .isThrownBy(() -> live(with(parts[0], parts[1])))
                .withMessage(sentence);
    }

    @Test
    void aDemonstrationSendsNothingToAnyone() {
        assertThatIllegalStateException()
                .isThrownBy(() -> setup(WHOLE, true))
                .withMessageContaining("RINGSTUGA_EMAIL_GATEWAY=smtp would send real e-mail from a demonstration");
    }

    private static EmailSetup.Live live(Map<String, String> values) {
        return setup(values, false).live().orElseThrow();
    }

    private static EmailSetup setup(Map<String, String> values, boolean demo) {
        var builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(EmailConfig.class);
        values.forEach((name, value) -> builder.withDefaultValue("ringstuga.email." + name, value));
        return EmailSetup.of(builder.build().getConfigMapping(EmailConfig.class), demo);
    }

    private static Map<String, String> with(String... changes) {
        var values = new HashMap<>(WHOLE);
        for (int i = 0; i < changes.length; i += 2) {
            values.put(changes[i], changes[i + 1]);
        }
        return values;
    }
}
