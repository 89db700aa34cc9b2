package se.ringstuga.automations;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import se.ringstuga.automations.Trigger.DateField;

/**
 * From when to when what happened is looked at.
 *
 * @param looked up to then dates that come have been looked at; {@link #EVER} to find whoever fits now
 * @param written what was written down after that is looked at
 * @param enterFrom what happened before brings nobody in
 */
record Since(Instant looked, Instant written, Instant now, Instant enterFrom, FlowCalendar calendar) {

    static final Instant EVER = Instant.parse("1900-01-01T00:00:00Z");

    /** What is written down with the moment at which its transaction began becomes visible when that ends. */
    private static final int OVERLAP_SECONDS = 120;

    /** Everybody who fits now, whenever that came to be. */
    static Since ever(Instant now, FlowCalendar calendar) {
        return new Since(EVER, EVER, now, EVER, calendar);
    }

    /** What has happened since somebody looked. */
    static Since looked(Instant looked, Instant now, Instant enterFrom, FlowCalendar calendar) {
        return new Since(looked, looked.minusSeconds(OVERLAP_SECONDS), now, enterFrom, calendar);
    }

    /** What one import has written, with its own time. */
    static Since imported(Instant at, Instant now, Instant enterFrom, FlowCalendar calendar) {
        return new Since(now, at.minusMillis(1), now, enterFrom, calendar);
    }

    boolean isEver() {
        return looked.equals(EVER);
    }

    Map<String, Object> parameters(long organizationId, Trigger trigger) {
        var parameters = new HashMap<String, Object>();
        parameters.put("organization", organizationId);
        parameters.put("since", written.isBefore(enterFrom) ? enterFrom : written);
        parameters.put("now", now);
        parameters.put("enter_from", enterFrom);
        parameters.put("looked_day", calendar.date(looked));
        parameters.put("enter_day", calendar.date(enterFrom));
        parameters.put("today", calendar.date(now));
        parameters.put("zone", calendar.zone().getId());
        switch (trigger) {
            case Trigger.Joined joined -> {
                var oldest = calendar.date(now).minusDays(joined.withinDays());
                parameters.put("oldest", oldest);
                parameters.put(
                        "oldest_moment", oldest.atStartOfDay(calendar.zone()).toInstant());
            }
            case Trigger.Tagged tagged -> parameters.put("tag", tagged.tagId());
            case Trigger.Answered answered -> {
                parameters.put("survey", answered.surveyId());
                parameters.put("options", answered.optionIds());
                parameters.put("partial", answered.includingPartial());
            }
            case Trigger.Attended attended -> parameters.put("kind", attended.kind());
            case Trigger.NotReached notReached -> {
                parameters.put("calls", notReached.calls());
                parameters.put("assignment", notReached.assignmentId());
            }
            case Trigger.NothingHeard silent -> {
                parameters.put("silent_since", calendar.daysAgo(now, silent.days()));
                parameters.put("silent_from", isEver() ? EVER : calendar.daysAgo(looked, silent.days()));
                parameters.put("silent_day", calendar.date(calendar.daysAgo(now, silent.days())));
                parameters.put(
                        "silent_from_day",
                        isEver() ? calendar.date(EVER) : calendar.date(calendar.daysAgo(looked, silent.days())));
            }
            case Trigger.OnDate date -> {
                parameters.put("days", date.days());
                parameters.put("question", date.field() == DateField.ANSWER ? date.questionId() : null);
            }
        }
        return parameters;
    }
}
