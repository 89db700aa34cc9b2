package se.ringstuga.surveys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;
import se.ringstuga.surveys.CrossScreen.Cell;
import se.ringstuga.surveys.SurveyForm.Question;

/** Puts together the pages of texts and of two questions against each other. */
@ApplicationScoped
class AnswerScreens {

    private static final int SHADES = 5;

    private final Results results;
    private final CrossTables tables;
    private final QuestionRows questions;
    private final ResultScreens screens;
    private final Access access;
    private final AccessLog accessLog;
    private final PageContext page;

    AnswerScreens(
            Results results,
            CrossTables tables,
            QuestionRows questions,
            ResultScreens screens,
            Access access,
            AccessLog accessLog,
            PageContext page) {
        this.results = results;
        this.tables = tables;
        this.questions = questions;
        this.screens = screens;
        this.access = access;
        this.accessLog = accessLog;
        this.page = page;
    }

    TextsScreen texts(Survey survey, long questionId, PageRequest request) {
        var question = question(survey.id, questionId);
        var texts = results.texts(survey.id, questionId, access.organizationId(), request);
        accessLog.record("survey.texts", "survey:" + survey.id, texts.personIds());
        var time = page.time(access.zone());
        var next = texts.page().next();
        return new TextsScreen(
                access.slug(),
                survey.id,
                survey.title,
                question.text(),
                texts.page().items().stream()
                        .map(text -> new TextsScreen.Text(text.text(), time.moment(text.submittedAt())))
                        .toList(),
                next == null
                        ? null
                        : "/o/" + access.slug() + "/surveys/" + survey.id + "/texts?question=" + questionId + "&cursor="
                                + next);
    }

    CrossScreen cross(Survey survey, long rowId, long columnId) {
        var row = question(survey.id, rowId);
        var column = question(survey.id, columnId);
        if (!CrossTable.fits(row) || !CrossTable.fits(column)) {
            throw new NotFound();
        }
        var table = tables.of(survey.id, row, column, access.organizationId());
        var most = table.counts().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        var columns = CrossTable.answers(column);
        return new CrossScreen(
                access.slug(),
                survey.id,
                survey.title,
                row.text(),
                column.text(),
                columns.stream().map(answer -> words(column, answer)).toList(),
                CrossTable.answers(row).stream()
                        .map(answer -> new CrossScreen.Row(
                                words(row, answer),
                                columns.stream()
                                        .map(other -> cell(survey.id, table, new CrossTable.Cell(answer, other), most))
                                        .toList()))
                        .toList());
    }

    private Cell cell(long surveyId, CrossTable table, CrossTable.Cell cell, long most) {
        var count = table.count(cell.row(), cell.column());
        var people = count == 0 ? null : screens.people(surveyId);
        return new Cell(
                count,
                Math.toIntExact((count * SHADES + most - 1) / most),
                people == null
                        ? null
                        : people.both(
                                words(table.rows(), cell.row()) + ", " + words(table.columns(), cell.column()),
                                filter(people, table.rows(), cell.row()),
                                filter(people, table.columns(), cell.column())));
    }

    private static String filter(PeopleBehind people, Question question, CrossTable.Answer answer) {
        return people.filter(question.id(), option(question, answer), answer.value());
    }

    private static @Nullable Long option(Question question, CrossTable.Answer answer) {
        return question.options().stream()
                .filter(option -> Long.valueOf(option.lineage()).equals(answer.option()))
                .map(SurveyForm.Option::id)
                .findFirst()
                .orElse(null);
    }

    private String words(Question question, CrossTable.Answer answer) {
        var value = answer.value();
        return value != null
                ? screens.value(question.type(), value)
                : question.options().stream()
                        .filter(option -> Long.valueOf(option.lineage()).equals(answer.option()))
                        .map(SurveyForm.Option::text)
                        .findFirst()
                        .orElse("");
    }

    private Question question(long surveyId, long questionId) {
        List<Question> asked = questions.everAsked(surveyId);
        return asked.stream()
                .filter(question -> question.id() == questionId)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
