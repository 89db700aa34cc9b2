package se.ringstuga.automations;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.segments.Filter;

/**
 * What an automation does: whom it takes in, and the steps they pass.
 *
 * @param who of those whom the trigger brings only these; null for everybody
 * @param steps for whoever enters
 * @param moved for whoever did not join but moved here from another association of the tree (rule 32); empty where nothing is
 *     done about them
 */
record Flow(Trigger trigger, @Nullable Filter who, List<Step> steps, List<Step> moved) {

    Flow {
        steps = List.copyOf(steps);
        moved = List.copyOf(moved);
    }

    /** Those for whoever moved here, or for whoever enters in any other way. */
    List<Step> steps(boolean ofMoved) {
        return ofMoved ? moved : steps;
    }

    /** Every step, those in branches too, in the order in which they are written. */
    Stream<Step> all() {
        return Stream.concat(steps.stream(), moved.stream()).flatMap(Flow::withBranches);
    }

    private static Stream<Step> withBranches(Step step) {
        return Stream.concat(
                Stream.of(step), step.branches().stream().flatMap(List::stream).flatMap(Flow::withBranches));
    }
}
