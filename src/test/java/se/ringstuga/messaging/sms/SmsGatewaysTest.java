package se.ringstuga.messaging.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import se.ringstuga.messaging.gateway.Outcome;

/** With the credentials in the environment and Twilio chosen, as an installation has it. */
@QuarkusTest
@TestProfile(SwitchedOff.class)
class SmsGatewaysTest {

    @Inject
    SmsGateways gateways;

    @Test
    void theConfiguredGatewaySendsAndNoTestReachesARealOne() {
        var gateway = gateways.configured().orElseThrow();

        assertThat(gateway.name()).isEqualTo("twilio");
        assertThat(gateway.send(new OutgoingSms(1, 1, "Foreningen", "+46701740605", "Hej", Duration.ofHours(1))))
                .isInstanceOf(Outcome.TryLater.class);
        assertThat(gateways.twilioMessages()).isPresent();
    }

    @Test
    void eachConfiguredProviderCanReachUsAtAnAddressThatNobodyGuesses() {
        assertThat(gateways.webhook("twilio")).containsInstanceOf(TwilioWebhook.class);
        assertThat(gateways.webhook("46elks")).isEmpty();
        assertThat(gateways.webhook("pigeon")).isEmpty();
        assertThat(gateways.addresses().status("twilio")).matches("http://.+/hooks/twilio/[0-9a-f]{32}/status");
        assertThat(gateways.addresses().inbound("46elks")).matches("http://.+/hooks/46elks/[0-9a-f]{32}/inbound");
    }

    @Test
    void numbersAndTextsStayOutOfTheLogEvenWhenAllElseIsLogged() {
        var root = Logger.getLogger("");
        var level = root.getLevel();
        root.setLevel(Level.FINE);
        try {
            assertThat(Logger.getLogger("se.ringstuga").isLoggable(Level.FINE)).isTrue();
            assertThat(Logger.getLogger("com.twilio.http.TwilioRestClient").isLoggable(Level.FINE))
                    .isFalse();
            assertThat(Logger.getLogger("org.apache.hc.client5.http.wire").isLoggable(Level.FINE))
                    .isFalse();
        } finally {
            root.setLevel(level);
        }
    }
}
