package se.ringstuga.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * Where a request comes from, for rate limits. Behind a reverse proxy it is the forwarded address when the installation
 * trusts its proxy ({@code QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING=true}).
 */
@RequestScoped
public class ClientAddress {

    private static final int IPV6_NETWORK_BYTES = 8;

    private final RoutingContext request;

    ClientAddress(RoutingContext request) {
        this.request = request;
    }

    /** The address; of IPv6 the network's half, since a household has 2⁶⁴ addresses to try from. */
    public String value() {
        var remote = request.request().remoteAddress();
        return remote == null ? "unknown" : network(String.valueOf(remote.hostAddress()));
    }

    /** Whatever is no address, such as a proxy's name for itself, counts as it is written. */
    static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address ipv6
                    ? HexFormat.of().formatHex(ipv6.getAddress(), 0, IPV6_NETWORK_BYTES)
                    : address;
        } catch (IllegalArgumentException unreadable) {
            return address;
        }
    }
}
