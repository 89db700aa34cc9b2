package se.ringstuga.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example/x",
                "ftp://hooks.example/x",
                "https://",
                "https:hooks",
                "hooks.example",
                "https://user:word@hooks.example/x",
                "https://hooks.example/#part",
                "javascript:alert(1)",
                "https://a b/"
            })
    void whatIsNoPlainHttpsAddressIsRefused(String address) {
        assertThat(EndpointAddress.mistake(address, false)).contains(EndpointAddress.Mistake.FORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/x", "https://a.localhost/x", "https://127.0.0.1/x", "https://10.1.2.3:8443/x",
                "https://169.254.169.254/latest", "https://[::1]/x", "https://[fd00::1]/x",
                        "https://[::ffff:127.0.0.1]/x"
            })
    void whatIsSeenToLeadNowhereIsRefusedAtOnce(String address) {
        assertThat(EndpointAddress.mistake(address, false)).contains(EndpointAddress.Mistake.NOT_PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://hooks.example/x?y=1", "https://hooks.example:8443", "https://1.1.1.1/x"})
    void thePublicInternetByHttpsIsTaken(String address) {
        assertThat(EndpointAddress.mistake(address, false)).isEmpty();
    }
}
