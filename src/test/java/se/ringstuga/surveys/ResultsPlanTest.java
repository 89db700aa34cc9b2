package se.ringstuga.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** What the page of results asks reads the survey's own answers, however many other surveys there are. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class ResultsPlanTest extends ApiTest {

    private static final String SURVEY = """
            {"title": "Enkät", "questions": [{"text": "A", "type": "SCALE"}, {"text": "B", "type": "YES_NO"},
             {"text": "C", "type": "TEXT"}]}""";

    @Inject
    EntityManager entities;

    @Inject
    Sql sql;

    private long solna;
    private JsonPath survey;

    @BeforeEach
    void oneSurveyAmongMany() {
        solna = a.organization("solna");
        sql.update(NamedSql.of("""
                insert into person (organization_id, given_name, created_at, updated_at)
                select :organization, 'P' || n, :now, :now from generate_series(1, 4000) n"""), now("organization", solna));
        for (int i = 0; i < 8; i++) {
            answered(made().getLong("id"), 1);
        }
        survey = made();
        answered(survey.getLong("id"), 10);
        sql.update(NamedSql.of("vacuum (analyze) person, submission, answer"), Map.of());
    }

    @Test
    void twoQuestionsAreCountedAlongIndexes() {
        assertThat(plan(CrossTables.COUNTS, Map.of("row", lineage(0), "column", lineage(1))))
                .contains("answer_question")
                .doesNotContain("Seq Scan on answer", "Seq Scan on submission");
    }

    @Test
    void submissionsAndTextsAreReadAlongIndexes() {
        assertThat(plan("select count(*) " + Results.COUNTED, Map.of()))
                .contains("submission_survey")
                .doesNotContain("Seq Scan on submission");
        assertThat(plan(
                        Results.TEXTS + " limit 51",
                        Map.of("question", survey.getLong("questions[2].id"), "before", Long.MAX_VALUE)))
                .doesNotContain("Seq Scan on answer", "Seq Scan on submission");
    }

    private JsonPath made() {
        return as(a.token("solna")).body(SURVEY).post(in("solna", "/surveys")).jsonPath();
    }

    private long lineage(int place) {
        return sql.first(
                        NamedSql.of("select lineage from question where id = :id"),
                        Map.of("id", survey.getLong("questions[" + place + "].id")),
                        row -> row.number("lineage"))
                .orElseThrow();
    }

    /** @param among one in so many people has answered */
    private void answered(long id, int among) {
        sql.update(NamedSql.of("""
                insert into submission (organization_id, survey_organization, survey_id, version_number, person_id, source, actor,
                                        complete, submitted_at)
                select organization_id, organization_id, :survey, 1, id, 'API', 'token:1', true, :now
                from person where id % :among = 0"""), now("survey", id, "among", (long) among));
        sql.update(NamedSql.of("""
                insert into answer (organization_id, submission_id, question_id, question_lineage, value, text)
                select s.organization_id, s.id, q.id, q.lineage,
                       case when q.type = 'TEXT' then null when q.type = 'YES_NO' then s.id % 2 else 1 + s.id % 5 end,
                       case when q.type = 'TEXT' then 'Svar ' || s.id end
                from submission s join question q on q.survey_id = s.survey_id where s.survey_id = :survey"""), Map.of("survey", id));
    }

    private Map<String, Object> now(Object... names) {
        var parameters = new HashMap<String, Object>(Map.of("now", clock.instant()));
        for (int i = 0; i < names.length; i += 2) {
            parameters.put(String.valueOf(names[i]), names[i + 1]);
        }
        return parameters;
    }

    private String plan(String statement, Map<String, Object> parameters) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var query = entities.createNativeQuery("explain " + statement, String.class)
                    .setParameter("survey", survey.getLong("id"))
                    .setParameter("organization", solna);
            parameters.forEach(query::setParameter);
            List<?> lines = query.getResultList();
            return lines.stream().map(String::valueOf).collect(Collectors.joining("\n"));
        });
    }
}
