package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;

/** The welcome of new members that every association finds there, switched off until somebody switches it on. */
@ApplicationScoped
class WelcomeFlow {

    private static final String TITLE = "Välkommen som ny medlem";
    private static final String DEFINITION = "/automations/welcome.json";

    private final Automations automations;
    private final FlowVersions versions;
    private final Clock clock;

    WelcomeFlow(Automations automations, FlowVersions versions, Clock clock) {
        this.automations = automations;
        this.versions = versions;
        this.clock = clock;
    }

    /** There from the first time somebody looks; changed or not, it is made once. */
    void make(long organizationId) {
        var stamp = new Stamp(clock.instant(), "system:0");
        automations
                .insert(organizationId, Automation.WELCOME, TITLE, stamp)
                .ifPresent(id -> versions.add(id, 1, definition(), stamp));
    }

    static String definition() {
        try (var file = Objects.requireNonNull(WelcomeFlow.class.getResourceAsStream(DEFINITION))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
