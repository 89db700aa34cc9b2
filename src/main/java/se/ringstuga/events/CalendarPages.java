package se.ringstuga.events;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.ringstuga.accounts.OpenToAll;
import se.ringstuga.events.CalendarScope.Audience;
import se.ringstuga.http.PageRequest;

/** The calendar of an association as everybody may see it: a list, a month, a year as a wheel. */
@Path("/a/{slug}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class CalendarPages {

    @CheckedTemplate(basePath = "CalendarPages")
    static class Templates {
        static native TemplateInstance list(CalendarScreen.ListPage page);

        static native TemplateInstance month(CalendarScreen.MonthPage page);

        static native TemplateInstance year(CalendarScreen.YearPage page);

        private Templates() {}
    }

    private final CalendarOwners owners;
    private final CalendarScreens screens;

    CalendarPages(CalendarOwners owners, CalendarScreens screens) {
        this.owners = owners;
        this.screens = screens;
    }

    @GET
    @OpenToAll
    @Transactional
    @Operation(hidden = true)
    public TemplateInstance list(
            @RestPath String slug, @RestQuery @DefaultValue("false") boolean below, @BeanParam PageRequest request) {
        return Templates.list(screens.list(look(slug, below), request));
    }

    @GET
    @Path("/month/{month}")
    @OpenToAll
    @Transactional
    @Operation(hidden = true)
    public TemplateInstance month(
            @RestPath String slug, @RestPath String month, @RestQuery @DefaultValue("false") boolean below) {
        return Templates.month(screens.month(look(slug, below), CalendarDates.month(month)));
    }

    @GET
    @Path("/year/{year}")
    @OpenToAll
    @Transactional
    @Operation(hidden = true)
    public TemplateInstance year(
            @RestPath String slug, @RestPath int year, @RestQuery @DefaultValue("false") boolean below) {
        return Templates.year(screens.year(look(slug, below), CalendarDates.year(year)));
    }

    private CalendarScreens.Look look(String slug, boolean below) {
        return new CalendarScreens.Look(owners.open(slug), below, Audience.EVERYBODY);
    }
}
