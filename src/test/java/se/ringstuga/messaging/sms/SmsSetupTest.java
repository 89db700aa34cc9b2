package se.ringstuga.messaging.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.messaging.sms.SmsConfig.Gateway;

class SmsSetupTest {

    private static final String PUBLIC = "https://ring.example.se";
    private static final Map<String, String> TWILIO = Map.of(
            "gateway", "twilio",
            "twilio.account-sid", StubSettings.ACCOUNT_SID,
            "twilio.auth-token", "a token");
    private static final Map<String, String> ELKS =
            Map.of("gateway", "46elks", "46elks.username", "u1", "46elks.password", "p1");

    @Test
    void nobodySendsUnlessToldTo() {
        assertThat(setup(Map.of()).gateway()).isEqualTo(Gateway.NONE);
        assertThat(setup(Map.of("gateway", "none")).gateway()).isEqualTo(Gateway.NONE);
        assertThat(setup(Map.of("gateway", "sandbox")).gateway()).isEqualTo(Gateway.SANDBOX);
    }

    @Test
    void credentialsAloneSendNothing() {
        assertThat(setup(without(TWILIO, "gateway")).gateway()).isEqualTo(Gateway.NONE);
    }

    @Test
    void aDemonstrationHasTheSandboxAndNothingLive() {
        assertThat(SmsSetup.of(config(Map.of()), true, "http://localhost:8080").gateway())
                .isEqualTo(Gateway.SANDBOX);
        assertThatThrownBy(() -> SmsSetup.of(config(TWILIO), true, PUBLIC))
                .hasMessage("RINGSTUGA_SMS_GATEWAY=twilio would send real messages from a demonstration."
                        + " Unset it, or RINGSTUGA_DEMO.");
        assertThatThrownBy(() -> SmsSetup.of(config(ELKS), true, PUBLIC)).hasMessageContaining("46elks");
    }

    @ParameterizedTest
    @CsvSource({"twilio.account-sid, RINGSTUGA_TWILIO_ACCOUNT_SID", "twilio.auth-token, RINGSTUGA_TWILIO_AUTH_TOKEN"})
    void whatIsMissingForTwilioIsNamed(String key, String variable) {
        assertThatThrownBy(() -> setup(without(TWILIO, key)))
                .hasMessage("RINGSTUGA_SMS_GATEWAY=twilio needs " + variable + " in the environment.");
        assertThatThrownBy(() -> setup(with(TWILIO, key, ""))).hasMessageContaining(variable);
    }

    @ParameterizedTest
    @CsvSource({"46elks.username, RINGSTUGA_46ELKS_USERNAME", "46elks.password, RINGSTUGA_46ELKS_PASSWORD"})
    void whatIsMissingFor46elksIsNamed(String key, String variable) {
        assertThatThrownBy(() -> setup(without(ELKS, key)))
                .hasMessage("RINGSTUGA_SMS_GATEWAY=46elks needs " + variable + " in the environment.");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThatThrownBy(() -> setup(Map.of("gateway", "twilio")))
                .hasMessageContaining("RINGSTUGA_TWILIO_ACCOUNT_SID and RINGSTUGA_TWILIO_AUTH_TOKEN");
    }

    @Test
    void anUnknownGatewayIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> setup(Map.of("gateway", "pigeon")))
                .hasMessage("RINGSTUGA_SMS_GATEWAY is \"pigeon\"; it may be none, sandbox, twilio or 46elks.");
    }

    @Test
    void anAccountsIdIsToldFromOtherThings() {
        assertThatThrownBy(() -> setup(with(TWILIO, "twilio.account-sid", "SK0123456789abcdef0123456789abcdef")))
                .hasMessageContaining("it begins with AC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://ring.example.se", "https://localhost"})
    void aProviderThatCannotReachUsIsNotUsed(String publicUrl) {
        assertThatThrownBy(() -> SmsSetup.of(config(TWILIO), false, publicUrl))
                .hasMessageContaining("RINGSTUGA_PUBLIC_URL")
                .hasMessageEndingWith("it is " + publicUrl + ".");
        assertThatThrownBy(() -> SmsSetup.of(config(ELKS), false, publicUrl))
                .hasMessageContaining("RINGSTUGA_PUBLIC_URL");
    }

    @Test
    void anAddressThatIsNoneIsToldSo() {
        assertThatThrownBy(() -> SmsSetup.of(config(TWILIO), false, "https://ring_1.example.se"))
                .hasMessage("RINGSTUGA_PUBLIC_URL is no address: https://ring_1.example.se.");
    }

    @Test
    void credentialsAreNotSentInTheClear() {
        assertThatThrownBy(() -> setup(with(TWILIO, "twilio.base-url", "http://api.example.com")))
                .hasMessageContaining("https");
        assertThatThrownBy(() -> setup(with(TWILIO, "twilio.base-url", "nonsense")))
                .hasMessage("RINGSTUGA_SMS_TWILIO_BASE_URL is no address: nonsense.");
    }

    @Test
    void aStubOnThisMachineMayUseHttp() {
        var stub = with(TWILIO, "twilio.base-url", "http://localhost:4020");

        assertThat(SmsSetup.of(config(stub), false, "http://localhost:8080").gateway())
                .isEqualTo(Gateway.TWILIO);
    }

    @Test
    void whatIsWholeIsTaken() {
        assertThat(setup(with(TWILIO, "twilio.second-auth-token", "a newer one"))
                        .twilio())
                .get()
                .satisfies(account -> {
                    assertThat(account.sid()).isEqualTo(StubSettings.ACCOUNT_SID);
                    assertThat(account.authTokens()).containsExactly("a token", "a newer one");
                    assertThat(account.baseUrl()).isEqualTo("https://api.twilio.com");
                });
        assertThat(setup(with(ELKS, "46elks.dry-run", "true")).elks())
                .contains(new ElksGateway.Account("https://api.46elks.com", "u1", "p1", true));
    }

    @Test
    void reportsOfAProviderThatNoLongerSendsAreStillRead() {
        assertThat(setup(with(TWILIO, "gateway", "none")).twilio()).isPresent();
    }

    private static SmsSetup setup(Map<String, String> values) {
        return SmsSetup.of(config(values), false, PUBLIC);
    }

    private static SmsConfig config(Map<String, String> values) {
        var named = new HashMap<String, String>();
        values.forEach((name, value) -> named.put("ringstuga.sms." + name, value));
        return new SmallRyeConfigBuilder()
                .withMapping(SmsConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(named, "test", 100))
                .build()
                .getConfigMapping(SmsConfig.class);
    }

    private static Map<String, String> with(Map<String, String> values, String key, String value) {
        var changed = new HashMap<>(values);
        changed.put(key, value);
        return changed;
    }

    private static Map<String, String> without(Map<String, String> values, String key) {
        var changed = new HashMap<>(values);
        changed.remove(key);
        return changed;
    }
}
