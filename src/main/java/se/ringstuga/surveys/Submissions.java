package se.ringstuga.surveys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.surveys.NewSubmission.Source;

/** Where answers are stored. Everything here happens in the caller's transaction. */
@ApplicationScoped
public class Submissions {

    private static final NamedSql WITHDRAW =
            NamedSql.of("update submission set superseded_at = :now where call_id = :call and superseded_at is null");

    private static final NamedSql CORRECT = NamedSql.of("""
            update submission set superseded_at = :now
            where id = :id and person_id = :person and survey_id = :survey and superseded_at is null""");

    private static final NamedSql SUPERSEDE_MEMBERS_OWN = NamedSql.of("""
            update submission set superseded_at = :now
            where person_id = :person and survey_id = :survey and source = 'MEMBER' and superseded_at is null""");

    private static final NamedSql INSERT = NamedSql.of("""
            with submitted as (
              insert into submission (organization_id, survey_organization, survey_id, version_number,
                                      person_id, call_id, source, actor, complete, submitted_at)
              select :organization, s.organization_id, s.id, :version, :person,
                     nullif(cast(:call as bigint), 0), :source, :actor, :complete, :now
              from survey s where s.id = :survey
              returning id),
            answered as (
              insert into answer (organization_id, submission_id, question_id, question_lineage,
                                  option_id, option_lineage, text, value, date)
              select :organization, submitted.id, a."questionId", a."questionLineage",
                     a."optionId", a."optionLineage", a.text, a.value, a.date
              from submitted, jsonb_to_recordset(cast(:answers as jsonb)) as a(
                "questionId" bigint, "questionLineage" bigint, "optionId" bigint, "optionLineage" bigint,
                text text, value int, date date))
            select id from submitted""");

    private final Sql sql;
    private final SurveyForms forms;
    private final Event<SurveyAnswered> answered;
    private final ObjectMapper json;
    private final Clock clock;

    Submissions(Sql sql, SurveyForms forms, Event<SurveyAnswered> answered, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.forms = forms;
        this.answered = answered;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What became of the answers.
     *
     * @param submissionId null when a caller had nothing to note: then nothing is stored
     * @param complete false for a partial submission (rule 11)
     */
    public record Recorded(@Nullable Long submissionId, boolean complete) {

        /** The submission of everyone but callers, who always leave one. */
        long stored() {
            return Objects.requireNonNull(submissionId);
        }
    }

    /**
     * Checks and stores answers; what they correct is kept as superseded.
     *
     * @throws InvalidInput naming {@code surveyId} or {@code answers[i].…}
     * @throws SurveyClosed for everyone but callers
     */
    public Recorded record(NewSubmission submission) {
        SurveyForm form = form(submission)
                .orElseThrow(
                        () -> new InvalidInput("surveyId", "there is no survey " + submission.surveyId() + " here"));
        if (form.closed() && submission.source() != Source.CALL) {
            throw new SurveyClosed(form.id());
        }
        CheckedAnswers checked = AnswerCheck.check(form, submission.answers(), submission.source().audience)
                .orThrow();
        supersede(submission);
        if (checked.rows().isEmpty() && submission.source() == Source.CALL) {
            return new Recorded(null, false);
        }
        long id = insert(submission, form, checked);
        answered.fire(new SurveyAnswered(
                submission.personOrganizationId(), submission.personId(), form.id(), checked.complete()));
        return new Recorded(id, checked.complete());
    }

    /** Takes back what came with a call that is undone; the rows stay as superseded. */
    public void withdraw(long callId) {
        sql.update(WITHDRAW, Map.of("now", clock.instant(), "call", callId));
    }

    private Optional<SurveyForm> form(NewSubmission submission) {
        return submission.version() == 0
                ? forms.answeredBy(submission.viewerOrganizationId(), submission.surveyId(), submission.answers())
                : forms.version(submission.viewerOrganizationId(), submission.surveyId(), submission.version());
    }

    /** What came with an earlier report of the same call was withdrawn when that report was taken back. */
    private void supersede(NewSubmission submission) {
        if (submission.replaces() != 0) {
            correct(submission);
        } else if (submission.source() == Source.MEMBER) {
            sql.update(SUPERSEDE_MEMBERS_OWN, key(submission));
        }
    }

    private void correct(NewSubmission submission) {
        var parameters = key(submission);
        parameters.put("id", submission.replaces());
        if (sql.update(CORRECT, parameters) == 0) {
            throw new SubmissionSuperseded(submission.replaces());
        }
    }

    private long insert(NewSubmission submission, SurveyForm form, CheckedAnswers checked) {
        var parameters = key(submission);
        parameters.put("organization", submission.personOrganizationId());
        parameters.put("version", form.version());
        parameters.put("call", submission.callId());
        parameters.put("source", submission.source());
        parameters.put("actor", submission.actor().toString());
        parameters.put("complete", checked.complete());
        parameters.put("answers", asJson(checked.rows()));
        return sql.first(INSERT, parameters, row -> row.number("id")).orElseThrow();
    }

    private Map<String, Object> key(NewSubmission submission) {
        return new HashMap<>(
                Map.of("person", submission.personId(), "survey", submission.surveyId(), "now", clock.instant()));
    }

    private String asJson(List<AnswerRow> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
