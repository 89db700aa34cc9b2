package se.ringstuga.automations;

import static se.ringstuga.automations.FormValues.id;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageForm;

/**
 * A simple condition as fields, and back into a filter. What a form cannot say stays as it stands, and a saved segment's filter is
 * taken over as it is at that moment.
 */
final class FilterForm {

    private static final int MOST_DAYS = 3_650;
    static final int MOST_TIMES = 50;

    private final PageForm form;
    private final FilterFormMessages say;
    private final Map<String, String> errors = new HashMap<>();

    FilterForm(PageForm form, FilterFormMessages say) {
        this.form = form;
        this.say = say;
    }

    /** What is asked about the person. */
    enum About {
        EVERYBODY,
        /** The filter that stands there. */
        KEEP,
        SEGMENT,
        JOINED,
        TAG,
        CONTACT,
        CALLS,
        SURVEY,
        EVENT
    }

    Map<String, String> errors() {
        return errors;
    }

    /** The fields of a filter; null asks nothing of anybody. */
    static FormValues of(@Nullable JsonNode filter) {
        var values =
                new FormValues().put("isJoinedDays", 30).put("isCallTimes", 1).put("isCallDays", 60);
        if (filter == null || filter.isMissingNode()) {
            return values.put("is", About.EVERYBODY);
        }
        var not = filter.path("type").asText().equals("not");
        var asked = not ? filter.path("filter") : filter;
        if (isKept(filter)) {
            return values.put("is", About.KEEP);
        }
        fill(asked, values);
        return values.put("isNot", not ? true : null);
    }

    /** Whether the form cannot say it in its own fields. */
    static boolean isKept(JsonNode filter) {
        return !isSimple(filter.path("type").asText().equals("not") ? filter.path("filter") : filter);
    }

    private static void fill(JsonNode asked, FormValues values) {
        switch (asked.path("type").asText()) {
            case "joined" ->
                values.put("is", About.JOINED)
                        .put("isJoinedDays", asked.path("withinDays").asText());
            case "tag" ->
                values.put("is", About.TAG)
                        .put("isTag", asked.path("anyOf").path(0).asText());
            case "callHistory" ->
                values.put("is", About.CALLS)
                        .put("isCall", asked.path("result").asText())
                        .put("isCallTimes", asked.path("atLeast").asInt(1))
                        .put("isCallDays", asked.path("withinDays").asText());
            case "surveyAnswered" ->
                values.put("is", About.SURVEY)
                        .put("isSurvey", asked.path("surveyId").asText());
            case "eventHistory" ->
                values.put("is", About.EVENT)
                        .put("isEvent", asked.path("result").asText())
                        .put("isEventKind", asked.path("kindId").asText())
                        .put("isEventDays", asked.path("withinDays").asText());
            default ->
                values.put("is", About.CONTACT)
                        .put("isContact", asked.path("type").asText());
        }
    }

    private static boolean isSimple(JsonNode asked) {
        var members = switch (asked.path("type").asText()) {
            case "joined" -> List.of("withinDays");
            case "tag" -> List.of("anyOf");
            case "callHistory" -> List.of("result", "atLeast", "withinDays");
            case "surveyAnswered" -> List.of("surveyId");
            case "eventHistory" -> List.of("result", "kindId", "withinDays");
            case "hasPhone", "hasMobile", "hasEmail" -> List.<String>of();
            default -> null;
        };
        return members != null
                && asked.properties().stream()
                        .allMatch(member -> member.getKey().equals("type") || members.contains(member.getKey()))
                && asked.path("anyOf").size() <= 1
                && (!asked.path("type").asText().equals("joined") || asked.has("withinDays"));
    }

    /** Where saved segments are found. */
    @FunctionalInterface
    interface Segments {
        Optional<JsonNode> filter(long id);
    }

    /**
     * The filter that was chosen; {@link #errors} says what is wrong where there is none. Nobody is left out by
     * {@link About#EVERYBODY}, which has none either.
     *
     * @param present what stood there
     */
    Optional<JsonNode> read(@Nullable JsonNode present, Segments segments) {
        var about = about();
        if (about.isEmpty()) {
            errors.put("is", say.choose());
            return Optional.empty();
        }
        Optional<JsonNode> asked = switch (about.get()) {
            case EVERYBODY -> Optional.empty();
            case KEEP -> needed(Optional.ofNullable(present), "is", say.choose());
            case SEGMENT ->
                needed(
                        id(form, "isSegment").stream().boxed().findFirst().flatMap(segments::filter),
                        "isSegment",
                        say.choose());
            case JOINED -> days("isJoinedDays", true).map(days -> node("joined").put("withinDays", days.getAsInt()));
            case TAG ->
                chosen("isTag").map(tag -> {
                    var filter = node("tag");
                    filter.putArray("anyOf").add(tag);
                    return filter;
                });
            case CONTACT ->
                oneOf("isContact", "hasMobile", "hasEmail", "hasPhone").map(FilterForm::node);
            case CALLS -> calls();
            case SURVEY ->
                chosen("isSurvey").map(survey -> node("surveyAnswered").put("surveyId", survey));
            case EVENT -> event();
        };
        return asked.map(filter -> form.chose("isNot", true) ? node("not").set("filter", filter) : filter);
    }

    Optional<About> about() {
        return Stream.of(About.values())
                .filter(about -> about.name().equals(form.value("is")))
                .findFirst();
    }

    private Optional<JsonNode> calls() {
        var result = oneOf("isCall", "reached", "notReached", "called");
        var times = needed(
                Optional.of(FormValues.count(form, "isCallTimes", 1, MOST_TIMES))
                        .filter(OptionalInt::isPresent),
                "isCallTimes",
                say.number(1, MOST_TIMES));
        var days = days("isCallDays", false);
        return result.isEmpty() || times.isEmpty() || days.isEmpty()
                ? Optional.empty()
                : Optional.of(within(
                        node("callHistory")
                                .put("result", result.get())
                                .put("atLeast", times.get().getAsInt()),
                        days.get()));
    }

    private Optional<JsonNode> event() {
        var result = oneOf("isEvent", "attended", "signedUp", "invited", "absent", "cancelled", "waiting");
        var days = days("isEventDays", false);
        if (result.isEmpty() || days.isEmpty()) {
            return Optional.empty();
        }
        var filter = node("eventHistory").put("result", result.get());
        id(form, "isEventKind").ifPresent(kind -> filter.put("kindId", kind));
        return Optional.of(within(filter, days.get()));
    }

    private static JsonNode within(ObjectNode filter, OptionalInt days) {
        days.ifPresent(count -> filter.put("withinDays", count));
        return filter;
    }

    private Optional<String> oneOf(String name, String... known) {
        return needed(Stream.of(known).filter(form.value(name)::equals).findFirst(), name, say.choose());
    }

    private Optional<Long> chosen(String name) {
        return needed(id(form, name).stream().boxed().findFirst(), name, say.choose());
    }

    /** How many days back; nothing at all is any time, where that may be. */
    private Optional<OptionalInt> days(String name, boolean needed) {
        var days = FormValues.count(form, name, 1, MOST_DAYS);
        return days.isEmpty() && (needed || !form.value(name).isBlank())
                ? needed(Optional.empty(), name, say.number(1, MOST_DAYS))
                : Optional.of(days);
    }

    private <T> Optional<T> needed(Optional<T> read, String name, String wrong) {
        if (read.isEmpty()) {
            errors.put(name, wrong);
        }
        return read;
    }

    private static ObjectNode node(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
