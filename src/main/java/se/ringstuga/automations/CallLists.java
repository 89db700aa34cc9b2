package se.ringstuga.automations;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.accounts.Actor;
import se.ringstuga.accounts.Notice;
import se.ringstuga.accounts.Notices;
import se.ringstuga.automations.Turnout.Trace;
import se.ringstuga.calling.AddedPeople;
import se.ringstuga.calling.AssignmentEditing;
import se.ringstuga.calling.CallScope;
import se.ringstuga.calling.NewCallAssignment;
import se.ringstuga.events.EventKind;
import se.ringstuga.events.EventKinds;

/**
 * Puts people on call lists. A list of the automation's own is made when it is switched on; assignments end after a month, and
 * then the next one is made with whoever is left over.
 */
@ApplicationScoped
class CallLists {

    private static final int ATTEMPTS = 3;

    /** The built-in kind of meetings for new members. */
    private static final String MEETINGS = "nya-medlemmar";

    private static final String WELCOME = """
            Hälsa välkommen och säg vem du är.

            Fråga gärna:
            Hur kom det sig att du gick med?
            Vad är du nyfiken på?

            Berätta när nästa träff för nya medlemmar är, och fråga om hen vill komma.""";

    private final AddedPeople added;
    private final AssignmentEditing assignments;
    private final MadeThings made;
    private final OwnSurveys surveys;
    private final EventKinds kinds;
    private final Notices notices;
    private final ObjectMapper json;
    private final Clock clock;

    CallLists(
            AddedPeople added,
            AssignmentEditing assignments,
            MadeThings made,
            OwnSurveys surveys,
            EventKinds kinds,
            Notices notices,
            ObjectMapper json,
            Clock clock) {
        this.added = added;
        this.assignments = assignments;
        this.made = made;
        this.surveys = surveys;
        this.kinds = kinds;
        this.notices = notices;
        this.json = json;
        this.clock = clock;
    }

    List<Turnout> call(Batch batch, Step.Call step) {
        var list = list(batch.automation(), step);
        if (list.isEmpty()) {
            return batch.people().stream()
                    .map(who -> batch.goesOn(who, Trace.skipped("LIST_CLOSED")))
                    .toList();
        }
        added.add(list.get(), batch.ids(), Actor.SYSTEM);
        var trace = Trace.about("assignment:" + list.get());
        return batch.people().stream().map(who -> batch.goesOn(who, trace)).toList();
    }

    /** The list as it is now; empty where somebody chose one that has ended. */
    private Optional<Long> list(Automation automation, Step.Call step) {
        var chosen = step.assignmentId();
        return chosen != null
                ? Optional.of(chosen).filter(added::isOpen)
                : Optional.of(own(automation, step, Actor.SYSTEM));
    }

    /** The automation's own list for this step, made where there is none or the former one has ended. */
    long own(Automation automation, Step.Call step, Actor actor) {
        made.lock(automation.id());
        var former = made.assignment(automation.id(), step.key());
        if (former.isPresent() && added.isOpen(former.get())) {
            return former.get();
        }
        var list = make(automation, step, actor);
        made.keepAssignment(automation.id(), step.key(), list, clock.instant());
        former.ifPresent(ended -> succeed(automation, step, ended, list));
        return list;
    }

    private long make(Automation automation, Step.Call step, Actor actor) {
        return assignments
                .create(CallScope.of(automation.home().organizationId(), actor), wanted(automation, step))
                .id();
    }

    /** Callers ask the automation's survey where it has one; those who welcome also offer the meetings for new members. */
    private NewCallAssignment wanted(Automation automation, Step.Call step) {
        var welcome = Automation.WELCOME.equals(automation.key());
        return new NewCallAssignment(
                step.title(),
                json.valueToTree(Map.of("type", "any", "filters", List.of())),
                null,
                surveys.made(automation.id()).orElse(null),
                welcome ? WELCOME : null,
                null,
                null,
                null,
                null,
                null,
                null,
                ATTEMPTS,
                null,
                null,
                welcome ? meetings(automation) : null,
                null);
    }

    private List<Long> meetings(Automation automation) {
        return kinds.usable(automation.home().organizationId()).stream()
                .filter(kind -> MEETINGS.equals(kind.key()))
                .map(EventKind::id)
                .toList();
    }

    private void succeed(Automation automation, Step.Call step, long former, long list) {
        var people = made.leftOver(automation.id(), former);
        if (!people.isEmpty()) {
            added.add(list, people, Actor.SYSTEM);
        }
        notices.tellOrganizers(
                automation.home().organizationId(),
                new Notice(
                        Notice.Kind.AUTOMATION_NEW_LIST,
                        "assignment:" + list,
                        Map.of("title", automation.title(), "list", step.title())));
    }
}
