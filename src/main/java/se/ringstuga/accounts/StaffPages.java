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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageContext;
import se.ringstuga.organizations.Organizations;

/** The staff of an organization, for its administrators: invite, reset, renew, change. */
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

        private Templates() {}
    }

    private final Access access;
    private final Organizations organizations;
    private final StaffRoles roles;
    private final StaffAdministration administration;
    private final StaffHoldings holdings;
    private final Notices notices;
    private final PageContext page;
    private final Words words;

    StaffPages(
            Access access,
            Organizations organizations,
            StaffRoles roles,
            StaffAdministration administration,
            StaffHoldings holdings,
            Notices notices,
            PageContext page,
            Words words) {
        this.access = access;
        this.organizations = organizations;
        this.roles = roles;
        this.administration = administration;
        this.holdings = holdings;
        this.notices = notices;
        this.page = page;
        this.words = words;
    }

    @GET
    @Requires(Permission.STAFF_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @Nullable Long handed) {
        var said = handed == null ? Said.NOTHING : new Said(null, null, null, terms().handed(handed));
        return Templates.staff(view(), Invitation.EMPTY, said);
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
                null,
                null);
        if (!said.equals(Said.NOTHING)) {
            return refused(form, said);
        }
        try {
            return shown(administration.invite(new NewInvitation(form.email(), form.name(), form.role())));
        } catch (InvalidInput known) {
            return refused(form, new Said(words.say().alreadyStaff(), null, null, null));
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
            return refused(Invitation.EMPTY, conflict(words.say().notChangeable()));
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
            return refused(Invitation.EMPTY, conflict(words.say().lastAdministrator()));
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
            return refused(Invitation.EMPTY, conflict(terms().notYourOwn()));
        }
    }

    private static Said conflict(String why) {
        return new Said(null, null, why, null);
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
        var leavers = holdings.leftBehind(access.organizationId()).stream()
                .map(leaver -> new Leaver(leaver.id(), leaver.name(), terms().things(leaver.things())))
                .toList();
        return new StaffPage(organizations.view(access.organizationId()).name(), base(), lines, leavers, news);
    }

    private String term(StaffView staff) {
        var day = page.time(access.zone()).day(StaffTerm.lastDay(staff.endsAt(), access.zone()));
        return staff.ended() ? terms().ended(day) : terms().until(day);
    }

    private StaffTermMessages terms() {
        return MessageBundles.get(
                StaffTermMessages.class, Localized.Literal.of(page.language().tag()));
    }

    private String base() {
        return "/o/" + access.slug() + "/staff";
    }

    /**
     * The page.
     *
     * @param leavers whose access is over, and who have left something behind
     */
    record StaffPage(String organization, String base, List<Line> staff, List<Leaver> leavers, List<News> news) {}

    /** Somebody whose access is over, with what nobody has taken over yet. */
    record Leaver(long id, String name, String things) {}

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

    /** What is wrong, or what was just done. */
    record Said(
            @Nullable String wrongEmail,
            @Nullable String wrongName,
            @Nullable String conflict,
            @Nullable String handed) {

        static final Said NOTHING = new Said(null, null, null, null);
    }
}
