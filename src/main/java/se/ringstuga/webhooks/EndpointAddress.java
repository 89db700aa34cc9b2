package se.ringstuga.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an endpoint's address may look like; where it leads is looked at anew for each call. */
final class EndpointAddress {

    static final int LONGEST = 500;

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[.*]");

    private EndpointAddress() {}

    /**
     * What is wrong with it; empty when nothing is.
     *
     * @param onlyThisMachine as in tests, where http leads to this machine
     */
    static Optional<Mistake> mistake(String address, boolean onlyThisMachine) {
        try {
            var uri = URI.create(address);
            var secure = "https".equals(uri.getScheme()) || (onlyThisMachine && "http".equals(uri.getScheme()));
            if (!secure
                    || uri.getHost() == null
                    || uri.getUserInfo() != null
                    || uri.getFragment() != null
                    || address.length() > LONGEST) {
                return Optional.of(Mistake.FORM);
            }
            return !onlyThisMachine && leadsNowhere(uri.getHost()) ? Optional.of(Mistake.NOT_PUBLIC) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.of(Mistake.FORM);
        }
    }

    /** Whoever types a private number is told at once; a name may lead elsewhere tomorrow. */
    private static boolean leadsNowhere(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || (LITERAL.matcher(host).matches()
                        && !PublicAddresses.isPublic(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", ""))));
    }

    /** Why it is refused. */
    enum Mistake {
        FORM("must be an https address without a user name and without #, at most " + LONGEST + " characters"),
        NOT_PUBLIC("must lead to the public internet");

        private final String message;

        Mistake(String message) {
            this.message = message;
        }

        String message() {
            return message;
        }
    }
}
