package se.ringstuga.surveys;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.surveys.SurveyForm.Question;

/** What the answers to a survey say together, and for administrators one by one as a file. */
@Path("/api/organizations/{slug}/surveys/{id}")
@RunOnVirtualThread
@Tag(name = "Surveys")
class ResultsResource {

    private final Results results;
    private final ResultsFile file;
    private final CrossTables tables;
    private final SurveyForms forms;
    private final QuestionRows questions;
    private final Access access;
    private final AccessLog accessLog;

    ResultsResource(
            Results results,
            ResultsFile file,
            CrossTables tables,
            SurveyForms forms,
            QuestionRows questions,
            Access access,
            AccessLog accessLog) {
        this.results = results;
        this.file = file;
        this.tables = tables;
        this.forms = forms;
        this.questions = questions;
        this.access = access;
        this.accessLog = accessLog;
    }

    @GET
    @Path("/results")
    @Transactional
    @Requires(Permission.SURVEYS_READ)
    @Operation(summary = "Counts per question and option over all versions, and answers per day")
    public SurveyResults results(@PathParam("id") long id) {
        return results.of(form(id), access.organizationId(), access.zone());
    }

    @GET
    @Path("/results/texts")
    @Transactional
    @Requires(Permission.SURVEYS_READ)
    @Operation(summary = "What was written in answer to a TEXT question, the latest first, without names")
    public Page<Results.FreeText> texts(
            @PathParam("id") long id,
            @QueryParam("questionId") @Nullable Long questionId,
            @BeanParam PageRequest page) {
        form(id);
        long asked = questionId == null ? 0 : questionId;
        if (questions.versionOf(id, asked).isEmpty()) {
            throw InvalidInput.query("questionId", "must be a question of this survey");
        }
        Results.FreeTexts texts = results.texts(id, asked, access.organizationId(), page);
        accessLog.record("survey.texts", "survey:" + id, texts.personIds());
        return texts.page();
    }

    @GET
    @Path("/results/cross")
    @Transactional
    @Requires(Permission.SURVEYS_READ)
    @Operation(summary = "Two questions against each other: how many submissions gave both answers")
    public CrossView cross(
            @PathParam("id") long id,
            @QueryParam("row") @Nullable Long row,
            @QueryParam("column") @Nullable Long column) {
        form(id);
        Question rows = question(id, "row", row);
        Question columns = question(id, "column", column);
        return CrossView.of(tables.of(id, rows, columns, access.organizationId()));
    }

    private Question question(long surveyId, String parameter, @Nullable Long questionId) {
        return questions.everAsked(surveyId).stream()
                .filter(question -> Long.valueOf(question.id()).equals(questionId) && CrossTable.fits(question))
                .findFirst()
                .orElseThrow(() -> InvalidInput.query(
                        parameter, "must be a question of this survey with options, a scale, or yes and no"));
    }

    @GET
    @Path("/results.csv")
    @Produces("text/csv; charset=UTF-8")
    @Requires(Permission.SURVEYS_READ)
    @Operation(summary = "Every submission with its person, for spreadsheets; administrators only")
    public RestResponse<StreamingOutput> export(@PathParam("id") long id) {
        SurveyForm form = form(id);
        if (!access.administrator()) {
            throw new ExportNotAllowed();
        }
        ResultsFile.Export export = new ResultsFile.Export(
                form.id(), access.organizationId(), access.zone(), access.actor(), questions.everAsked(id));
        StreamingOutput rows = out -> file.write(export, out);
        return RestResponse.ResponseBuilder.ok(rows, MediaType.valueOf("text/csv; charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"survey-" + id + ".csv\"")
                .build();
    }

    private SurveyForm form(long id) {
        return forms.current(access.organizationId(), id).orElseThrow(NotFound::new);
    }
}
