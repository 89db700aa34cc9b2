package se.ringstuga.automations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What brings a person into an automation. Each of them is something that happens at a moment; see {@link EntrySql}. */
sealed interface Trigger {

    /**
     * Became a member, or moved here from another association of the tree.
     *
     * @param withinDays a joined date longer ago is no news, such as of those in a register's first import (rule 32)
     */
    record Joined(int withinDays) implements Trigger {}

    record Tagged(long tagId) implements Trigger {}

    /**
     * Answered the survey.
     *
     * @param optionIds chose one of these; empty for any answer
     */
    record Answered(long surveyId, List<Long> optionIds, boolean includingPartial) implements Trigger {}

    /**
     * Came to an activity.
     *
     * @param kind only of this kind, by its id; null for any
     */
    record Attended(@Nullable Long kind) implements Trigger {}

    /**
     * Was called so many times without being reached.
     *
     * @param assignmentId null for the calls of all assignments together
     */
    record NotReached(int calls, @Nullable Long assignmentId) implements Trigger {}

    /** Neither reached, answered, signed up, attended nor texted for so many days, since they joined at the earliest. */
    record NothingHeard(int days) implements Trigger {}

    /**
     * So many days after a date of theirs.
     *
     * @param questionId of a survey's date question, for {@link DateField#ANSWER}
     * @param days negative for before
     */
    record OnDate(DateField field, @Nullable Long questionId, int days) implements Trigger {}

    /** Which date of a person. */
    enum DateField {
        JOINED_ON,
        PAID_UNTIL,
        ANSWER
    }
}
