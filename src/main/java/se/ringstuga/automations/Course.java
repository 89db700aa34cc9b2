package se.ringstuga.automations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way through a flow: which step follows which, a branch's last step being followed by what stands after the branch. */
final class Course {

    private final Flow flow;
    private final Map<String, Place> places = new HashMap<>();

    private Course(Flow flow) {
        this.flow = flow;
        lay(flow.steps(), null);
        lay(flow.moved(), null);
    }

    static Course of(Flow flow) {
        return new Course(flow);
    }

    /** @param next the key of what follows; null for nothing */
    private record Place(Step step, @Nullable String next) {}

    private void lay(List<Step> steps, @Nullable String after) {
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var next = i + 1 < steps.size() ? steps.get(i + 1).key() : after;
            places.put(step.key(), new Place(step, next));
            step.branches().forEach(branch -> lay(branch, next));
        }
    }

    Optional<Step> step(String key) {
        return Optional.ofNullable(places.get(key)).map(Place::step);
    }

    /** Where people come in; empty when nothing is done about those who come so. */
    Optional<String> first(boolean moved) {
        return first(moved ? flow.moved() : flow.steps());
    }

    /** The key of what follows the step, whichever branch of it was taken to its end. */
    Optional<String> after(String key) {
        return Optional.ofNullable(places.get(key)).map(Place::next);
    }

    /** The key of what comes next in one of the step's branches. */
    Optional<String> into(List<Step> branch, String key) {
        return first(branch).or(() -> after(key));
    }

    private static Optional<String> first(List<Step> steps) {
        return steps.stream().findFirst().map(Step::key);
    }

    /**
     * Where somebody who stands at a step of an older version stands in this one: at the same step, or else at the first of what
     * followed it that is still there.
     */
    Optional<String> standsFor(Course older, String key) {
        var here = Optional.of(key);
        while (here.isPresent() && step(here.get()).isEmpty()) {
            here = older.after(here.get());
        }
        return here;
    }
}
