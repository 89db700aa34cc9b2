package se.ringstuga.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;

/**
 * Where a request comes from, for rate limits. Behind a reverse proxy it is the forwarded address when the installation
 * trusts its proxy ({@code QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING=true}).
 */
@RequestScoped
public class ClientAddress {

    private static final int IPV6_NETWORK_GROUPS = 4;

    private final RoutingContext request;

    ClientAddress(RoutingContext request) {
        this.request = request;
    }

    /** The address; of IPv6 the network's half, since a household has 2⁶⁴ addresses to try from. */
    public String value() {
        var remote = request.request().remoteAddress();
        return remote == null ? "unknown" : network(String.valueOf(remote.hostAddress()));
    }

    static String network(String address) {
        var groups = address.split(":", -1);
        if (groups.length <= 2 || address.startsWith("::")) {
            return address;
        }
        return String.join(":", Arrays.asList(groups).subList(0, Math.min(IPV6_NETWORK_GROUPS, groups.length)));
    }
}
