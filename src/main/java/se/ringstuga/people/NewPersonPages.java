package se.ringstuga.people;

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
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;

/** Adding one person by hand. */
@Path("/o/{slug}/people/new")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class NewPersonPages {

    private final PersonEdits edits;
    private final PersonForms forms;
    private final Access access;
    private final AccessLog accessLog;

    NewPersonPages(PersonEdits edits, PersonForms forms, Access access, AccessLog accessLog) {
        this.edits = edits;
        this.forms = forms;
        this.access = access;
        this.accessLog = accessLog;
    }

    @GET
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(hidden = true)
    public TemplateInstance show() {
        return PersonFormPages.Templates.form(forms.nobody(PageForm.EMPTY));
    }

    @POST
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(hidden = true)
    public Response add(MultivaluedMap<String, String> sent) {
        var form = PageForm.of(sent);
        try {
            long id = edits.create(PersonFormPages.editor(access), PersonForms.values(form));
            accessLog.record("person.created", null, List.of(id));
            return Response.seeOther(URI.create("/o/" + access.slug() + "/people/" + id))
                    .build();
        } catch (InvalidInput refusal) {
            return PersonFormPages.refused(forms.nobody(form.withErrors(forms.faults(refusal, form))));
        } catch (PersonRefusals.ExternalIdTaken taken) {
            var errors = Map.of("externalId", forms.say().numberTaken());
            return PersonFormPages.refused(forms.nobody(form.withErrors(errors)));
        }
    }
}
