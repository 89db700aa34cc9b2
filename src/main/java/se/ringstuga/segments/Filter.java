package se.ringstuga.segments;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;

/** A question about one person that is true or false; the JSON form of each is described in docs/segments.md. */
public sealed interface Filter {

    /** Every one of them holds; with none it is everybody. */
    record All(List<Filter> filters) implements Filter {}

    /** At least one of them holds; with none it is nobody. */
    record Any(List<Filter> filters) implements Filter {}

    record Not(Filter filter) implements Filter {}

    /** When the membership began. */
    record Joined(DateWindow window) implements Filter {}

    /** Until when the fee is paid; somebody of whom nothing is known matches neither before nor after. */
    record PaidUntil(DateWindow window) implements Filter {}

    record Tagged(TagMatch match, List<Long> tagIds) implements Filter {}

    /** In the register of the organization or one below it, placed there by the register, or connected by hand. */
    record InOrganization(String slug) implements Filter {}

    /**
     * A field of the person's own row.
     *
     * @param values one for most operators, several for {@code in}, none for {@code isEmpty}
     */
    record FieldMatch(PersonField field, FieldOperator operator, List<String> values) implements Filter {}

    /** Can be reached by this means: a number that was marked wrong does not count. */
    record Reachable(Means means) implements Filter {}

    /**
     * Answered the survey, completely unless partial answers count too (rule 11).
     *
     * @param withinDays null for at any time
     */
    record SurveyAnswered(
            long surveyId,
            boolean includingPartial,
            @Nullable Integer withinDays) implements Filter {}

    /** Chose at least one of the options, in whatever version of them. */
    record OptionChosen(@Nullable Long surveyId, @Nullable Long questionId, List<Long> optionIds) implements Filter {}

    /** Wrote the text somewhere in an answer, whatever the case and accents. */
    record TextAnswered(@Nullable Long surveyId, @Nullable Long questionId, String contains) implements Filter {}

    /** Answered a scale, or yes (1) or no (0), between the two, both included. */
    record ValueAnswered(@Nullable Long surveyId, long questionId, int atLeast, int atMost) implements Filter {}

    /**
     * What came of calling the person.
     *
     * @param assignmentId null for any assignment of the organization and those below
     * @param withinDays null for at any time
     * @param atLeast how many such calls it takes
     */
    record CallHistory(
            CallResult result,
            @Nullable Long assignmentId,
            @Nullable Integer withinDays,
            int atLeast) implements Filter {}

    /**
     * What became of a broadcast to the person.
     *
     * @param fate null for everybody whom it was meant for
     * @param reasons any of these, as the broadcast's account names them; empty for any
     */
    record Broadcasted(long broadcastId, @Nullable Fate fate, List<String> reasons) implements Filter {}

    /**
     * Was sent a message, by the organization or those below it.
     *
     * @param channel SMS or EMAIL; null for either
     * @param withinDays null for at any time
     */
    record Messaged(@Nullable Channel channel, @Nullable Integer withinDays) implements Filter {}

    /**
     * What the person has to do with events of the organization and those below it; those that were called off do not count.
     *
     * @param eventId null for any
     * @param kindId null for any; of a built-in kind, those of every organization count
     * @param begins when the event begins; what has not begun lies outside the last days
     * @param atLeast how many such events it takes
     */
    record EventHistory(
            EventResult result,
            @Nullable Long eventId,
            @Nullable Long kindId,
            @Nullable DateWindow begins,
            int atLeast) implements Filter {}

    /** Either the last days, today included, or before and after dates that are themselves excluded. */
    record DateWindow(
            @Nullable Integer withinDays,
            @Nullable LocalDate before,
            @Nullable LocalDate after) {}

    /** Which of the tags it takes. */
    enum TagMatch {
        ANY_OF,
        ALL_OF,
        NONE_OF
    }

    enum Means {
        PHONE,
        MOBILE,
        EMAIL
    }

    /** What came of the calls to the person, by callers of the organization and those below it. */
    enum CallResult {
        /** Somebody called, whatever came of it. */
        CALLED,
        /** A call reached the person and was not broken off. */
        REACHED,
        /** Somebody called, and no call reached the person or all that did were broken off. */
        NOT_REACHED
    }

    /** Where a person stands in the account of a broadcast. */
    enum Fate {
        DELIVERED,
        /** On its way or arrived: for some operators there is never a word about the arrival itself. */
        SENT,
        /** Also what was cancelled or whose time passed. */
        FAILED,
        SKIPPED,
        WAITING,
        UNKNOWN,
        /** Failed, skipped or unknown, but for those who share a number with somebody who got it. */
        NOT_REACHED
    }

    /** Where a person stands, or stood, with an event. */
    enum EventResult {
        /** And has not answered. */
        INVITED,
        /** Has or had a place, whether or not the person came. */
        SIGNED_UP,
        WAITING,
        /** Gave the place back, or said no. */
        CANCELLED,
        ATTENDED,
        /** Nobody, until somebody has confirmed that the attendance is complete (rule 29). */
        ABSENT
    }
}
