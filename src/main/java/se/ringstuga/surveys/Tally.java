package se.ringstuga.surveys;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.ringstuga.surveys.SurveyForm.Question;
import se.ringstuga.surveys.SurveyResults.DateCount;
import se.ringstuga.surveys.SurveyResults.OptionCount;
import se.ringstuga.surveys.SurveyResults.QuestionResult;
import se.ringstuga.surveys.SurveyResults.ValueCount;

/**
 * How often each answer to one question was given.
 *
 * @param submissions how many submissions answer it at all
 * @param counts one for each distinct option, value or date
 */
record Tally(long submissions, List<Count> counts) {

    static final Tally NONE = new Tally(0, List.of());
    private static final int MAX_DATES = 366;

    /** Exactly one of option, value and date is given. */
    record Count(
            @Nullable Long optionLineage,
            @Nullable Integer value,
            @Nullable LocalDate date,
            long count) {}

    QuestionResult resultOf(Question question, boolean current) {
        return new QuestionResult(
                question.id(),
                question.text(),
                question.type(),
                current,
                submissions,
                question.options().stream()
                        .map(option -> new OptionCount(option.id(), option.text(), chosen(option.lineage())))
                        .toList(),
                values(question),
                dates());
    }

    private long chosen(long lineage) {
        return counts.stream()
                .filter(count -> Objects.equals(count.optionLineage(), lineage))
                .mapToLong(Count::count)
                .sum();
    }

    private List<ValueCount> values(Question question) {
        TreeMap<Integer, Long> values = new TreeMap<>();
        Scale scale = question.type() == QuestionType.YES_NO ? new Scale(0, 1, null, null) : question.scale();
        for (int step = scale == null ? 1 : scale.from(); scale != null && scale.includes(step); step++) {
            values.put(step, 0L);
        }
        for (Count count : counts) {
            if (count.value() != null) {
                values.merge(count.value(), count.count(), Long::sum);
            }
        }
        return values.entrySet().stream()
                .map(entry -> new ValueCount(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<DateCount> dates() {
        TreeMap<LocalDate, Long> dates = new TreeMap<>(Comparator.naturalOrder());
        for (Count count : counts) {
            if (count.date() != null) {
                dates.merge(count.date(), count.count(), Long::sum);
            }
        }
        return dates.entrySet().stream()
                .limit(MAX_DATES)
                .map(entry -> new DateCount(entry.getKey(), entry.getValue()))
                .toList();
    }
}
