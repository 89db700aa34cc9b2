package se.ringstuga.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1"
            })
    void whatIsNotThePublicInternetIsRefused(String address) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "2606:4700:4700::1111",
                "2a00:1450:400f:80d::200e"
            })
    void thePublicInternetIsReached(String address) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void oneAddressThatIsNotPublicSpoilsTheName() {
        var both = new InetAddress[] {InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("169.254.169.254")};

        assertThatThrownBy(() -> new PublicAddresses(_ -> both).resolve("hooks.example"))
                .isInstanceOf(PublicAddresses.NotPublic.class)
                .hasMessageContaining("hooks.example");
    }

    @Test
    void whatWasCheckedIsWhatIsConnectedTo() throws UnknownHostException {
        var asked = new int[1];
        var resolver = new PublicAddresses(
                _ -> new InetAddress[] {InetAddress.ofLiteral(asked[0]++ == 0 ? "1.1.1.1" : "127.0.0.1")});

        assertThat(resolver.resolve("rebinding.example")).containsExactly(InetAddress.ofLiteral("1.1.1.1"));
        assertThat(asked[0]).isEqualTo(1);
    }
}
