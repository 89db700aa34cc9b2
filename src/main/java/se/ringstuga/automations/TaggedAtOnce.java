package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import se.ringstuga.accounts.Access;
import se.ringstuga.automations.Automation.State;
import se.ringstuga.people.TagUse;
import se.ringstuga.people.TooManyTagged;

/**
 * Whoever gives several at once the tag that begins a flow takes them in: it is a bulk send in all but name, and decided no easier
 * (rule 23). They come in by the press and not by the flow's next look, so that they are counted where everybody is who was taken in.
 */
@ApplicationScoped
class TaggedAtOnce implements TagUse {

    private final Automations automations;
    private final Enrolments enrolments;
    private final Entries entries;
    private final Flows flows;
    private final FlowCalendars calendars;
    private final TakingIn takingIn;
    private final Access access;
    private final Clock clock;

    TaggedAtOnce(
            Automations automations,
            Enrolments enrolments,
            Entries entries,
            Flows flows,
            FlowCalendars calendars,
            TakingIn takingIn,
            Access access,
            Clock clock) {
        this.automations = automations;
        this.enrolments = enrolments;
        this.entries = entries;
        this.flows = flows;
        this.calendars = calendars;
        this.takingIn = takingIn;
        this.access = access;
        this.clock = clock;
    }

    /** Before anybody's enrolment is touched, which the tags themselves do: whoever waits for one is woken. */
    @Override
    public void giving(long tagId) {
        locked(tagId).forEach(_ -> {});
    }

    @Override
    public void given(Press press) {
        locked(press.tagId())
                .filter(automation -> begins(automation, press.tagId()))
                .forEach(automation -> letIn(automation, press));
    }

    private Stream<Automation> locked(long tagId) {
        return automations.begunByTag(access.rootId(), tagId).stream()
                .flatMap(found -> automations.lock(found.home().organizationId(), found.id()).stream());
    }

    private boolean begins(Automation automation, long tagId) {
        return (automation.is(State.ON) || automation.is(State.PAUSED))
                && flows.of(automation).flow().trigger().equals(new Trigger.Tagged(tagId));
    }

    /** One more is let in whatever else has begun. */
    private void letIn(Automation automation, Press press) {
        var flow = flows.of(automation).flow();
        var actor = access.actor().toString();
        var pressed = Since.pressed(
                press.at(), actor, Objects.requireNonNull(automation.enterFrom()), calendars.of(automation.home()));
        var admission = Entries.Admission.bySomebody(press.at(), clock.instant(), actor);
        var since = automation.state().since();
        var in = entries.enrol(
                new Entries.Entrance(automation, flow, pressed),
                automation.is(State.PAUSED) && since != null ? admission.whilePaused(since) : admission);
        if (in.entered() > 1 && takingIn.hasTakenTooMany(automation, flow)) {
            throw new TooManyTagged(automation.title(), takingIn.limit(automation));
        }
    }

    @Override
    public List<Begun> begun(Press press) {
        return enrolments.begun(pressed(press));
    }

    /** Enrolments before tags, as whoever has their turn takes them. */
    @Override
    public void takingBack(Press press) {
        giving(press.tagId());
        enrolments.lock(pressed(press));
    }

    @Override
    public void takenBack(Press press) {
        enrolments.takeBack(pressed(press));
    }

    private Enrolments.Press pressed(Press press) {
        return new Enrolments.Press(
                access.rootId(), press.tagId(), press.at(), access.actor().toString());
    }
}
