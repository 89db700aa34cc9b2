package se.ringstuga.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageForm;

/** Changing a person's details; whoever saves second sees what the first one wrote (rule 38). */
@Path("/o/{slug}/people/{id}/edit")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class PersonFormPages {

    @CheckedTemplate(basePath = "PersonFormPages")
    static class Templates {
        static native TemplateInstance form(PersonForms.Shown form);

        private Templates() {}
    }

    private final People people;
    private final PersonEdits edits;
    private final PersonForms forms;
    private final Access access;
    private final AccessLog accessLog;

    PersonFormPages(People people, PersonEdits edits, PersonForms forms, Access access, AccessLog accessLog) {
        this.people = people;
        this.edits = edits;
        this.forms = forms;
        this.access = access;
        this.accessLog = accessLog;
    }

    @GET
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath long id) {
        var person = person(id);
        accessLog.record("person.read", null, List.of(id));
        return Templates.form(forms.stored(person));
    }

    @POST
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(hidden = true)
    public Response save(@RestPath long id, MultivaluedMap<String, String> sent) {
        var person = person(id);
        var form = PageForm.of(sent);
        var version = version(form);
        try {
            edits.change(editor(access), id, version, PersonForms.values(form));
        } catch (PersonRefusals.ChangedMeanwhile second) {
            accessLog.record("person.read", null, List.of(id));
            return shown(409, forms.overtaken(person(id), form));
        } catch (InvalidInput refusal) {
            return refused(forms.faulty(person, form.withErrors(forms.faults(refusal, form)), version));
        } catch (PersonRefusals.ExternalIdTaken taken) {
            var errors = Map.of("externalId", forms.say().numberTaken());
            return refused(forms.faulty(person, form.withErrors(errors), version));
        }
        accessLog.record("person.changed", null, List.of(id));
        return Response.seeOther(URI.create("/o/" + access.slug() + "/people/" + id))
                .build();
    }

    static PersonEdits.Editor editor(Access access) {
        return new PersonEdits.Editor(
                new People.Viewer(access.organizationId(), access.administrator()), access.actor(), access.zone());
    }

    /** What was set before the first fault was found is not stored either. */
    static Response refused(PersonForms.Shown form) {
        QuarkusTransaction.setRollbackOnly();
        return shown(400, form);
    }

    private static Response shown(int status, PersonForms.Shown form) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.form(form))
                .build();
    }

    private PersonView person(long id) {
        return people.view(editor(access).viewer(), id).orElseThrow(NotFound::new);
    }

    /** Without one nothing fits, so that nobody overwrites by leaving it out. */
    private static int version(PageForm form) {
        var typed = form.value("version");
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }
}
