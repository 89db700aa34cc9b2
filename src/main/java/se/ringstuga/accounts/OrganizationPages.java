package se.ringstuga.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageForm;
import se.ringstuga.organizations.Organization;
import se.ringstuga.organizations.OrganizationChanges;
import se.ringstuga.organizations.OrganizationView;
import se.ringstuga.organizations.Organizations;

/** What an organization is called, where its clocks are and when it calls; whoever saves second sees what holds now (rule 38). */
@Path("/o/{slug}/settings")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class OrganizationPages {

    private static final int LONGEST_NAME = 200;

    @CheckedTemplate(basePath = "OrganizationPages")
    static class Templates {
        static native TemplateInstance settings(Shown settings);

        private Templates() {}
    }

    private final Organizations organizations;
    private final AccessLog accessLog;
    private final Access access;
    private final PageContext page;

    OrganizationPages(Organizations organizations, AccessLog accessLog, Access access, PageContext page) {
        this.organizations = organizations;
        this.accessLog = accessLog;
        this.access = access;
        this.page = page;
    }

    /**
     * What the page shows.
     *
     * @param theirs what somebody else saved meanwhile; null where nobody did
     */
    record Shown(
            String slug,
            PageForm form,
            boolean saved,
            @Nullable String theirs,
            List<Digest> digests) {}

    record Digest(String value, String words) {}

    @GET
    @Requires(Permission.ORGANIZATION_WRITE)
    @Operation(hidden = true)
    public TemplateInstance show(@RestQuery @Nullable String saved) {
        var stored = organizations.view(access.organizationId());
        return Templates.settings(shown(form(stored), saved != null, null));
    }

    @POST
    @Transactional
    @Requires(Permission.ORGANIZATION_WRITE)
    @Operation(hidden = true)
    public Response save(MultivaluedMap<String, String> sent) {
        var form = PageForm.of(sent);
        var stored = organizations.locked(access.organizationId());
        var faults = new LinkedHashMap<String, String>();
        var changes = changes(form, faults);
        if (faults.isEmpty() && !form.value("version").equals(String.valueOf(stored.version()))) {
            var latest = new LinkedHashMap<>(form.values());
            latest.put("version", List.of(String.valueOf(stored.version())));
            return answer(409, shown(new PageForm(latest, Map.of()), false, inShort(stored)));
        }
        if (faults.isEmpty()) {
            try {
                organizations.change(access.organizationId(), changes);
            } catch (InvalidInput refusal) {
                refusal.violations().forEach(wrong -> faults.put(field(wrong.field()), fault(wrong.field())));
            }
        }
        if (!faults.isEmpty()) {
            QuarkusTransaction.setRollbackOnly();
            return answer(400, shown(form.withErrors(faults), false, null));
        }
        accessLog.record("organization.changed", null, List.of());
        return Response.seeOther(URI.create("/o/" + access.slug() + "/settings?saved=1"))
                .build();
    }

    private OrganizationChanges changes(PageForm form, Map<String, String> faults) {
        var name = form.value("name").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || ControlCharacters.in(name)) {
            faults.put("name", say().nameWrong());
        }
        var from = time(form, "from", faults);
        var to = time(form, "to", faults);
        return new OrganizationChanges(
                name,
                form.value("timeZone").strip(),
                new OrganizationChanges.Hours(from, to, (from == null && to == null) ? true : null),
                form.chose("callUnder16", "true"),
                digest(form.value("digest")),
                form.chose("publicCalendar", "true"));
    }

    private static Organization.@Nullable Digest digest(String typed) {
        for (var digest : Organization.Digest.values()) {
            if (digest.name().equals(typed)) {
                return digest;
            }
        }
        return null;
    }

    private @Nullable LocalTime time(PageForm form, String field, Map<String, String> faults) {
        var typed = form.value(field).strip().replace('.', ':');
        try {
            return typed.isEmpty() ? null : LocalTime.parse(typed);
        } catch (DateTimeParseException _) {
            faults.put(field, say().hoursWrong());
            return null;
        }
    }

    private static String field(String path) {
        return path.startsWith("callingHours") ? "to" : path;
    }

    private String fault(String path) {
        return path.equals("timeZone") ? say().zoneWrong() : say().hoursWrong();
    }

    private static PageForm form(OrganizationView stored) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("version", List.of(String.valueOf(stored.version())));
        values.put("name", List.of(stored.name()));
        values.put("timeZone", List.of(stored.timeZone()));
        values.put("from", List.of(text(stored.callingFrom())));
        values.put("to", List.of(text(stored.callingTo())));
        values.put("callUnder16", List.of(String.valueOf(stored.callUnder16())));
        values.put("digest", List.of(stored.digest().name()));
        values.put("publicCalendar", List.of(String.valueOf(stored.publicCalendar())));
        return new PageForm(values, Map.of());
    }

    private static String text(@Nullable LocalTime time) {
        return time == null ? "" : time.toString();
    }

    private String inShort(OrganizationView stored) {
        var hours =
                stored.callingFrom() == null ? say().hoursInherited() : stored.callingFrom() + "–" + stored.callingTo();
        return String.join(
                ", ",
                stored.name(),
                stored.timeZone(),
                hours,
                words(stored.digest()),
                stored.callUnder16() ? say().youngOn() : say().youngOff(),
                stored.publicCalendar() ? say().calendarOn() : say().calendarOff());
    }

    private Shown shown(PageForm form, boolean saved, @Nullable String theirs) {
        return new Shown(
                access.slug(),
                form,
                saved,
                theirs,
                Arrays.stream(Organization.Digest.values())
                        .map(digest -> new Digest(digest.name(), words(digest)))
                        .toList());
    }

    private String words(Organization.Digest digest) {
        return switch (digest) {
            case OFF -> say().digestOff();
            case DAILY -> say().digestDaily();
            case WEEKLY -> say().digestWeekly();
        };
    }

    private OrganizationMessages say() {
        return MessageBundles.get(
                OrganizationMessages.class, Localized.Literal.of(page.language().tag()));
    }

    private static Response answer(int status, Shown shown) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.settings(shown))
                .build();
    }
}
