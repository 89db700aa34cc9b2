package se.ringstuga.surveys;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageContext;
import se.ringstuga.surveys.ResultScreen.Card;
import se.ringstuga.surveys.ResultScreen.Named;
import se.ringstuga.surveys.SurveyResults.QuestionResult;

/** Puts together the page of a survey's results: pictures with the same numbers in a table beside each. */
@ApplicationScoped
class ResultScreens {

    private final Results results;
    private final SurveyForms forms;
    private final EditorScreens editor;
    private final Access access;
    private final PageContext page;

    ResultScreens(Results results, SurveyForms forms, EditorScreens editor, Access access, PageContext page) {
        this.results = results;
        this.forms = forms;
        this.editor = editor;
        this.access = access;
        this.page = page;
    }

    SurveyStaffMessages say() {
        return MessageBundles.get(
                SurveyStaffMessages.class, Localized.Literal.of(page.language().tag()));
    }

    ResultScreen of(Survey survey) {
        var form = forms.current(survey.organizationId, survey.id).orElseThrow(NotFound::new);
        var found = results.of(form, access.organizationId(), access.zone());
        var own = survey.organizationId == access.organizationId();
        var people = people(survey.id);
        return new ResultScreen(
                access.slug(),
                survey.id,
                survey.title,
                survey.closedAt() != null,
                say().about(
                                form.version(),
                                found.questions().stream()
                                        .filter(QuestionResult::current)
                                        .count()),
                say().answered(found.submissions(), found.complete(), found.partial()),
                people == null || found.submissions() == 0 ? null : people.everyone(survey.title),
                days(found),
                found.perDay().stream()
                        .map(day -> new Named(day(day.date()), day.submissions(), "", null))
                        .toList(),
                found.questions().stream()
                        .map(result -> card(survey.id, result))
                        .toList(),
                found.questions().stream()
                        .filter(result -> crossable(result.type()))
                        .map(result -> new ResultScreen.Choice(result.id(), result.text()))
                        .toList(),
                own && access.has(Permission.SURVEYS_WRITE),
                access.administrator());
    }

    @Nullable
    PeopleBehind people(long surveyId) {
        return access.has(Permission.PEOPLE_READ) ? new PeopleBehind(access.slug(), surveyId) : null;
    }

    private static boolean crossable(QuestionType type) {
        return type.isChoice() || type == QuestionType.SCALE || type == QuestionType.YES_NO;
    }

    private @Nullable DayChart days(SurveyResults found) {
        if (found.perDay().isEmpty()) {
            return null;
        }
        var drawn = DayChart.of(say().overTime(), "", found.perDay());
        var says = drawn.columns().stream()
                .filter(column -> column.count() > 0)
                .map(column -> say().dayIs(day(column.start()), column.count()))
                .collect(Collectors.joining(", "));
        return new DayChart(
                switch (drawn.span()) {
                    case DAY -> say().perDay();
                    case WEEK -> say().perWeek();
                    case MONTH -> say().perMonth();
                    case YEAR -> say().perYear();
                },
                says,
                drawn.span(),
                drawn.columns(),
                drawn.first(),
                drawn.last());
    }

    private Card card(long surveyId, QuestionResult result) {
        var rows = rows(surveyId, result);
        var amounts = rows.stream()
                .map(row -> new BarChart.Amount(row.words(), row.count()))
                .toList();
        var says = rows.stream().map(row -> row.words() + ": " + row.count()).collect(Collectors.joining(", "));
        return new Card(
                result.id(),
                result.text(),
                editor.type(result.type()),
                result.current(),
                result.answers() == 1 ? say().oneAnswer() : say().answers(result.answers()),
                rows.isEmpty() ? null : BarChart.of(result.text(), says, amounts),
                rows,
                result.type() == QuestionType.TEXT && result.answers() > 0
                        ? "/o/" + access.slug() + "/surveys/" + surveyId + "/texts?question=" + result.id()
                        : null);
    }

    private List<Named> rows(long surveyId, QuestionResult result) {
        var people = people(surveyId);
        var options = result.options().stream()
                .map(option -> named(
                        option.text(),
                        option.count(),
                        result,
                        people == null ? null : people.option(option.text(), result.id(), option.id())));
        var values = result.values().stream()
                .map(value -> named(
                        value(result.type(), value.value()),
                        value.count(),
                        result,
                        people == null
                                ? null
                                : people.value(titled(result, value.value()), result.id(), value.value())));
        var dates = result.dates().stream().map(date -> named(day(date.date()), date.count(), result, null));
        return Stream.of(options, values, dates).flatMap(found -> found).toList();
    }

    private String titled(QuestionResult result, int value) {
        return result.text() + " " + value(result.type(), value);
    }

    private static Named named(String words, long count, QuestionResult result, @Nullable String people) {
        var share = result.answers() == 0 ? "" : Math.round(100.0 * count / result.answers()) + " %";
        return new Named(words, count, share, count == 0 ? null : people);
    }

    String value(QuestionType type, int value) {
        if (type != QuestionType.YES_NO) {
            return String.valueOf(value);
        }
        return value == 1 ? say().yes() : say().no();
    }

    private String day(LocalDate date) {
        return page.time(access.zone()).day(date);
    }
}
