package se.ringstuga.automations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People who have their turn at the same step of the same version, at one moment. */
record Batch(Automation automation, Course course, FlowCalendar calendar, Instant now, List<Due> people) {

    Batch of(List<Due> some) {
        return new Batch(automation, course, calendar, now, some);
    }

    List<Long> ids() {
        return people.stream().map(Due::person).toList();
    }

    long organizationId() {
        return automation.home().organizationId();
    }

    /**
     * On to what follows the step; no time passes.
     *
     * @param trace null where the step has happened before
     */
    Turnout goesOn(Due who, Turnout.@Nullable Trace trace) {
        return new Turnout.GoesOn(course.after(who.step()).orElse(null), who.arrivedAt(), trace);
    }

    Turnout goesInto(Due who, List<Step> branch, Turnout.Trace trace, Instant at) {
        return new Turnout.GoesOn(course.into(branch, who.step()).orElse(null), at, trace);
    }

    /** Whether the time is over in which the step makes sense. Closed days do not count. */
    boolean stale(Due who, int withinHours) {
        return calendar.after(who.arrivedAt(), new Span(withinHours, Span.Unit.HOURS))
                .isBefore(now);
    }

    Optional<Step> step() {
        return course.step(people.getFirst().step());
    }
}
