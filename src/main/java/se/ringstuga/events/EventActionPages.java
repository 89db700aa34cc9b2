package se.ringstuga.events;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

/** What is done with an event; what cannot be taken back is asked about first, with the numbers. */
@Path("/o/{slug}/events/{id}/do")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class EventActionPages {

    static final int LONGEST_REASON = 500;

    @CheckedTemplate(basePath = "EventActionPages")
    static class Templates {
        static native TemplateInstance cancellation(Cancelling page);

        private Templates() {}
    }

    /**
     * The question whether to cancel.
     *
     * @param follows what comes of it, in numbers
     * @param toCall whether somebody has to be called
     * @param why as it was typed
     * @param wrong what is wrong with it; null when nothing is
     */
    record Cancelling(
            OneEventScreen.Head head,
            List<String> follows,
            boolean toCall,
            String why,
            @Nullable String wrong) {}

    private final EventEditing editing;
    private final Attendance attendance;
    private final OneEventScreens screens;
    private final EventStaffWords words;
    private final Instance<PlannedReminders> planned;
    private final Access access;

    EventActionPages(
            EventEditing editing,
            Attendance attendance,
            OneEventScreens screens,
            EventStaffWords words,
            @Any Instance<PlannedReminders> planned,
            Access access) {
        this.editing = editing;
        this.attendance = attendance;
        this.screens = screens;
        this.words = words;
        this.planned = planned;
        this.access = access;
    }

    /** Published twice it is published once. */
    @POST
    @Path("/publication")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response publish(@RestPath long id) {
        editing.publish(id);
        return back(id);
    }

    @GET
    @Path("/cancellation")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public TemplateInstance askCancellation(@RestPath long id) {
        return cancelling(id, "", null);
    }

    private TemplateInstance cancelling(long id, String why, @Nullable String wrong) {
        var event = editing.get(id);
        var reminders = planned.stream().mapToLong(each -> each.waiting(id)).sum();
        return Templates.cancellation(new Cancelling(
                screens.head(event),
                words.cancelling(event, reminders),
                event.counts().guestsToCall() > 0,
                why,
                wrong));
    }

    @POST
    @Path("/cancellation")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response cancel(@RestPath long id, @RestForm @DefaultValue("") String why) {
        var reason = why.strip();
        if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(cancelling(id, reason, words.say().cancelWhyLong(LONGEST_REASON)))
                    .build();
        }
        editing.cancel(id, reason.isEmpty() ? null : reason);
        return back(id);
    }

    /** Until somebody says so nobody is absent (rule 29). */
    @POST
    @Path("/attendance")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response attendanceDone(@RestPath long id) {
        attendance.confirm(id);
        return back(id);
    }

    @POST
    @Path("/attendance-again")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response attendanceAgain(@RestPath long id) {
        attendance.takeBack(id);
        return back(id);
    }

    private Response back(long id) {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/events/" + id))
                .build();
    }
}
