package se.ringstuga.segments;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.segments.Filter.DateWindow;
import se.ringstuga.segments.Reference.Kind;

/**
 * What a filter says of calls, messages and events.
 *
 * @param window says when
 */
record HistorySentences(FilterMessages say, FilterNames.Names names, Function<DateWindow, String> window) {

    String calls(Filter.CallHistory history, boolean no) {
        var times = history.atLeast() == 1 ? "" : " " + say.times(history.atLeast());
        var said = switch (history.result()) {
            case CALLED -> say.called(no, times);
            case REACHED -> say.reached(no, times);
            case NOT_REACHED -> say.notReached(no, times);
        };
        var assignment = history.assignmentId();
        var where = assignment == null ? "" : " " + say.fromList(names.of(Kind.ASSIGNMENT, assignment));
        return said + where + within(history.withinDays());
    }

    String broadcast(Filter.Broadcasted broadcasted, boolean no) {
        var title = say.quoted(names.of(Kind.BROADCAST, broadcasted.broadcastId()));
        var reasons = broadcasted.reasons().isEmpty() ? "" : " (" + String.join(", ", broadcasted.reasons()) + ")";
        var fate = broadcasted.fate();
        return (fate == null ? say.broadcast(no, title) : say.broadcastSo(no, title, fate(fate))) + reasons;
    }

    String fate(Filter.Fate fate) {
        return switch (fate) {
            case DELIVERED -> say.delivered();
            case SENT -> say.sent();
            case FAILED -> say.failed();
            case SKIPPED -> say.skipped();
            case WAITING -> say.waiting();
            case UNKNOWN -> say.unknown();
            case NOT_REACHED -> say.missed();
        };
    }

    String messaged(Filter.Messaged messaged, boolean no) {
        var what = messaged.channel() == null
                ? say.aMessage()
                : messaged.channel() == Channel.EMAIL ? say.anEmail() : say.anSms();
        return say.messaged(no, what) + within(messaged.withinDays());
    }

    String event(Filter.EventHistory history, boolean no) {
        var what = what(history);
        var said = switch (history.result()) {
            case INVITED -> say.invited(no, what);
            case SIGNED_UP -> say.signedUp(no, what);
            case WAITING -> say.queues(no, what);
            case CANCELLED -> say.declined(no, what);
            case ATTENDED -> say.attended(no, what);
            case ABSENT -> say.absent(no, what);
        };
        var times = history.atLeast() == 1 ? "" : " " + say.times(history.atLeast());
        var begins = history.begins();
        return said + times + (begins == null ? "" : " " + window.apply(begins));
    }

    private String what(Filter.EventHistory history) {
        var event = history.eventId();
        var kind = history.kindId();
        if (event != null) {
            return say.quoted(names.of(Kind.EVENT, event));
        }
        return kind != null ? say.quoted(names.of(Kind.EVENT_KIND, kind)) : say.anEvent();
    }

    private String within(@Nullable Integer days) {
        return days == null ? "" : " " + say.withinDays(days);
    }
}
