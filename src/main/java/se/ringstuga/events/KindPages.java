package se.ringstuga.events;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
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
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageForm;

/** The association's own list of what it does: added to, renamed, and put aside. */
@Path("/o/{slug}/events/kinds")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class KindPages {

    private static final int LONGEST_TITLE = 100;
    private static final String TITLE = "title";
    private static final String VERSION = "version";

    @CheckedTemplate(basePath = "KindPages")
    static class Templates {
        static native TemplateInstance kinds(Shown page);

        static native TemplateInstance kind(Edited page);

        private Templates() {}
    }

    record Shown(String slug, String base, List<Line> kinds, PageForm form, boolean mayWrite) {}

    /** @param own false for one of an organization above, which is changed there */
    record Line(long id, String title, boolean ringstuga, boolean retired, boolean own) {}

    record Edited(
            String slug,
            String base,
            Line kind,
            PageForm form,
            @Nullable String notice) {}

    private final EventKindEditing editing;
    private final PageContext page;
    private final Access access;

    KindPages(EventKindEditing editing, PageContext page, Access access) {
        this.editing = editing;
        this.page = page;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(hidden = true)
    public TemplateInstance list() {
        return list(PageForm.EMPTY);
    }

    private TemplateInstance list(PageForm form) {
        return Templates.kinds(new Shown(
                access.slug(),
                base(),
                editing.list(true).stream().map(this::line).toList(),
                form,
                access.has(Permission.EVENTS_WRITE)));
    }

    private Line line(EventKind kind) {
        var words = MessageBundles.get(
                EventKindMessages.class, Localized.Literal.of(page.language().tag()));
        return new Line(
                kind.id(),
                kind.named(words),
                kind.ringstuga(),
                kind.archivedAt() != null,
                kind.organizationId() == access.organizationId());
    }

    @POST
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response add(MultivaluedMap<String, String> sent) {
        var form = PageForm.of(sent);
        try {
            editing.add(title(form), form.chose("ringstuga", true));
            return back();
        } catch (InvalidInput wrong) {
            return refused(list(form.withErrors(errors(form))));
        }
    }

    @GET
    @Path("/{kind}/edit")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public TemplateInstance edit(@RestPath long kind) {
        var found = own(kind);
        return edited(found, form(found), null);
    }

    private static PageForm form(EventKind kind) {
        return new PageForm(
                Map.of(
                        TITLE,
                        List.of(kind.title()),
                        "ringstuga",
                        List.of(Boolean.toString(kind.ringstuga())),
                        VERSION,
                        List.of(Integer.toString(kind.version()))),
                Map.of());
    }

    @POST
    @Path("/{kind}/edit")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response save(@RestPath long kind, MultivaluedMap<String, String> sent) {
        var found = own(kind);
        var form = PageForm.of(sent);
        try {
            var changes = new EventKindEditing.Changes(title(form), form.chose("ringstuga", true), null);
            editing.change(kind, changes, EntityVersion.tag(EventFormPages.version(form)));
            return back();
        } catch (EntityVersion.ChangedSince meanwhile) {
            return Response.status(412)
                    .entity(edited(
                            found, EventFormPages.fresh(form, found.version()), say().changedSince(found.title())))
                    .build();
        } catch (InvalidInput wrong) {
            return refused(edited(found, form.withErrors(errors(form)), null));
        }
    }

    /** Not offered any more, or offered again; events of it stay. */
    @POST
    @Path("/{kind}/do/{what}")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response act(@RestPath long kind, @RestPath String what) {
        own(kind);
        var archived = switch (what) {
            case "retire" -> true;
            case "restore" -> false;
            default -> throw new NotFound();
        };
        try {
            editing.change(kind, new EventKindEditing.Changes(null, null, archived), null);
            return back();
        } catch (InvalidInput taken) {
            var found = own(kind);
            return refused(edited(found, form(found).withErrors(Map.of(TITLE, say().taken())), null));
        }
    }

    private EventKind own(long id) {
        var kind = editing.get(id);
        if (kind.organizationId() != access.organizationId()) {
            throw new NotFound();
        }
        return kind;
    }

    private static String title(PageForm form) {
        var title = form.value(TITLE).strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new InvalidInput(TITLE, "must have 1 to " + LONGEST_TITLE + " characters");
        }
        return title;
    }

    private Map<String, String> errors(PageForm form) {
        var typed = form.value(TITLE).strip();
        if (typed.isEmpty()) {
            return Map.of(TITLE, say().missing());
        }
        return Map.of(TITLE, typed.length() > LONGEST_TITLE ? say().tooLong() : say().taken());
    }

    private KindMessages say() {
        return MessageBundles.get(
                KindMessages.class, Localized.Literal.of(page.language().tag()));
    }

    private TemplateInstance edited(EventKind kind, PageForm form, @Nullable String notice) {
        return Templates.kind(new Edited(access.slug(), base(), line(kind), form, notice));
    }

    private static Response refused(TemplateInstance page) {
        return Response.status(Response.Status.BAD_REQUEST).entity(page).build();
    }

    private Response back() {
        return Response.seeOther(URI.create(base())).build();
    }

    private String base() {
        return "/o/" + access.slug() + "/events/kinds";
    }
}
