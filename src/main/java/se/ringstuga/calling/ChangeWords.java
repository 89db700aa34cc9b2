package se.ringstuga.calling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A filled in form as a change, and what the change would do, in words. */
@ApplicationScoped
class ChangeWords {

    private final ObjectMapper json;
    private final GuideScreens guide;

    ChangeWords(ObjectMapper json, GuideScreens guide) {
        this.json = json;
        this.guide = guide;
    }

    /** All that the form holds; what is empty there is taken away. */
    AssignmentChanges changes(NewCallAssignment wanted) {
        return new AssignmentChanges(
                wanted.title(),
                wanted.target(),
                node(wanted.goal()),
                node(wanted.surveyId()),
                wanted.script(),
                node(wanted.scriptOtherPerson()),
                node(wanted.scriptVoicemail()),
                node(wanted.scriptWhy()),
                wanted.shownFields(),
                wanted.tagIds(),
                wanted.cooldownHours(),
                wanted.maxAttempts(),
                node(wanted.callingHours()),
                wanted.eventKindIds(),
                wanted.expiresAt(),
                wanted.segmentId());
    }

    List<String> follows(ChangeEffect effect) {
        var say = guide.say();
        var follows = new ArrayList<String>();
        add(follows, effect.added(), say::added);
        add(follows, effect.leaving(), say::leaving);
        add(follows, effect.reachingGoal(), say::reachingGoal);
        add(follows, effect.returning(), say::returning);
        add(follows, effect.attemptsOver(), say::attemptsOver);
        add(follows, effect.withCallers(), say::withCallers);
        return follows;
    }

    private static void add(List<String> follows, long count, LongFunction<String> said) {
        if (count > 0) {
            follows.add(said.apply(count));
        }
    }

    private JsonNode node(@Nullable Object value) {
        return value == null ? NullNode.getInstance() : json.valueToTree(value);
    }
}
