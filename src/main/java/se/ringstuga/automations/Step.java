package se.ringstuga.automations;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.segments.Filter;

/** One thing that happens to whoever is in an automation; docs/automations.md has the JSON form of each. */
sealed interface Step {

    /** What it is called in the logs and when the automation is changed; unique within the automation. */
    String key();

    /** The lists of steps below it, of which a person passes one. */
    default List<List<Step>> branches() {
        return List.of();
    }

    /** Time passes, but not on closed days (rule 33). */
    record Wait(String key, Span span) implements Step {}

    /**
     * Until the clock of the association shows a time.
     *
     * @param to who arrives between the two need not wait; null for whoever arrives at any other time
     */
    record WaitUntil(String key, LocalTime from, @Nullable LocalTime to) implements Step {}

    /** Until the filter holds for the person, or the time is out. */
    record WaitFor(String key, Filter filter, Patience patience, List<Step> happened, List<Step> timedOut)
            implements Step {

        @Override
        public List<List<Step>> branches() {
            return List.of(happened, timedOut);
        }
    }

    /** The filter is asked of this one person at this moment. */
    record Branch(String key, Filter filter, List<Step> then, List<Step> otherwise) implements Step {

        @Override
        public List<List<Step>> branches() {
            return List.of(then, otherwise);
        }
    }

    /** What changes something outside of the automation. */
    sealed interface Action extends Step {}

    /** An SMS or an e-mail. */
    record Send(String key, Letter letter) implements Action {}

    /**
     * Onto a call list.
     *
     * @param assignmentId null for a list of the automation's own, which it makes
     * @param title of its own list
     */
    record Call(String key, @Nullable Long assignmentId, String title) implements Action {}

    record Tag(String key, long tagId, boolean put) implements Action {}

    /**
     * To the next activity of a kind, as soon as there is one.
     *
     * @param days how long one is waited for before the organizers are told (rule 33)
     */
    record Invite(String key, KindOfEvent kind, int days, Letter letter) implements Action {}

    /** A word to the organizers, at most one a round for all who come to it. */
    record Tell(String key, String text) implements Action {}

    /** To the other tools that listen to the organization's automations. */
    record Hook(String key) implements Action {}

    /**
     * A kind of activity, by its id or by the key of one that every association has.
     *
     * @param key null where there is an id
     */
    record KindOfEvent(@Nullable Long id, @Nullable String key) {}
}
