package se.ringstuga.messaging.sms;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** An installation with Twilio chosen that was started with {@code RINGSTUGA_SENDING=off}: one start for two classes. */
public final class SwitchedOff implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "ringstuga.sending",
                "off",
                "ringstuga.sms.gateway",
                "twilio",
                "ringstuga.twilio.account-sid",
                StubSettings.ACCOUNT_SID,
                "ringstuga.twilio.auth-token",
                StubSettings.AUTH_TOKEN);
    }
}
