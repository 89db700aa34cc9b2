package se.ringstuga.surveys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.surveys.CrossTable.Answer;
import se.ringstuga.surveys.CrossTable.Cell;
import se.ringstuga.surveys.SurveyForm.Question;

/** Two questions of a survey against each other, counted in one statement. */
@ApplicationScoped
class CrossTables {

    static final String COUNTS = """
            select r.option_lineage as row_option, r.value as row_value,
                   c.option_lineage as column_option, c.value as column_value, count(*) as given
            from answer r join answer c on c.submission_id = r.submission_id and c.question_lineage = :column
            where r.question_lineage = :row and num_nonnulls(r.option_lineage, r.value) = 1
              and num_nonnulls(c.option_lineage, c.value) = 1
              and r.submission_id in (select s.id\s""" + Results.COUNTED + """
            )
            group by 1, 2, 3, 4""";

    private final EntityManager entities;

    CrossTables(EntityManager entities) {
        this.entities = entities;
    }

    /** Both questions have answers of a kind that can be counted, see {@link CrossTable#fits}. */
    CrossTable of(long surveyId, Question rows, Question columns, long organizationId) {
        List<Tuple> counted = entities.createNativeQuery(COUNTS, Tuple.class)
                .setParameter("survey", surveyId)
                .setParameter("organization", organizationId)
                .setParameter("row", rows.lineage())
                .setParameter("column", columns.lineage())
                .getResultList();
        Map<Cell, Long> counts = new HashMap<>();
        counted.forEach(row -> counts.put(
                new Cell(
                        new Answer(row.get("row_option", Long.class), row.get("row_value", Integer.class)),
                        new Answer(row.get("column_option", Long.class), row.get("column_value", Integer.class))),
                row.get("given", Long.class)));
        return new CrossTable(rows, columns, counts);
    }
}
