package se.ringstuga.phonebanks;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;
import se.ringstuga.organizations.Organizations;

/** The organization's evenings, the newest first. */
@Path("/o/{slug}/ringstugor")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class PhoneBankPages {

    @CheckedTemplate(basePath = "PhoneBankPages")
    static class Templates {
        static native TemplateInstance list(ListPage page);

        private Templates() {}
    }

    private final PhoneBanks banks;
    private final RoomScreens screens;
    private final Organizations organizations;
    private final Access access;
    private final PageContext page;

    PhoneBankPages(
            PhoneBanks banks, RoomScreens screens, Organizations organizations, Access access, PageContext page) {
        this.banks = banks;
        this.screens = screens;
        this.organizations = organizations;
        this.access = access;
        this.page = page;
    }

    @GET
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance list(@BeanParam PageRequest request) {
        var found = banks.list(access.organizationId(), request);
        var base = "/o/" + access.slug() + "/ringstugor";
        return Templates.list(new ListPage(
                access.slug(),
                organizations.view(access.organizationId()).name(),
                base,
                found.items().stream().map(this::line).toList(),
                found.next() == null ? null : base + "?cursor=" + found.next()));
    }

    private Line line(PhoneBank bank) {
        var say = Boards.say(page.language());
        return new Line(
                bank.id(),
                bank.title(),
                Boards.state(bank.state(), say),
                Boards.colour(bank.state()),
                screens.lead(bank, say));
    }

    record ListPage(
            String slug,
            String organization,
            String base,
            List<Line> rooms,
            @Nullable String next) {}

    record Line(long id, String title, String state, String colour, String lead) {}
}
