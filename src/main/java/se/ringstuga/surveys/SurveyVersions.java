package se.ringstuga.surveys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Actor;
import se.ringstuga.http.NotFound;

/** Reads and writes surveys with their versions; a version is written in two statements, however many questions it has. */
@ApplicationScoped
class SurveyVersions {

    private final EntityManager entities;
    private final SurveyForms forms;
    private final ObjectMapper json;
    private final Clock clock;

    SurveyVersions(EntityManager entities, SurveyForms forms, ObjectMapper json, Clock clock) {
        this.entities = entities;
        this.forms = forms;
        this.json = json;
        this.clock = clock;
    }

    /** The survey as it stands, with what the transaction has changed so far. */
    SurveyView view(Survey survey) {
        entities.flush();
        return SurveyView.of(
                survey, forms.current(survey.organizationId, survey.id).orElseThrow(NotFound::new));
    }

    /** Writes the survey's current version number with these questions. */
    void write(Survey survey, List<QuestionDraft> questions, Actor by) {
        entities.flush();
        entities.createNativeQuery("""
                        insert into survey_version (organization_id, survey_id, number, created_at, created_by)
                        values (:organization, :survey, :number, :now, :by)""")
                .setParameter("organization", survey.organizationId)
                .setParameter("survey", survey.id)
                .setParameter("number", survey.currentVersion)
                .setParameter("now", clock.instant())
                .setParameter("by", by.toString())
                .executeUpdate();
        insertQuestions(survey, questions);
    }

    private void insertQuestions(Survey survey, List<QuestionDraft> questions) {
        List<QuestionRow> rows = new ArrayList<>();
        List<OptionRow> options = new ArrayList<>();
        for (int position = 1; position <= questions.size(); position++) {
            QuestionDraft draft = questions.get(position - 1);
            rows.add(QuestionRow.of(position, draft));
            for (int place = 1; place <= draft.options().size(); place++) {
                QuestionDraft.OptionDraft option = draft.options().get(place - 1);
                options.add(new OptionRow(position, place, option.lineage(), option.text()));
            }
        }
        entities.createNativeQuery("""
                        with asked as (
                          insert into question (organization_id, survey_id, version_number, lineage, position, type,
                                                text, required, callers_only,
                                                scale_from, scale_to, scale_from_label, scale_to_label, help)
                          select :organization, :survey, :number, coalesce(q.lineage, nextval('survey_lineage')),
                                 q.position, q.type, q.text, q.required, q."callersOnly",
                                 q."from", q."to", q."fromLabel", q."toLabel", q.help
                          from jsonb_to_recordset(cast(:questions as jsonb)) as q(
                            lineage bigint, position int, type text, text text, required boolean,
                            "callersOnly" boolean, "from" int, "to" int, "fromLabel" text, "toLabel" text, help text)
                          order by q.position
                          returning id, position)
                        insert into question_option (organization_id, question_id, lineage, position, text)
                        select :organization, asked.id, coalesce(o.lineage, nextval('survey_lineage')), o.place, o.text
                        from jsonb_to_recordset(cast(:options as jsonb)) as o(
                          position int, place int, lineage bigint, text text)
                        join asked on asked.position = o.position
                        order by o.position, o.place""")
                .setParameter("organization", survey.organizationId)
                .setParameter("survey", survey.id)
                .setParameter("number", survey.currentVersion)
                .setParameter("questions", asJson(rows))
                .setParameter("options", asJson(options))
                .executeUpdate();
    }

    private String asJson(List<?> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private record QuestionRow(
            @Nullable Long lineage,
            int position,
            QuestionType type,
            String text,
            boolean required,
            boolean callersOnly,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String fromLabel,
            @Nullable String toLabel,
            @Nullable String help) {

        static QuestionRow of(int position, QuestionDraft draft) {
            Scale scale = draft.scale();
            return new QuestionRow(
                    draft.lineage(),
                    position,
                    draft.type(),
                    draft.text(),
                    draft.required(),
                    draft.callersOnly(),
                    scale == null ? null : scale.from(),
                    scale == null ? null : scale.to(),
                    scale == null ? null : scale.fromLabel(),
                    scale == null ? null : scale.toLabel(),
                    draft.help());
        }
    }

    private record OptionRow(
            int position, int place, @Nullable Long lineage, String text) {}
}
