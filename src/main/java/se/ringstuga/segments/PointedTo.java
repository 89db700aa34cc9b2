package se.ringstuga.segments;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.segments.Reference.Kind;

/** What filters point to, of each kind once. */
final class PointedTo {

    private final Map<Kind, Set<Object>> keys = new EnumMap<>(Kind.class);

    static Map<Kind, Set<Object>> by(List<Filter> filters) {
        var found = new PointedTo();
        filters.forEach(found::walk);
        return found.keys;
    }

    private void walk(Filter filter) {
        switch (filter) {
            case Filter.All all -> all.filters().forEach(this::walk);
            case Filter.Any any -> any.filters().forEach(this::walk);
            case Filter.Not not -> walk(not.filter());
            case Filter.Joined _, Filter.PaidUntil _, Filter.FieldMatch _, Filter.Reachable _, Filter.Messaged _ -> {}
            case Filter.Tagged tagged -> tagged.tagIds().forEach(id -> add(Kind.TAG, id));
            case Filter.InOrganization in -> add(Kind.ORGANIZATION, in.slug());
            case Filter.SurveyAnswered answered -> add(Kind.SURVEY, answered.surveyId());
            case Filter.OptionChosen chosen -> {
                add(Kind.SURVEY, chosen.surveyId());
                add(Kind.QUESTION, chosen.questionId());
                chosen.optionIds().forEach(id -> add(Kind.OPTION, id));
            }
            case Filter.TextAnswered text -> {
                add(Kind.SURVEY, text.surveyId());
                add(Kind.QUESTION, text.questionId());
            }
            case Filter.ValueAnswered value -> add(Kind.QUESTION, value.questionId());
            case Filter.CallHistory history -> add(Kind.ASSIGNMENT, history.assignmentId());
            case Filter.Broadcasted broadcasted -> add(Kind.BROADCAST, broadcasted.broadcastId());
            case Filter.EventHistory history -> {
                add(Kind.EVENT, history.eventId());
                add(Kind.EVENT_KIND, history.kindId());
            }
        }
    }

    private void add(Kind kind, @Nullable Object key) {
        if (key != null) {
            keys.computeIfAbsent(kind, _ -> new HashSet<>()).add(key);
        }
    }
}
