package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.NotFound;

/** Makes and changes automations in the caller's transaction. */
@ApplicationScoped
class AutomationEditing {

    private final Automations automations;
    private final FlowVersions versions;
    private final FlowChecks checks;
    private final Flows flows;
    private final VersionMoves moves;
    private final TakingIn takingIn;
    private final Access access;
    private final Clock clock;

    AutomationEditing(
            Automations automations,
            FlowVersions versions,
            FlowChecks checks,
            Flows flows,
            VersionMoves moves,
            TakingIn takingIn,
            Access access,
            Clock clock) {
        this.automations = automations;
        this.versions = versions;
        this.checks = checks;
        this.flows = flows;
        this.moves = moves;
        this.takingIn = takingIn;
        this.access = access;
        this.clock = clock;
    }

    /** Switched off until somebody switches it on. */
    Automation create(NewAutomation wanted) {
        var title = wanted.checkedTitle();
        var read = checks.read(wanted.definition(), "definition", access.organizationId(), Set.of());
        var stamp = stamp();
        var id = automations.insert(access.organizationId(), null, title, stamp).orElseThrow();
        versions.add(id, 1, read.json().toString(), stamp);
        return get(id);
    }

    /**
     * Writes it anew. As long as nobody was ever in the version it is replaced, otherwise the definition becomes a new one.
     *
     * @param ifMatch the tag of what was read; null changes whatever is there
     * @param writers who wrote it besides the one who asks: more people than one may decide about are taken over into it only
     *     when somebody else has (rule 23)
     */
    Automation change(long id, @Nullable String ifMatch, NewAutomation wanted, List<String> writers) {
        var automation = lock(id);
        EntityVersion.require(ifMatch, automation.version());
        var title = wanted.checkedTitle();
        var read = checks.read(wanted.definition(), "definition", access.organizationId(), versions.keys(id));
        var definition = read.json().toString();
        var before = flows.of(automation);
        var number = automation.number();
        if (!before.json().equals(read.json())) {
            number = write(automation, definition);
        }
        automations.change(id, title, number);
        if (number != automation.number() && wanted.people() == NewAutomation.People.MOVE) {
            var people = versions.older(id, number);
            moves.move(id, number, Course.of(read.flow()), clock.instant());
            takingIn.requireMoving(read.flow(), people, writers);
        }
        return get(id);
    }

    /** Whether those in it can only be taken over by another than the one who asks. */
    boolean movingNeedsAnother(long id, NewAutomation wanted, List<String> writers) {
        var read = checks.read(wanted.definition(), "definition", access.organizationId(), versions.keys(id));
        var next = get(id).number() + 1;
        return wanted.people() == NewAutomation.People.MOVE
                && takingIn.movingNeedsAnother(read.flow(), versions.older(id, next), writers);
    }

    private int write(Automation automation, String definition) {
        if (versions.used(automation.id(), automation.number())) {
            versions.add(automation.id(), automation.number() + 1, definition, stamp());
            return automation.number() + 1;
        }
        versions.replace(automation.id(), automation.number(), definition, stamp());
        return automation.number();
    }

    /** Only what nobody was ever in; what is there from the start stays. */
    void delete(long id) {
        var automation = lock(id);
        if (!automations.delete(id)) {
            throw new AutomationConflict(
                    automation.state().state(),
                    "Somebody is or was in it, or it is there from the start; stop it instead.");
        }
    }

    Automation get(long id) {
        return automations.find(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    Automation lock(long id) {
        return automations.lock(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    Stamp stamp() {
        return new Stamp(clock.instant(), access.actor().toString());
    }
}
