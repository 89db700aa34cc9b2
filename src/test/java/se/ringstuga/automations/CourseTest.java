package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ringstuga.segments.Filter;

class CourseTest {

    private static final Filter ANY = new Filter.All(List.of());

    @Test
    void aBranchLeadsToWhatStandsAfterIt() {
        var branch = new Step.Branch("fork", ANY, List.of(tell("yes")), List.of());
        var course = course(branch, tell("end"));

        assertThat(course.first(false)).contains("fork");
        assertThat(course.into(branch.then(), "fork")).contains("yes");
        assertThat(course.into(branch.otherwise(), "fork")).contains("end");
        assertThat(course.after("yes")).contains("end");
        assertThat(course.after("end")).isEmpty();
    }

    @Test
    void whoStandsAtAStepThatIsGoneGoesOnWithTheNextThatIsThere() {
        var older = course(tell("a"), tell("b"), tell("c"));

        assertThat(course(tell("a"), tell("c")).standsFor(older, "b")).contains("c");
        assertThat(course(tell("a"), tell("b"), tell("new")).standsFor(older, "b"))
                .contains("b");
        assertThat(course(tell("a")).standsFor(older, "b")).isEmpty();
    }

    private static Course course(Step... steps) {
        return Course.of(new Flow(new Trigger.Joined(30), null, List.of(steps), List.of()));
    }

    private static Step tell(String key) {
        return new Step.Tell(key, key);
    }
}
