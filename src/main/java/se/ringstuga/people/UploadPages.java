package se.ringstuga.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageForm;

/** A register on its way in: what a dry run found, which column is what, and the button that imports it. */
@Path("/o/{slug}/imports/files/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class UploadPages {

    private static final int MOST = 1_000_000;

    @CheckedTemplate(basePath = "UploadPages")
    static class Templates {
        static native TemplateInstance file(ImportScreen.File file);

        static native TemplateInstance file$reading(ImportScreen.File file);

        private Templates() {}
    }

    private final UploadDesk desk;
    private final UploadScreens screens;
    private final UploadCookie cookie;
    private final Access access;
    private final PageContext page;

    UploadPages(UploadDesk desk, UploadScreens screens, UploadCookie cookie, Access access, PageContext page) {
        this.desk = desk;
        this.screens = screens;
        this.cookie = cookie;
        this.access = access;
        this.page = page;
    }

    @GET
    @Transactional
    @Requires(Permission.PEOPLE_IMPORT)
    @Operation(hidden = true)
    public TemplateInstance show(
            @RestPath long id, @RestQuery @DefaultValue("") String kind, @RestQuery @DefaultValue("0") int from) {
        var upload = upload(id);
        return shown(upload, new UploadScreens.Looking(kind, Math.clamp(from, 0, MOST), Map.of()));
    }

    /**
     * 204 while nothing moves, the rows while they are read; then the browser is led to the page anew.
     *
     * @param read how many rows the page says
     */
    @GET
    @Path("/progress")
    @Transactional
    @Requires(Permission.PEOPLE_IMPORT)
    @Operation(hidden = true)
    public Response progress(
            @RestPath long id, @RestQuery @DefaultValue("") String seen, @RestQuery @DefaultValue("-1") int read) {
        var upload = upload(id);
        if (desk.stopped(upload) || !UploadScreens.mark(upload).equals(seen)) {
            return Response.noContent().header("HX-Refresh", "true").build();
        }
        return read < 0 || read == upload.rowsRead()
                ? Response.noContent().build()
                : Response.ok(Templates.file$reading(
                                screens.of(upload, report(upload), new UploadScreens.Looking("", 0, Map.of()))))
                        .build();
    }

    /** What the reader chose to see, as a spreadsheet opens it. */
    @GET
    @Path("/problems.csv")
    @Produces("text/csv")
    @Transactional
    @Requires(Permission.PEOPLE_IMPORT)
    @Operation(hidden = true)
    public Response problems(@RestPath long id, @RestQuery @DefaultValue("") String kind) {
        var report = desk.report(upload(id), cookie.key()).orElseThrow(NotFound::new);
        var result = report.result();
        var text = new StringWriter();
        var lines = new CsvLines(text);
        var say = screens.say();
        lines.line(List.of(say.row(), say.column(), say.problem()));
        (result == null ? Stream.<RowProblem>empty() : screens.chosen(result, kind).stream())
                .forEach(problem -> lines.line(List.of(
                        String.valueOf(problem.row()),
                        problem.column() == null ? say.wholeRow() : problem.column(),
                        screens.words(problem.code()))));
        lines.flush();
        return Response.ok(text.toString(), "text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-" + id + ".csv\"")
                .build();
    }

    @POST
    @Path("/check")
    @Requires(Permission.PEOPLE_IMPORT)
    @Operation(hidden = true)
    public Response check(@RestPath long id, MultivaluedMap<String, String> sent) {
        var upload = upload(id);
        var report = desk.report(upload, cookie.key());
        if (report.isEmpty()) {
            return back(upload);
        }
        var form = PageForm.of(sent);
        var headers = report.get().columns();
        var chosen = ChosenColumns.read(form, headers);
        if (!chosen.twice().isEmpty()) {
            var typed = typed(report.get(), form);
            var errors = chosen.twice().stream()
                    .collect(Collectors.toMap(place -> place, _ -> screens.say().twice()));
            return Response.status(Response.Status.BAD_REQUEST)
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(Templates.file(screens.of(upload, typed, new UploadScreens.Looking("", 0, errors))))
                    .build();
        }
        desk.again(upload, wanted(choices(form, headers.isEmpty() ? List.of() : chosen.columns()), true));
        return back(upload);
    }

    @POST
    @Path("/import")
    @Requires(Permission.PEOPLE_IMPORT)
    @Operation(hidden = true)
    public Response apply(@RestPath long id) {
        var upload = upload(id);
        if (upload.state() == Uploads.State.CHECKED) {
            desk.report(upload, cookie.key()).ifPresent(report -> desk.again(upload, wanted(report.choices(), false)));
        }
        return back(upload);
    }

    /** Anew with what was chosen last, after a run that came to nothing. */
    @POST
    @Path("/retry")
    @Requires(Permission.PEOPLE_IMPORT)
    @Operation(hidden = true)
    public Response retry(@RestPath long id) {
        var upload = upload(id);
        desk.report(upload, cookie.key()).ifPresent(report -> desk.again(upload, wanted(report.choices(), true)));
        return back(upload);
    }

    @POST
    @Path("/discard")
    @Requires(Permission.PEOPLE_IMPORT)
    @Operation(hidden = true)
    public Response discard(@RestPath long id) {
        desk.discard(upload(id));
        return Response.seeOther(URI.create("/o/" + access.slug() + "/imports")).build();
    }

    private Uploads.Upload upload(long id) {
        return desk.find(access.organizationId(), access.actor(), id).orElseThrow(NotFound::new);
    }

    private TemplateInstance shown(Uploads.Upload upload, UploadScreens.Looking looking) {
        return Templates.file(screens.of(upload, report(upload), looking));
    }

    private @Nullable UploadReport report(Uploads.Upload upload) {
        return desk.report(upload, cookie.key()).orElse(null);
    }

    private Response back(Uploads.Upload upload) {
        return Response.seeOther(URI.create(screens.base(upload))).build();
    }

    private UploadDesk.Wanted wanted(UploadReport.Choices choices, boolean dryRun) {
        return new UploadDesk.Wanted(
                cookie.key().orElseThrow(NotFound::new),
                choices,
                new RegisterImport.Order(
                        access.organizationId(), access.actor(), access.zone(), dryRun, choices.complete()),
                page.language().locale());
    }

    private static UploadReport.Choices choices(PageForm form, List<String> columns) {
        return new UploadReport.Choices(
                form.value("complete").equals("true"), form.value("encoding"), form.value("separator"), columns);
    }

    /** The columns as they were chosen, to be shown again. */
    private static UploadReport typed(UploadReport report, PageForm form) {
        var headers = report.columns();
        var typed = IntStream.range(0, headers.size())
                .mapToObj(i -> headers.get(i).usable()
                        ? new UploadReport.Column(headers.get(i).name(), form.value("c" + i), true)
                        : headers.get(i))
                .toList();
        return new UploadReport(choices(form, report.choices().columns()), typed, report.refused(), report.result());
    }
}
