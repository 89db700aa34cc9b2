package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.ringstuga.automations.Turnout.For;
import se.ringstuga.automations.Turnout.Trace;
import se.ringstuga.segments.Filter;

/** The steps that change nothing outside: waits, and conditions asked afresh of those whose turn it is. */
@ApplicationScoped
class WaitingSteps {

    /**
     * How often it is looked whether what is waited for has happened. News of a person makes it sooner: this is for what comes to
     * hold by the passing of time alone, and for what nobody tells of.
     */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final HoldingPeople people;

    WaitingSteps(HoldingPeople people) {
        this.people = people;
    }

    List<Turnout> wait(Batch batch, Step.Wait step) {
        return batch.people().stream()
                .map(who -> until(batch, who, batch.calendar().after(who.arrivedAt(), step.span())))
                .toList();
    }

    List<Turnout> waitUntil(Batch batch, Step.WaitUntil step) {
        return batch.people().stream()
                .map(who -> until(batch, who, batch.calendar().when(who.arrivedAt(), step.from(), step.to())))
                .toList();
    }

    /** Reckoned anew at each turn: breaks may have been decided, or taken back, since the wait began (rule 33). */
    private static Turnout until(Batch batch, Due who, Instant at) {
        return at.isAfter(batch.now())
                ? new Turnout.Waits(For.TIME, at, null)
                : new Turnout.GoesOn(batch.course().after(who.step()).orElse(null), at, Trace.DONE);
    }

    List<Turnout> waitFor(Batch batch, Step.WaitFor step) {
        var holds = holding(batch, step.filter());
        return batch.people().stream()
                .map(who -> waitFor(batch, step, who, holds.contains(who.person())))
                .toList();
    }

    /** What happens meanwhile has just happened; a time that was out is out since then, however late the tick is. */
    private static Turnout waitFor(Batch batch, Step.WaitFor step, Due who, boolean holds) {
        if (holds) {
            return batch.goesInto(who, step.happened(), Trace.YES, batch.now());
        }
        var deadline = deadline(batch.calendar(), step.patience(), who);
        return deadline.isAfter(batch.now())
                ? new Turnout.Waits(For.CONDITION, earlier(batch.now().plus(LOOK_AGAIN), deadline), deadline)
                : batch.goesInto(who, step.timedOut(), Trace.NO, later(deadline, who.arrivedAt()));
    }

    private static Instant deadline(FlowCalendar calendar, Patience patience, Due who) {
        return switch (patience) {
            case Patience.AtMost(var span) -> calendar.after(who.arrivedAt(), span);
            case Patience.UntilDay(var day) -> calendar.after(who.enteredAt().plus(who.pausedFor()), Span.days(day));
        };
    }

    List<Turnout> branch(Batch batch, Step.Branch step) {
        var holds = holding(batch, step.filter());
        return batch.people().stream()
                .map(who -> holds.contains(who.person())
                        ? batch.goesInto(who, step.then(), Trace.YES, who.arrivedAt())
                        : batch.goesInto(who, step.otherwise(), Trace.NO, who.arrivedAt()))
                .toList();
    }

    private Set<Long> holding(Batch batch, Filter filter) {
        return people.of(batch.ids(), filter, batch.automation().scope(batch.now()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
