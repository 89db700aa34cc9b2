package se.ringstuga.surveys;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;
import se.ringstuga.http.Violation;

/**
 * The answers of a page's form, and the way back from a violation to its field.
 *
 * @param byField what was answered, by the names of the fields; questions left out are not among them
 */
public record FilledSurvey(Map<String, AnswerInput> byField) {

    private static final Pattern ANSWER = Pattern.compile("answers\\[(\\d+)].*");
    private static final Pattern FIELD = Pattern.compile("(option-|text-|value-|date-)(\\d{1,18})");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    /** Reads what was filled in; what no field of ours could send counts as not answered. */
    public static FilledSurvey read(PageForm form) {
        Map<String, AnswerInput> answers = new LinkedHashMap<>();
        form.values().forEach((name, values) -> {
            Matcher field = FIELD.matcher(name);
            List<String> given =
                    values.stream().filter(value -> !value.isBlank()).toList();
            if (field.matches() && !given.isEmpty()) {
                answer(field.group(1), Long.parseLong(field.group(2)), given)
                        .ifPresent(answer -> answers.put(name, answer));
            }
        });
        return new FilledSurvey(answers);
    }

    private static Optional<AnswerInput> answer(String kind, long id, List<String> given) {
        String first = given.getFirst();
        return switch (kind) {
            case QuestionFields.OPTION -> Optional.of(AnswerInput.ofOptions(id, ids(given)));
            case QuestionFields.TEXT -> Optional.of(AnswerInput.ofText(id, first));
            case QuestionFields.DATE -> date(first).map(date -> AnswerInput.ofDate(id, date));
            default ->
                WHOLE_NUMBER.matcher(first).matches()
                        ? Optional.of(AnswerInput.ofValue(id, Integer.parseInt(first)))
                        : Optional.empty();
        };
    }

    private static List<Long> ids(List<String> given) {
        return given.stream()
                .filter(value -> ID.matcher(value).matches())
                .map(Long::valueOf)
                .toList();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The fields that a refusal is about, each with the sentence to show beside it; violations elsewhere keep their name. */
    public Map<String, String> errors(InvalidInput refusal, String sentence) {
        Map<String, String> errors = new LinkedHashMap<>();
        fields(refusal).forEach(field -> errors.put(field, sentence));
        return errors;
    }

    /** As {@link Submissions} takes them. */
    public List<@Nullable AnswerInput> answers() {
        return new ArrayList<>(byField.values());
    }

    /** Answers that were given, as they would have been filled in; what counts as not answered is left out. */
    public static Map<String, List<String>> filled(List<@Nullable AnswerInput> answers) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (AnswerInput answer : answers) {
            if (answer != null && !answer.unanswered()) {
                fill(fields, answer);
            }
        }
        return fields;
    }

    private static void fill(Map<String, List<String>> fields, AnswerInput answer) {
        long id = answer.questionId();
        Object value = answer.value();
        if (answer.optionIds() != null && !answer.optionIds().isEmpty()) {
            fields.put(
                    QuestionFields.OPTION + id,
                    answer.optionIds().stream().map(String::valueOf).toList());
        } else if (answer.text() != null && !answer.text().isBlank()) {
            fields.put(QuestionFields.TEXT + id, List.of(answer.text()));
        } else if (answer.date() != null) {
            fields.put(QuestionFields.DATE + id, List.of(answer.date().toString()));
        } else if (value instanceof Boolean yes) {
            fields.put(QuestionFields.VALUE + id, List.of(yes ? "1" : "0"));
        } else if (value != null) {
            fields.put(QuestionFields.VALUE + id, List.of(value.toString()));
        }
    }

    /** The fields of required questions that were left out. */
    public List<String> unanswered(List<SurveyForm.Question> questions) {
        return questions.stream()
                .filter(question -> question.required() && question.type().isAnswerable())
                .map(QuestionFields::field)
                .filter(field -> !byField.containsKey(field))
                .toList();
    }

    private Stream<String> fields(InvalidInput refusal) {
        List<String> names = new ArrayList<>(byField.keySet());
        return refusal.violations().stream().map(Violation::field).map(name -> {
            Matcher matcher = ANSWER.matcher(name);
            int index = matcher.matches() ? Integer.parseInt(matcher.group(1)) : names.size();
            return index < names.size() ? names.get(index) : name;
        });
    }
}
