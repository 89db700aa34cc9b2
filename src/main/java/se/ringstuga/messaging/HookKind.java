package se.ringstuga.messaging;

/** What a provider calls us about, as it ends the address. */
enum HookKind {
    STATUS("/status"),
    INBOUND("/inbound");

    private final String ending;

    HookKind(String ending) {
        this.ending = ending;
    }

    boolean ends(String path) {
        return path.endsWith(ending);
    }
}
