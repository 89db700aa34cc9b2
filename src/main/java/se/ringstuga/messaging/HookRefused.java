package se.ringstuga.messaging;

import se.ringstuga.http.Problem;

/** A call that is forgotten: it did not come from the provider, or is nothing that a provider sends. */
final class HookRefused extends Problem {

    private HookRefused(int status, String type, String title) {
        super(status, type, title, "Only the provider's own calls are taken here, as it sends them.");
    }

    static HookRefused notGenuine() {
        return new HookRefused(403, "not-genuine", "The provider did not send this");
    }

    static HookRefused tooLarge() {
        return new HookRefused(413, "body-too-large", "The body is larger than any message");
    }

    /** PostgreSQL cannot store the character NUL, and no form that is written as it should be has one. */
    static HookRefused unreadable() {
        return new HookRefused(400, "unreadable", "The body is no form");
    }
}
