package se.ringstuga.surveys;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Actor;
import se.ringstuga.http.SpreadsheetCell;
import se.ringstuga.surveys.SurveyForm.Question;

/**
 * All submissions as a file: UTF-8 with a byte order mark and semicolons, as spreadsheets in Swedish expect. It is read
 * and written some hundred submissions at a time, each in a transaction that also logs whom it showed, and stored nowhere.
 */
@ApplicationScoped
class ResultsFile {

    private static final int ROWS_A_BATCH = 500;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> FIRST_COLUMNS =
            List.of("Svar", "Inskickat", "Via", "Komplett", "Medlemsnummer", "Förnamn", "Efternamn");

    private final EntityManager entities;
    private final AccessLog accessLog;

    ResultsFile(EntityManager entities, AccessLog accessLog) {
        this.entities = entities;
        this.accessLog = accessLog;
    }

    /** What is exported for whom, known before the first byte leaves. */
    record Export(long surveyId, long organizationId, ZoneId zone, Actor by, List<Question> questions) {}

    void write(Export export, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, UTF_8);
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(Stream.concat(
                            FIRST_COLUMNS.stream(), export.questions().stream().map(Question::text))
                    .map(SpreadsheetCell::of)
                    .toList());
            long last = 0;
            while (last >= 0) {
                last = writeBatch(export, csv, last);
            }
        }
    }

    /** Answers the last id written, or -1 when nothing was left. */
    private long writeBatch(Export export, CsvWriter csv, long after) {
        Batch batch = QuarkusTransaction.requiringNew().call(() -> read(export, after));
        for (Tuple row : batch.submissions()) {
            csv.writeRecord(cells(export, row, batch.answers()));
        }
        return batch.submissions().isEmpty()
                ? -1
                : batch.submissions().getLast().get("id", Long.class);
    }

    /** Submissions and, by submission and question lineage, what their cells say. */
    private record Batch(List<Tuple> submissions, Map<Cell, String> answers) {}

    private record Cell(long submissionId, long questionLineage) {}

    private Batch read(Export export, long after) {
        List<Tuple> submissions = entities.createNativeQuery(
                        """
                        select s.id, s.submitted_at, s.source, s.complete, s.person_id,
                               p.external_id, p.given_name, p.family_name
                        """ + Results.COUNTED + " and " + SeenAnswers.from(":organization")
                                + " and s.id > :after order by s.id",
                        Tuple.class)
                .setParameter("survey", export.surveyId())
                .setParameter("organization", export.organizationId())
                .setParameter("after", after)
                .setMaxResults(ROWS_A_BATCH)
                .getResultList();
        List<Long> people = submissions.stream()
                .map(row -> row.get("person_id", Long.class))
                .distinct()
                .toList();
        accessLog.record(
                export.organizationId(),
                export.by(),
                new AccessLog.Entry("survey.export", "survey:" + export.surveyId(), people));
        return new Batch(submissions, answers(submissions));
    }

    private Map<Cell, String> answers(List<Tuple> submissions) {
        List<Tuple> rows = entities.createNativeQuery("""
                        select a.submission_id, a.question_lineage,
                               string_agg(coalesce(o.text, a.text, cast(a.date as text),
                                          case when q.type = 'YES_NO' then case a.value when 1 then 'ja' else 'nej' end
                                               else cast(a.value as text) end), ', ' order by o.position, a.id) as said
                        from answer a join question q on q.id = a.question_id
                        left join question_option o on o.id = a.option_id
                        where a.submission_id = any(:ids)
                        group by a.submission_id, a.question_lineage""", Tuple.class)
                .setParameter(
                        "ids",
                        submissions.stream()
                                .map(row -> row.get("id", Long.class))
                                .toArray(Long[]::new))
                .getResultList();
        Map<Cell, String> answers = new HashMap<>();
        rows.forEach(row -> answers.put(
                new Cell(row.get("submission_id", Long.class), row.get("question_lineage", Long.class)),
                row.get("said", String.class)));
        return answers;
    }

    private static List<String> cells(Export export, Tuple row, Map<Cell, String> answers) {
        long id = row.get("id", Long.class);
        List<String> cells = new ArrayList<>(List.of(
                Long.toString(id),
                MINUTE.format(row.get("submitted_at", Instant.class).atZone(export.zone())),
                row.get("source", String.class),
                row.get("complete", Boolean.class) ? "ja" : "nej",
                SpreadsheetCell.of(row.get("external_id", String.class)),
                SpreadsheetCell.of(row.get("given_name", String.class)),
                SpreadsheetCell.of(row.get("family_name", String.class))));
        export.questions()
                .forEach(question -> cells.add(SpreadsheetCell.of(answers.get(new Cell(id, question.lineage())))));
        return cells;
    }
}
