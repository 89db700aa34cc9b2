package se.ringstuga.segments;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Language;
import se.ringstuga.segments.Reference.Kind;

/**
 * Filters as half sentences. What does not hold is said where it stands: "neither a nor b" is read as "not a and not b",
 * so that nobody has to turn a bracket round.
 */
final class FilterSentences {

    private static final int UNBOUNDED = 1_000;

    private final FilterMessages say;
    private final FilterNames.Names names;
    private final Language language;
    private final HistorySentences histories;

    FilterSentences(FilterMessages say, FilterNames.Names names, Language language) {
        this.say = say;
        this.names = names;
        this.language = language;
        this.histories = new HistorySentences(say, names, this::window);
    }

    String of(Filter filter) {
        return said(filter, false);
    }

    private String said(Filter filter, boolean no) {
        return switch (filter) {
            case Filter.All all -> joined(all.filters(), !no, no);
            case Filter.Any any -> joined(any.filters(), no, no);
            case Filter.Not not -> said(not.filter(), !no);
            case Filter.Joined joined -> say.joined(no, window(joined.window()));
            case Filter.PaidUntil paid -> say.paidUntil(no, window(paid.window()));
            case Filter.Tagged tagged -> tagged(tagged, no);
            case Filter.InOrganization in -> say.inOrganization(no, names.of(Kind.ORGANIZATION, in.slug()));
            case Filter.FieldMatch match -> FieldSentences.of(match, no, say);
            case Filter.Reachable reachable -> reachable(reachable, no);
            case Filter.SurveyAnswered answered -> answered(answered, no);
            case Filter.OptionChosen chosen -> option(chosen, no);
            case Filter.TextAnswered text ->
                say.text(no, text.contains()) + question(text.questionId(), text.surveyId());
            case Filter.ValueAnswered value -> value(value, no);
            case Filter.CallHistory history -> histories.calls(history, no);
            case Filter.Broadcasted broadcasted -> histories.broadcast(broadcasted, no);
            case Filter.Messaged messaged -> histories.messaged(messaged, no);
            case Filter.EventHistory history -> histories.event(history, no);
        };
    }

    /** @param every whether, as it is said, each of them is so; otherwise one is enough */
    private String joined(List<Filter> filters, boolean every, boolean no) {
        if (filters.isEmpty()) {
            return every ? say.everybody() : say.nobody();
        }
        var word = " " + (every ? say.and() : say.or()) + " ";
        return filters.stream()
                .map(filter -> filters.size() > 1 && several(filter, every, no)
                        ? "(" + said(filter, no) + ")"
                        : said(filter, no))
                .collect(Collectors.joining(word));
    }

    /** Whether it is joined by the other word, so that it needs brackets among these. */
    private static boolean several(Filter filter, boolean every, boolean no) {
        return switch (filter) {
            case Filter.All all -> all.filters().size() > 1 && every == no;
            case Filter.Any any -> any.filters().size() > 1 && every != no;
            case Filter.Not not -> several(not.filter(), every, !no);
            default -> false;
        };
    }

    private String window(Filter.DateWindow window) {
        var days = window.withinDays();
        var before = window.before();
        var after = window.after();
        return days != null
                ? say.withinDays(days)
                : Stream.of(after == null ? "" : say.after(day(after)), before == null ? "" : say.before(day(before)))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" " + say.and() + " "));
    }

    private String day(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(date);
    }

    private String tagged(Filter.Tagged tagged, boolean no) {
        var word = tagged.match() == Filter.TagMatch.ALL_OF ? say.and() : say.or();
        var tags =
                tagged.tagIds().stream().map(id -> quoted(Kind.TAG, id)).collect(Collectors.joining(" " + word + " "));
        return say.tagged(no != (tagged.match() == Filter.TagMatch.NONE_OF), tags);
    }

    private String reachable(Filter.Reachable reachable, boolean no) {
        return switch (reachable.means()) {
            case PHONE -> say.hasPhone(no);
            case MOBILE -> say.hasMobile(no);
            case EMAIL -> say.hasEmail(no);
        };
    }

    private String answered(Filter.SurveyAnswered answered, boolean no) {
        var survey = quoted(Kind.SURVEY, answered.surveyId());
        var said = answered.includingPartial() ? say.begun(no, survey) : say.answered(no, survey);
        var days = answered.withinDays();
        return days == null ? said : said + " " + say.withinDays(days);
    }

    private String option(Filter.OptionChosen chosen, boolean no) {
        var options = chosen.optionIds().stream()
                .map(id -> quoted(Kind.OPTION, id))
                .collect(Collectors.joining(" " + say.or() + " "));
        return say.option(no, options) + question(chosen.questionId(), chosen.surveyId());
    }

    private String value(Filter.ValueAnswered value, boolean no) {
        var question = question(value.questionId(), null);
        if (names.isYesNo(value.questionId()) && value.atMost() < UNBOUNDED && value.atLeast() == value.atMost()) {
            return say.option(no, value.atLeast() == 1 ? say.yes() : say.no()) + question;
        } else if (value.atMost() == UNBOUNDED) {
            return say.valueFrom(no, value.atLeast()) + question;
        }
        return (value.atLeast() == 0 ? say.valueTo(no, value.atMost()) : between(value, no)) + question;
    }

    private String between(Filter.ValueAnswered value, boolean no) {
        return value.atLeast() == value.atMost()
                ? say.option(no, String.valueOf(value.atLeast()))
                : say.value(no, value.atLeast(), value.atMost());
    }

    private String question(@Nullable Long question, @Nullable Long survey) {
        if (question != null) {
            return " " + say.toQuestion(names.of(Kind.QUESTION, question));
        }
        return survey == null ? "" : " " + say.inSurvey(names.of(Kind.SURVEY, survey));
    }

    private String quoted(Kind kind, Object key) {
        return say.quoted(names.of(kind, key));
    }
}
