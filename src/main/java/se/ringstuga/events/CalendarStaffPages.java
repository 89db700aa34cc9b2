package se.ringstuga.events;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.events.CalendarScope.Audience;

/** The same calendar for organizers: everything that is published, members' meetings among it. */
@Path("/o/{slug}/events/calendar")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class CalendarStaffPages {

    private final CalendarOwners owners;
    private final CalendarScreens screens;
    private final Access access;

    CalendarStaffPages(CalendarOwners owners, CalendarScreens screens, Access access) {
        this.owners = owners;
        this.screens = screens;
        this.access = access;
    }

    @GET
    @Path("/month/{month}")
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(hidden = true)
    public TemplateInstance month(@RestPath String month, @RestQuery @DefaultValue("false") boolean below) {
        return CalendarPages.Templates.month(screens.month(look(below), CalendarDates.month(month)));
    }

    @GET
    @Path("/year/{year}")
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(hidden = true)
    public TemplateInstance year(@RestPath int year, @RestQuery @DefaultValue("false") boolean below) {
        return CalendarPages.Templates.year(screens.year(look(below), CalendarDates.year(year)));
    }

    private CalendarScreens.Look look(boolean below) {
        return new CalendarScreens.Look(owners.own(access.slug()), below, Audience.ORGANIZERS);
    }
}
