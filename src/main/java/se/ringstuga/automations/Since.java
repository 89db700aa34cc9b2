package se.ringstuga.automations;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From when to when what happened is looked at.
 *
 * @param looked up to then dates that come have been looked at; {@link #EVER} to find whoever fits now
 * @param written what was written down after that is looked at
 * @param enterFrom what happened before brings nobody in
 * @param by of tags given to several, only those whom this one has given it now; null where no press is looked at
 */
record Since(
        Instant looked,
        Instant written,
        Instant now,
        Instant enterFrom,
        FlowCalendar calendar,
        @Nullable String by) {

    static final Instant EVER = Instant.parse("1900-01-01T00:00:00Z");

    /** What is written down with the moment at which its transaction began becomes visible when that ends. */
    private static final int OVERLAP_SECONDS = 120;

    /** Everybody who fits now, whenever that came to be. */
    static Since ever(Instant now, FlowCalendar calendar) {
        return new Since(EVER, EVER, now, EVER, calendar, null);
    }

    /** What has happened since somebody looked. */
    static Since looked(Instant looked, Instant now, Instant enterFrom, FlowCalendar calendar) {
        return new Since(looked, looked.minusSeconds(OVERLAP_SECONDS), now, enterFrom, calendar, null);
    }

    /** What one import has written, with its own time. */
    static Since imported(Instant at, Instant now, Instant enterFrom, FlowCalendar calendar) {
        return new Since(now, at.minusMillis(1), now, enterFrom, calendar, null);
    }

    /** What one press has given to several. */
    static Since pressed(Instant at, String by, Instant enterFrom, FlowCalendar calendar) {
        return new Since(at, at, at, enterFrom, calendar, by);
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
        parameters.putAll(of(trigger));
        return parameters;
    }

    private Map<String, Object> of(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Joined joined -> joined(joined);
            case Trigger.Tagged tagged -> nullable("by", by, Map.of("tag", tagged.tagId(), "ever", isEver()));
            case Trigger.Answered answered ->
                Map.of(
                        "survey", answered.surveyId(),
                        "options", answered.optionIds(),
                        "partial", answered.includingPartial());
            case Trigger.Attended attended -> nullable("kind", attended.kind(), Map.of());
            case Trigger.NotReached notReached ->
                nullable("assignment", notReached.assignmentId(), Map.of("calls", notReached.calls()));
            case Trigger.NothingHeard silent -> silent(silent);
            case Trigger.OnDate date -> nullable("question", date.questionId(), Map.of("days", date.days()));
        };
    }

    private Map<String, Object> joined(Trigger.Joined joined) {
        var oldest = calendar.date(now).minusDays(joined.withinDays());
        return Map.of(
                "oldest",
                oldest,
                "oldest_moment",
                oldest.atStartOfDay(calendar.zone()).toInstant());
    }

    private Map<String, Object> silent(Trigger.NothingHeard silent) {
        var since = calendar.daysAgo(now, silent.days());
        var from = isEver() ? EVER : calendar.daysAgo(looked, silent.days());
        return Map.of(
                "silent_since",
                since,
                "silent_from",
                from,
                "silent_day",
                calendar.date(since),
                "silent_from_day",
                calendar.date(from));
    }

    private static Map<String, Object> nullable(String name, @Nullable Object value, Map<String, Object> others) {
        var parameters = new HashMap<>(others);
        parameters.put(name, value);
        return parameters;
    }
}
