package se.ringstuga.accounts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageContext;
import se.ringstuga.organizations.Organizations;

/** The staff of an organization, for its administrators: invite, reset, change, remove. */
@Path("/o/{slug}/staff")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class StaffPages {

    private static final int LONGEST_NAME = 200;

    /** From then the page asks for it. */
    private static final Duration SOON = Duration.ofDays(60);

    @CheckedTemplate(basePath = "StaffPages")
    static class Templates {
        static native TemplateInstance staff(StaffPage page, Invitation form, Said said);

        static native TemplateInstance link(String base, StaffLinkView link);

        static native TemplateInstance removal(Removal removal);

        private Templates() {}
    }

    private final Access access;
    private final Organizations organizations;
    private final StaffRoles roles;
    private final StaffAdministration administration;
    private final Notices notices;
    private final PageContext page;
    private final Words words;

    StaffPages(
            Access access,
            Organizations organizations,
            StaffRoles roles,
            StaffAdministration administration,
            Notices notices,
            PageContext page,
            Words words) {
        this.access = access;
        this.organizations = organizations;
        this.roles = roles;
        this.administration = administration;
        this.notices = notices;
        this.page = page;
        this.words = words;
    }

    @GET
    @Requires(Permission.STAFF_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance list() {
        return Templates.staff(view(), Invitation.EMPTY, Said.NOTHING);
    }

    @POST
    @Path("/invitations")
    @Transactional
    @Requires(Permission.STAFF_MANAGE)
    @Operation(hidden = true)
    public Response invite(@BeanParam Invitation form) {
        var said = new Said(
                StaffMembers.isAddress(form.email()) ? null : words.say().wrongEmail(),
                form.name().isBlank() || form.name().length() > LONGEST_NAME
                        ? words.say().required()
                        : null,
                null);
        if (!said.equals(Said.NOTHING)) {
            return refused(form, said);
        }
        try {
            return shown(administration.invite(new NewInvitation(form.email(), form.name(), form.role())));
        } catch (InvalidInput known) {
            return refused(form, new Said(words.say().alreadyStaff(), null, null));
        }
    }

    @POST
    @Path("/{id}/reset-links")
    @Transactional
    @Requires(Permission.STAFF_MANAGE)
    @Operation(hidden = true)
    public Response reset(@RestPath long id) {
        try {
            return shown(administration.resetLink(id));
        } catch (StaffConflict elsewhere) {
            return refused(Invitation.EMPTY, new Said(null, null, words.say().notChangeable()));
        }
    }

    @POST
    @Path("/{id}/role")
    @Transactional
    @Requires(Permission.STAFF_MANAGE)
    @Operation(hidden = true)
    public Response changeRole(@RestPath long id, @RestForm @DefaultValue("ORGANIZER") Role role) {
        try {
            administration.changeRole(id, role);
            return back();
        } catch (StaffConflict last) {
            return refused(Invitation.EMPTY, new Said(null, null, words.say().lastAdministrator()));
        }
    }

    @POST
    @Path("/{id}/renewal")
    @Transactional
    @Requires(Permission.STAFF_MANAGE)
    @Operation(hidden = true)
    public Response renew(@RestPath long id) {
        try {
            administration.renew(id);
            return back();
        } catch (StaffConflict own) {
            return refused(Invitation.EMPTY, new Said(null, null, terms().notYourOwn()));
        }
    }

    /** Asked first, with what they have under way (rule 40). */
    @GET
    @Path("/{id}/removal")
    @Transactional
    @Requires(Permission.STAFF_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance askRemoval(@RestPath long id) {
        var held = administration.holdings(id).stream()
                .map(each -> new Held(kind(each.kind()), each.title(), each.organization()))
                .toList();
        var name = roles.of(access.organizationId()).stream()
                .filter(staff -> staff.id() == id)
                .map(StaffView::name)
                .findFirst()
                .orElse("");
        return Templates.removal(new Removal(base(), id, name, held));
    }

    @POST
    @Path("/{id}/removal")
    @Transactional
    @Requires(Permission.STAFF_MANAGE)
    @Operation(hidden = true)
    public Response remove(@RestPath long id) {
        try {
            administration.remove(id);
            return back();
        } catch (StaffConflict last) {
            return refused(Invitation.EMPTY, new Said(null, null, words.say().lastAdministrator()));
        }
    }

    private Response back() {
        return Response.seeOther(URI.create(base())).build();
    }

    private Response shown(StaffLinkView link) {
        return Response.ok(Templates.link(base(), link)).build();
    }

    private Response refused(Invitation form, Said said) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.staff(view(), form, said))
                .build();
    }

    private StaffPage view() {
        var time = page.time(access.zone());
        var lines = roles.of(access.organizationId()).stream()
                .map(staff -> new Line(
                        staff,
                        words.role(staff.role()),
                        staff.lastUsedAt() == null
                                ? words.say().neverUsed()
                                : words.say().lastUsed(time.moment(staff.lastUsedAt())),
                        term(staff),
                        staff.endsAt().isBefore(time.now().plus(SOON))))
                .toList();
        var news = notices.aboutStaff(access.organizationId()).stream()
                .map(told -> new News(told.notice().said(Words.ofNotices(page.language())), time.moment(told.at())))
                .toList();
        return new StaffPage(organizations.view(access.organizationId()).name(), base(), lines, news);
    }

    private String term(StaffView staff) {
        var day = page.time(access.zone()).day(StaffTerm.lastDay(staff.endsAt(), access.zone()));
        return staff.ended() ? terms().ended(day) : terms().until(day);
    }

    private StaffTermMessages terms() {
        return MessageBundles.get(
                StaffTermMessages.class, Localized.Literal.of(page.language().tag()));
    }

    private String kind(StaffHoldings.Kind kind) {
        return switch (kind) {
            case TOKEN -> terms().token();
            case ASSIGNMENT -> terms().assignment();
            case BROADCAST -> terms().broadcast();
            case RECURRING -> terms().recurring();
            case EVENT -> terms().event();
            case AUTOMATION -> terms().automation();
            case WEBHOOK -> terms().webhook();
            case SURVEY -> terms().survey();
        };
    }

    private String base() {
        return "/o/" + access.slug() + "/staff";
    }

    record StaffPage(String organization, String base, List<Line> staff, List<News> news) {}

    record Held(String kind, String title, String organization) {}

    record Removal(String base, long id, String name, List<Held> held) {}

    /**
     * One of the staff.
     *
     * @param term until when
     * @param soon it is time to renew it
     */
    record Line(StaffView staff, String role, String lastUsed, String term, boolean soon) {

        public boolean administrator() {
            return staff.role() == Role.ADMINISTRATOR;
        }
    }

    record News(String text, String at) {}

    /** The form of an invitation. */
    record Invitation(
            @RestForm String email,
            @RestForm String name,
            @RestForm Role role) {

        static final Invitation EMPTY = new Invitation("", "", Role.ORGANIZER);

        Invitation {
            email = Objects.requireNonNullElse(email, "");
            name = Objects.requireNonNullElse(name, "");
            role = Objects.requireNonNullElse(role, Role.ORGANIZER);
        }
    }

    /** What is wrong. */
    record Said(
            @Nullable String wrongEmail,
            @Nullable String wrongName,
            @Nullable String conflict) {

        static final Said NOTHING = new Said(null, null, null);
    }
}
