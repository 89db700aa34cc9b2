package se.ringstuga.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;

/** Takes the register out as a file, for administrators who say why (rule 41). */
@Path("/o/{slug}/export")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ExportPages {

    @CheckedTemplate(basePath = "ExportPages")
    static class Templates {
        static native TemplateInstance ask(String slug, String reason, boolean wrong, int longest);

        private Templates() {}
    }

    private final PeopleExport export;
    private final Access access;

    ExportPages(PeopleExport export, Access access) {
        this.export = export;
        this.access = access;
    }

    @GET
    @Requires(Permission.PEOPLE_IMPORT)
    @Operation(hidden = true)
    public TemplateInstance ask() {
        return asked("", false);
    }

    @POST
    @Requires(Permission.PEOPLE_IMPORT)
    @Operation(hidden = true)
    public Response take(@RestForm @DefaultValue("") String reason) {
        var order = new PeopleExport.Order(
                new People.Viewer(access.organizationId(), access.administrator()), access.actor());
        try {
            export.announce(order, reason);
        } catch (InvalidInput missing) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(asked(reason, true))
                    .build();
        }
        StreamingOutput rows = out -> export.write(order, out);
        return Response.ok(rows, "text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + access.slug() + ".csv\"")
                .build();
    }

    private TemplateInstance asked(String reason, boolean wrong) {
        return Templates.ask(access.slug(), reason, wrong, PeopleExport.LONGEST_REASON);
    }
}
