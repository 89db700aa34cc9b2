package se.ringstuga.calling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stored targets and goals as the choices of the form; what a tool wrote, and the form does not offer, is kept as it is. */
final class WrittenFilters {

    private WrittenFilters() {}

    static void target(JsonNode target, Map<String, List<String>> values) {
        var type = target.path("type").asText();
        if (type.equals("all") && target.path("filters").isEmpty()) {
            AssignmentFormScreens.put(values, "to", AssignmentForm.ALL);
        } else if (type.equals("joined") && target.has("withinDays")) {
            AssignmentFormScreens.put(values, "to", AssignmentForm.JOINED);
            AssignmentFormScreens.put(values, "days", target.path("withinDays").asText());
        } else if (type.equals("tag") && target.path("anyOf").size() == 1) {
            AssignmentFormScreens.put(values, "to", AssignmentForm.TAG);
            AssignmentFormScreens.put(
                    values, "tag", target.path("anyOf").path(0).asText());
        } else {
            AssignmentFormScreens.put(values, "to", AssignmentForm.OTHER);
            AssignmentFormScreens.put(values, "filter", target);
        }
    }

    static void goal(@Nullable JsonNode goal, @Nullable Long survey, Map<String, List<String>> values) {
        if (goal == null) {
            AssignmentFormScreens.put(values, "goal", AssignmentForm.REACHED);
        } else if (survey != null
                && goal.path("type").asText().equals("surveyAnswered")
                && goal.size() == 2
                && goal.path("surveyId").asLong() == survey) {
            AssignmentFormScreens.put(values, "goal", AssignmentForm.ANSWERED);
        } else {
            AssignmentFormScreens.put(values, "goal", AssignmentForm.OTHER);
            AssignmentFormScreens.put(values, "goalFilter", goal);
        }
    }
}
