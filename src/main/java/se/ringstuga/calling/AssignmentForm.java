package se.ringstuga.calling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageForm;

/**
 * An assignment as it is filled in, read field by field, with what is wrong in the reader's words. Days and times are those
 * of the organization's clock.
 */
final class AssignmentForm {

    static final String ALL = "ALL";
    static final String JOINED = "JOINED";
    static final String TAG = "TAG";
    static final String SEGMENT = "SEGMENT";
    static final String OTHER = "OTHER";
    static final String REACHED = "REACHED";
    static final String ANSWERED = "SURVEY";
    static final String OWN = "OWN";

    private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-3])[.:]?([0-5][0-9])");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SCRIPT = 20_000;
    private static final int LONGEST_TEXT = 5000;
    private static final int MOST_DAYS = 3650;
    private static final int MOST_HOURS = 8760;
    private static final int MOST_ATTEMPTS = 50;
    private static final int MOST_CHOSEN = 20;

    private final PageForm form;
    private final Reading reading;
    private final Map<String, String> errors = new HashMap<>();

    /**
     * What reading depends on.
     *
     * @param segment the filter of a segment that may be used
     * @param opened when the assignment began, now for one that is being made
     * @param lasts how long it may last
     */
    record Reading(
            ZoneId zone,
            Clock clock,
            Locale language,
            AssignmentFormMessages say,
            LongFunction<Optional<JsonNode>> segment,
            Instant opened,
            Duration lasts) {}

    AssignmentForm(PageForm form, Reading reading) {
        this.form = form;
        this.reading = reading;
    }

    /** What is wrong in the steps that were read. */
    Map<String, String> errors() {
        return errors;
    }

    /** Everything, as far as it can be read; {@link #errors} says what is wrong. */
    NewCallAssignment read() {
        return new NewCallAssignment(
                title(),
                target(),
                goal(),
                survey(),
                text("script", LONGEST_SCRIPT, true),
                optional("otherPerson"),
                optional("voicemail"),
                optional("purpose"),
                shown(),
                ids("tagIds"),
                number("cooldown", 0, MOST_HOURS, AssignmentContents.COOLDOWN_HOURS),
                number("attempts", 1, MOST_ATTEMPTS, AssignmentContents.MAX_ATTEMPTS),
                hours(),
                expires(),
                ids("eventKindIds"),
                segment());
    }

    private String title() {
        var title = form.value("title").strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE || title.chars().anyMatch(Character::isISOControl)) {
            errors.put("title", reading.say().titleWrong());
        }
        return title;
    }

    private JsonNode target() {
        var say = reading.say();
        return switch (form.value("to")) {
            case ALL -> everybody();
            case JOINED -> {
                var days = number("days", 1, MOST_DAYS, 0);
                yield node("joined").put("withinDays", days);
            }
            case TAG -> chosen("tag").map(AssignmentForm::tagged).orElseGet(() -> wrong("to", say.tagMissing()));
            case SEGMENT ->
                chosen("segment").flatMap(reading.segment()::apply).orElseGet(() -> wrong("to", say.segmentMissing()));
            case OTHER -> tree(form.value("filter")).orElseGet(() -> wrong("to", say.otherWrong()));
            default -> wrong("to", say.toMissing());
        };
    }

    /** Also where its filter came along from its own page. */
    private @Nullable Long segment() {
        var segment = chosen("segment");
        return switch (form.value("to")) {
            case SEGMENT -> segment.orElse(null);
            case OTHER ->
                segment.filter(id -> reading.segment().apply(id).equals(tree(form.value("filter"))))
                        .orElse(null);
            default -> null;
        };
    }

    private @Nullable JsonNode goal() {
        var say = reading.say();
        return switch (form.value("goal")) {
            case ANSWERED -> {
                var survey = survey();
                yield survey == null
                        ? wrong("goal", say.goalSurveyMissing())
                        : node("surveyAnswered").put("surveyId", survey);
            }
            case SEGMENT ->
                chosen("goalSegment")
                        .flatMap(reading.segment()::apply)
                        .orElseGet(() -> wrong("goal", say.segmentMissing()));
            case OTHER -> tree(form.value("goalFilter")).orElseGet(() -> wrong("goal", say.otherWrong()));
            default -> null;
        };
    }

    private @Nullable Long survey() {
        return chosen("survey").orElse(null);
    }

    private @Nullable String optional(String field) {
        var text = text(field, LONGEST_TEXT, true);
        return text.isEmpty() ? null : text;
    }

    /** @param fields whether it may name fields of the person and of the caller */
    private String text(String field, int longest, boolean fields) {
        var text = form.value(field).replace("\r\n", "\n").strip();
        if (text.length() > longest) {
            errors.put(field, reading.say().tooLong(longest));
        } else if (fields) {
            ScriptText.mistake(text).ifPresent(mistake -> errors.put(field, mistake.sentence(reading.language())));
            if (ScriptText.tellsCity(text) && !form.chose("shown", ShownField.CITY)) {
                errors.put(field, reading.say().cityHidden());
            }
        }
        return text;
    }

    private List<ShownField> shown() {
        return Stream.of(ShownField.values())
                .filter(field -> form.chose("shown", field))
                .toList();
    }

    private List<Long> ids(String field) {
        var ids = form.values().getOrDefault(field, List.of()).stream()
                .filter(AssignmentForm::isId)
                .map(Long::valueOf)
                .distinct()
                .toList();
        if (ids.size() > MOST_CHOSEN) {
            errors.put(field, reading.say().tooMany(MOST_CHOSEN));
        }
        return ids;
    }

    private int number(String field, int least, int most, int usual) {
        var typed = form.value(field).strip();
        if (typed.isEmpty() && usual > 0) {
            return usual;
        }
        var number = typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : -1;
        if (number < least || number > most) {
            errors.put(field, reading.say().numberWrong(least, most));
        }
        return number;
    }

    private @Nullable HoursInput hours() {
        if (!form.value("hours").equals(OWN)) {
            return null;
        }
        var from = time("from");
        var to = time("to");
        if (from != null && to != null && !from.isBefore(to)) {
            errors.put("to-time", reading.say().hoursWrong());
        }
        return new HoursInput(from, to);
    }

    private @Nullable LocalTime time(String field) {
        var time = TIME.matcher(form.value(field + "-time").strip());
        if (!time.matches()) {
            errors.put(field + "-time", reading.say().timeWrong());
            return null;
        }
        return LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)));
    }

    /** The end of the chosen day, at most as long as an assignment lasts. */
    private @Nullable Instant expires() {
        var typed = form.value("until").strip();
        if (typed.isEmpty()) {
            return null;
        }
        var latest = reading.opened().plus(reading.lasts());
        try {
            var end = LocalDate.parse(typed)
                    .plusDays(1)
                    .atStartOfDay(reading.zone())
                    .toInstant();
            var lastDay = latest.atZone(reading.zone()).toLocalDate();
            if (LocalDate.parse(typed).isAfter(lastDay)
                    || !end.isAfter(reading.clock().instant())) {
                errors.put("until", reading.say().untilWrong(lastDay.toString()));
            }
            return end.isAfter(latest) ? latest : end;
        } catch (DateTimeException unreadable) {
            errors.put(
                    "until",
                    reading.say()
                            .untilWrong(
                                    latest.atZone(reading.zone()).toLocalDate().toString()));
            return null;
        }
    }

    private JsonNode wrong(String field, String why) {
        errors.put(field, why);
        return everybody();
    }

    private Optional<Long> chosen(String field) {
        return Optional.of(form.value(field).strip())
                .filter(AssignmentForm::isId)
                .map(Long::valueOf);
    }

    private static boolean isId(String typed) {
        return typed.matches("[1-9][0-9]{0,17}");
    }

    static JsonNode everybody() {
        return node("all").set("filters", JsonNodeFactory.instance.arrayNode());
    }

    private static JsonNode tagged(long tag) {
        return node("tag").set("anyOf", JsonNodeFactory.instance.arrayNode().add(tag));
    }

    private static ObjectNode node(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    static Optional<JsonNode> tree(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
