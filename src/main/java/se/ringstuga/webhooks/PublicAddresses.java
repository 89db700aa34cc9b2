package se.ringstuga.webhooks;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host for one connection and lets it lead to the public internet alone: the addresses that were checked are those
 * that are connected to, so a name that answers differently the next moment gains nothing.
 */
final class PublicAddresses implements DnsResolver {

    /** What is not the public internet, whoever routes it: RFC 6890 and the registries that follow it. */
    private static final List<Block> NOT_PUBLIC = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 3),
            // Teredo and what else tunnels or is reserved, documentation, and 6to4, which carries any IPv4 address.
            Block.of("2001::", 23),
            Block.of("2001:db8::", 32),
            Block.of("2002::", 16),
            Block.of("3fff::", 20));

    /** All of IPv6 that is given out; loopback, link-local, unique local, mapped and translated addresses lie outside. */
    private static final Block GLOBAL_UNICAST = Block.of("2000::", 3);

    private final Lookup lookup;

    PublicAddresses(Lookup lookup) {
        this.lookup = lookup;
    }

    /** The system's own resolver, but for tests. */
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** One address that is not public spoils the name. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = lookup.of(host);
        for (var address : addresses) {
            if (!isPublic(address)) {
                throw new NotPublic(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPublic(InetAddress address) {
        return (address instanceof Inet4Address || GLOBAL_UNICAST.holds(address))
                && NOT_PUBLIC.stream().noneMatch(block -> block.holds(address));
    }

    /** The host leads to a place that is not on the public internet. */
    static final class NotPublic extends UnknownHostException {

        private static final long serialVersionUID = 1;

        NotPublic(String host) {
            super(host + " is not on the public internet");
        }
    }

    private record Block(InetAddress from, int bits) {

        static Block of(String from, int bits) {
            return new Block(InetAddress.ofLiteral(from), bits);
        }

        boolean holds(InetAddress address) {
            var mine = from.getAddress();
            var theirs = address.getAddress();
            if (mine.length != theirs.length) {
                return false;
            }
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> (bit % 8);
                if ((mine[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
