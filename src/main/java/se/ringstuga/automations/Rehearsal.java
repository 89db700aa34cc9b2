package se.ringstuga.automations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.ringstuga.contact.Purpose;
import se.ringstuga.contact.QuietHours;
import se.ringstuga.segments.Filter;

/**
 * What would happen to somebody who came in at a moment: the flow played on a clock of its own, with the association's closed
 * days and quiet hours. Both ways are gone where the person decides which; where something is waited for, the dates are the
 * latest.
 */
final class Rehearsal {

    private final FlowCalendar calendar;
    private final QuietHours quiet;
    private final Instant start;
    private final List<Happening> happenings = new ArrayList<>();

    private Rehearsal(FlowCalendar calendar, QuietHours quiet, Instant start) {
        this.calendar = calendar;
        this.quiet = quiet;
        this.start = start;
    }

    /**
     * Something that happens.
     *
     * @param latest it may happen earlier, when what is waited for does
     * @param until of a wait, when it is over
     * @param when only if all of these are so
     */
    record Happening(Step step, Instant at, boolean latest, Instant until, List<Only> when) {

        Happening {
            when = List.copyOf(when);
        }
    }

    /** A condition and whether it has to hold. */
    record Only(Filter filter, boolean holds) {}

    /** In the order of the flow, each branch after the other. */
    static List<Happening> of(List<Step> steps, Instant start, FlowCalendar calendar, QuietHours quiet) {
        var rehearsal = new Rehearsal(calendar, quiet, start);
        rehearsal.walk(steps, new Moment(start, false), List.of());
        return List.copyOf(rehearsal.happenings);
    }

    /** By the flow's own time. */
    private record Moment(Instant at, boolean latest) {

        Moment or(Moment other) {
            return new Moment(at.isAfter(other.at) ? at : other.at, latest || other.latest || !at.equals(other.at));
        }
    }

    private Moment walk(List<Step> steps, Moment begin, List<Only> when) {
        var moment = begin;
        for (var step : steps) {
            moment = walk(step, moment, when);
        }
        return moment;
    }

    private Moment walk(Step step, Moment from, List<Only> when) {
        return switch (step) {
            case Step.Wait wait -> waits(step, from, calendar.after(from.at(), wait.span()), when);
            case Step.WaitUntil until -> waits(step, from, calendar.when(from.at(), until.from(), until.to()), when);
            case Step.WaitFor something -> waitFor(something, from, when);
            case Step.Branch branch -> branch(branch, from, when);
            case Step.Send send -> acts(step, from, leaves(send.letter(), from), when);
            case Step.Invite invite -> invite(invite, from, when);
            case Step.Call _, Step.Tag _, Step.Tell _, Step.Hook _ -> acts(step, from, calendar.open(from.at()), when);
        };
    }

    private Moment waits(Step step, Moment from, Instant until, List<Only> when) {
        happenings.add(new Happening(step, from.at(), from.latest(), until, when));
        return new Moment(until, from.latest());
    }

    private Moment acts(Step step, Moment from, Instant at, List<Only> when) {
        happenings.add(new Happening(step, at, from.latest(), at, when));
        return from;
    }

    private Moment waitFor(Step.WaitFor step, Moment from, List<Only> when) {
        var patience = switch (step.patience()) {
            case Patience.AtMost(var span) -> calendar.after(from.at(), span);
            case Patience.UntilDay(var day) -> calendar.after(start, Span.days(day));
        };
        var until = patience.isAfter(from.at()) ? patience : from.at();
        happenings.add(new Happening(step, from.at(), from.latest(), until, when));
        var happened = walk(step.happened(), new Moment(until, true), with(when, step.filter(), true));
        var timedOut = walk(step.timedOut(), new Moment(until, from.latest()), with(when, step.filter(), false));
        return new Moment(happened.or(timedOut).at(), true);
    }

    private Moment branch(Step.Branch step, Moment from, List<Only> when) {
        happenings.add(new Happening(step, from.at(), from.latest(), from.at(), when));
        return walk(step.then(), from, with(when, step.filter(), true))
                .or(walk(step.otherwise(), from, with(when, step.filter(), false)));
    }

    /** Where an activity is planned already it happens at once. */
    private Moment invite(Step.Invite step, Moment from, List<Only> when) {
        var at = leaves(step.letter(), from);
        happenings.add(new Happening(step, at, from.latest(), calendar.after(from.at(), Span.days(step.days())), when));
        return from;
    }

    private Instant leaves(Letter letter, Moment from) {
        var open = calendar.open(from.at());
        var text = letter.by() != Letter.By.EMAIL && letter.purpose().isBoundBy(Purpose.Rule.QUIET_HOURS);
        return text ? calendar.open(quiet.soonest(open)) : open;
    }

    private static List<Only> with(List<Only> when, Filter filter, boolean holds) {
        var all = new ArrayList<>(when);
        all.add(new Only(filter, holds));
        return List.copyOf(all);
    }
}
