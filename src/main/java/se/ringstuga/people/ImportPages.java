package se.ringstuga.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;

/** Where a register is given, which were read before, and what can still be done about one of these. */
@Path("/o/{slug}/imports")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ImportPages {

    @CheckedTemplate(basePath = "ImportPages")
    static class Templates {
        static native TemplateInstance start(ImportScreen.Start start);

        static native TemplateInstance done(ImportScreen.Done done);

        private Templates() {}
    }

    private final UploadDesk desk;
    private final UploadCookie cookie;
    private final ImportScreens screens;
    private final RegisterImport register;
    private final ImportUndo undo;
    private final Access access;
    private final PageContext page;

    ImportPages(
            UploadDesk desk,
            UploadCookie cookie,
            ImportScreens screens,
            RegisterImport register,
            ImportUndo undo,
            Access access,
            PageContext page) {
        this.desk = desk;
        this.cookie = cookie;
        this.screens = screens;
        this.register = register;
        this.undo = undo;
        this.access = access;
        this.page = page;
    }

    @GET
    @Transactional
    @Requires(Permission.PEOPLE_IMPORT)
    @Operation(hidden = true)
    public TemplateInstance start(@BeanParam PageRequest request) {
        return Templates.start(screens.start(request, null));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Requires(Permission.PEOPLE_IMPORT)
    @Operation(hidden = true)
    public Response take(@RestForm("file") @Nullable FileUpload file, @RestForm @DefaultValue("") String complete) {
        if (file == null || file.size() == 0) {
            return refused(Templates.start(
                    screens.start(new PageRequest(null, 50), screens.say().noFile())));
        }
        var key = UploadKey.random();
        var choices = UploadReport.Choices.detect(complete.equals("true"));
        var order = new RegisterImport.Order(
                access.organizationId(), access.actor(), access.zone(), true, choices.complete());
        long id = desk.take(
                bytes(file),
                new UploadDesk.Wanted(key, choices, order, page.language().locale()));
        return Response.seeOther(URI.create("/o/" + access.slug() + "/imports/files/" + id))
                .cookie(cookie.of(key))
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Requires(Permission.PEOPLE_IMPORT)
    @Operation(hidden = true)
    public TemplateInstance done(@RestPath long id) {
        return Templates.done(screens.done(id, null));
    }

    @POST
    @Path("/{id}/reversal")
    @Requires(Permission.PEOPLE_IMPORT)
    @Operation(hidden = true)
    public Response undo(@RestPath long id) {
        try {
            undo.undo(order(), id);
            return back(id);
        } catch (ImportNotUndone meanwhile) {
            // The page says what stands in the way, as it found it just now.
            return back(id);
        }
    }

    @POST
    @Path("/{id}/ended-memberships")
    @Requires(Permission.PEOPLE_IMPORT)
    @Operation(hidden = true)
    public Response endMemberships(@RestPath long id, @RestForm @DefaultValue("") String count) {
        try {
            register.endMemberships(
                    order(), id, count.strip().matches("\\d{1,9}") ? Integer.parseInt(count.strip()) : -1);
            return back(id);
        } catch (MembershipsNotEnded wrong) {
            return refused(Templates.done(screens.done(id, count)));
        }
    }

    private RegisterImport.Order order() {
        return new RegisterImport.Order(access.organizationId(), access.actor(), access.zone(), false, true);
    }

    private Response back(long id) {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/imports/" + id))
                .build();
    }

    private static Response refused(TemplateInstance shown) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(shown)
                .build();
    }

    /** The server's own copy of what was sent goes with the request. */
    private static byte[] bytes(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
