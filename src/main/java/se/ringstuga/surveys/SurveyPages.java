package se.ringstuga.surveys;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.OpenToAll;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageForm;
import se.ringstuga.surveys.PersonalSurveys.PersonalSurvey;

/** The member's own page: the first name and the questions, never contact data, earlier answers or notes (rule 28). */
@Path("/e/{code}")
@RunOnVirtualThread
class SurveyPages {

    @CheckedTemplate(basePath = "SurveyPages")
    static class Templates {
        static native TemplateInstance open(PersonalSurvey survey, PageForm form, boolean demanding);

        static native TemplateInstance thanks();

        static native TemplateInstance closed();

        private Templates() {}
    }

    private final PersonalSurveys surveys;
    private final PageContext page;

    SurveyPages(PersonalSurveys surveys, PageContext page) {
        this.surveys = surveys;
        this.page = page;
    }

    @GET
    @OpenToAll
    @Operation(hidden = true)
    @Transactional
    public TemplateInstance show(@RestPath String code) {
        PersonalSurvey survey = surveys.open(code);
        return survey.form().closed() ? Templates.closed() : shown(survey, PageForm.EMPTY);
    }

    /** Sent twice, the newer answers replace the earlier, so a double tap is harmless. */
    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Transactional
    public Response answer(@RestPath String code, MultivaluedMap<String, String> sent) {
        PersonalSurvey survey = surveys.open(code);
        if (survey.form().closed()) {
            return html(Response.Status.OK, Templates.closed());
        }
        PageForm form = PageForm.of(sent);
        FilledSurvey filled = FilledSurvey.read(form);
        Map<String, String> missing = missing(survey, filled);
        if (!missing.isEmpty()) {
            return html(Response.Status.BAD_REQUEST, shown(survey, form.withErrors(missing)));
        }
        try {
            surveys.answer(code, filled.answers());
        } catch (InvalidInput refusal) {
            return html(
                    Response.Status.BAD_REQUEST,
                    shown(survey, form.withErrors(filled.errors(refusal, words().wrong()))));
        }
        return html(Response.Status.OK, Templates.thanks());
    }

    private Map<String, String> missing(PersonalSurvey survey, FilledSurvey filled) {
        Map<String, String> missing = new LinkedHashMap<>();
        filled.unanswered(survey.form().questions()).forEach(field -> missing.put(field, words().missing()));
        return missing;
    }

    private static TemplateInstance shown(PersonalSurvey survey, PageForm form) {
        boolean demanding = survey.form().questions().stream().anyMatch(SurveyForm.Question::required);
        return Templates.open(survey, form, demanding);
    }

    private static Response html(Response.Status status, TemplateInstance page) {
        return Response.status(status)
                .entity(page)
                .type(MediaType.TEXT_HTML_TYPE)
                .build();
    }

    private SurveyPageMessages words() {
        return MessageBundles.get(
                SurveyPageMessages.class, Localized.Literal.of(page.language().tag()));
    }
}
