package se.ringstuga.accounts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Conflict;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageForm;
import se.ringstuga.organizations.ClosedDay;
import se.ringstuga.organizations.ClosedDecisions;
import se.ringstuga.organizations.NewClosedDay;

/** Where an organization decides when it is closed (rule 33). */
@Path("/o/{slug}/closed-days")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ClosedDayPages {

    private static final int LONGEST_NAME = 100;

    @CheckedTemplate(basePath = "ClosedDayPages")
    static class Templates {
        static native TemplateInstance days(ClosedScreen page);

        private Templates() {}
    }

    private final ClosedScreens screens;
    private final ClosedDecisions decisions;
    private final AccessLog accessLog;
    private final Access access;

    ClosedDayPages(ClosedScreens screens, ClosedDecisions decisions, AccessLog accessLog, Access access) {
        this.screens = screens;
        this.decisions = decisions;
        this.accessLog = accessLog;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.ORGANIZATION_READ)
    @Operation(hidden = true)
    public TemplateInstance show() {
        return Templates.days(screens.of(PageForm.EMPTY, null));
    }

    /** Accepts or declines what is proposed, or opens what is closed above. */
    @POST
    @Path("/proposals")
    @Transactional
    @Requires(Permission.ORGANIZATION_WRITE)
    @Operation(hidden = true)
    public Response decide(@RestForm @DefaultValue("") String kind, @RestForm @DefaultValue("false") boolean open) {
        try {
            var chosen = ClosedDay.Kind.valueOf(kind);
            if (chosen.proposed()) {
                decided(decisions.add(
                        access.organizationId(),
                        NewClosedDay.proposed(chosen, open),
                        access.actor().toString()));
            }
            return back();
        } catch (IllegalArgumentException unknown) {
            throw new NotFound();
        }
    }

    @POST
    @Transactional
    @Requires(Permission.ORGANIZATION_WRITE)
    @Operation(hidden = true)
    public Response add(MultivaluedMap<String, String> sent) {
        var form = PageForm.of(sent);
        var faults = new LinkedHashMap<String, String>();
        var wanted = new NewClosedDay(
                form.value("yearly").isEmpty() ? ClosedDay.Kind.DATES : ClosedDay.Kind.YEARLY,
                form.value("name").strip(),
                day(form, "firstOn", faults),
                day(form, "lastOn", faults),
                !form.value("open").isEmpty());
        if (form.value("name").strip().length() > LONGEST_NAME || ControlCharacters.in(form.value("name"))) {
            faults.put("name", screens.say().nameWrong());
        }
        if (!faults.isEmpty()) {
            return refused(form.withErrors(faults), null);
        }
        try {
            decided(decisions.add(
                    access.organizationId(), wanted, access.actor().toString()));
            return back();
        } catch (InvalidInput refusal) {
            refusal.violations().forEach(wrong -> faults.put(wrong.field(), said(wrong.field())));
            return refused(form.withErrors(faults), null);
        } catch (Conflict tooMany) {
            return refused(form, screens.say().tooMany());
        }
    }

    @POST
    @Path("/{id}/removal")
    @Transactional
    @Requires(Permission.ORGANIZATION_WRITE)
    @Operation(hidden = true)
    public Response remove(@RestPath long id) {
        if (!decisions.remove(access.organizationId(), id)) {
            throw new NotFound();
        }
        accessLog.record("closed-day.removed", "closed-day:" + id, List.of());
        return back();
    }

    private void decided(ClosedDay day) {
        accessLog.record("closed-day.decided", day.kind() + " closed-day:" + day.id(), List.of());
    }

    private @Nullable LocalDate day(PageForm form, String field, Map<String, String> faults) {
        try {
            return form.value(field).isBlank()
                    ? null
                    : LocalDate.parse(form.value(field).strip());
        } catch (DateTimeException _) {
            faults.put(field, said(field));
            return null;
        }
    }

    private String said(String field) {
        return switch (field) {
            case "name" -> screens.say().nameWrong();
            case "firstOn" -> screens.say().firstOnWrong();
            default -> screens.say().lastOnWrong();
        };
    }

    private Response back() {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/closed-days"))
                .build();
    }

    private Response refused(PageForm form, @Nullable String why) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.days(screens.of(form, why)))
                .build();
    }
}
