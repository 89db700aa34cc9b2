package se.ringstuga.automations;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.automations.Turnout.State;
import se.ringstuga.http.PageRequest;

/** Who is in an automation and where they stand. */
@Path("/o/{slug}/automations/{id}/people")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class EnrolledPages {

    @CheckedTemplate(basePath = "AutomationPages")
    static class Templates {
        static native TemplateInstance people(PeoplePage page);

        private Templates() {}
    }

    private final AutomationEditing editing;
    private final EnrolledPeople enrolled;
    private final Flows flows;
    private final StepWords steps;
    private final PageWords words;
    private final Access access;

    EnrolledPages(
            AutomationEditing editing,
            EnrolledPeople enrolled,
            Flows flows,
            StepWords steps,
            PageWords words,
            Access access) {
        this.editing = editing;
        this.enrolled = enrolled;
        this.flows = flows;
        this.steps = steps;
        this.words = words;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_READ)
    @Operation(hidden = true)
    public TemplateInstance list(
            @RestPath long id,
            @RestQuery @Nullable State state,
            @RestQuery @Nullable String step,
            @BeanParam PageRequest request) {
        var automation = editing.get(id);
        var found = enrolled.page(id, state, step, request);
        var query = state != null ? "?state=" + state : step != null ? "?step=" + step : "?";
        var courses = found.items().stream()
                .map(EnrolmentView::version)
                .distinct()
                .collect(Collectors.toMap(
                        version -> version, version -> flows.of(id, version).course()));
        return Templates.people(new PeoplePage(
                access.slug(),
                base(id),
                automation.title(),
                access.has(Permission.AUTOMATIONS_MANAGE),
                choices(state, step),
                state == State.FAILED && !found.items().isEmpty() && access.has(Permission.AUTOMATIONS_MANAGE),
                found.items().stream()
                        .map(person -> row(automation, person, courses))
                        .toList(),
                found.next() == null ? null : base(id) + "/people" + query + "&cursor=" + found.next()));
    }

    @POST
    @Path("/{enrolment}/leave")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response leave(@RestPath long id, @RestPath long enrolment) {
        editing.get(id);
        enrolled.leave(id, enrolment);
        return back(id);
    }

    @POST
    @Path("/{enrolment}/again")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response again(@RestPath long id, @RestPath long enrolment) {
        editing.get(id);
        if (enrolled.get(id, enrolment).state() == State.FAILED) {
            enrolled.tryAgain(id, enrolment);
        }
        return back(id);
    }

    @POST
    @Path("/again")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response allAgain(@RestPath long id) {
        enrolled.tryAllAgain(id);
        return back(id);
    }

    private Response back(long id) {
        return Response.seeOther(URI.create(base(id) + "/people")).build();
    }

    private String base(long id) {
        return "/o/" + access.slug() + "/automations/" + id;
    }

    private List<Choice> choices(@Nullable State chosen, @Nullable String step) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", words.say().all(), chosen == null && step == null));
        for (var state : State.values()) {
            choices.add(new Choice("?state=" + state, words.state(state), state == chosen));
        }
        return choices;
    }

    /** @param courses by version, each read once however many are in it */
    private Row row(Automation automation, EnrolmentView person, Map<Integer, Course> courses) {
        var time = words.time(access.zone());
        var due = person.dueAt();
        var living = person.endedAt() == null;
        var may = access.has(Permission.AUTOMATIONS_MANAGE);
        return new Row(
                person.id(),
                person.personId(),
                (person.givenName() + " " + person.familyName()).strip(),
                words.state(person.state()),
                step(person, courses),
                person.version(),
                person.version() == automation.number() ? null : words.editing().version(person.version()),
                words.say().entered(time.moment(person.enteredAt())),
                living && due != null ? words.say().next(time.moment(due)) : null,
                person.reason() == null ? null : steps.reason(person.reason(), words.language()),
                may && (living || person.state() == State.FAILED),
                may && person.state() == State.FAILED);
    }

    private @Nullable String step(EnrolmentView person, Map<Integer, Course> courses) {
        return Optional.ofNullable(person.step())
                .flatMap(key ->
                        Optional.ofNullable(courses.get(person.version())).flatMap(course -> course.step(key)))
                .map(step -> steps.of(access.organizationId(), step, words.language()))
                .orElse(null);
    }

    /**
     * What the page shows.
     *
     * @param mayRetryAll it shows those for whom a step failed, to somebody who may try again
     */
    record PeoplePage(
            String slug,
            String base,
            String title,
            boolean mayLetIn,
            List<Choice> states,
            boolean mayRetryAll,
            List<Row> people,
            @Nullable String next) {}

    /** Whom to show. */
    record Choice(String query, String words, boolean chosen) {}

    /**
     * Somebody in it.
     *
     * @param step where they stand, in words
     * @param version that they go by
     * @param older the same in words where it is not the one that people come into now; null for that one
     * @param reason why they left, or what failed
     */
    record Row(
            long id,
            long personId,
            String name,
            String state,
            @Nullable String step,
            int version,
            @Nullable String older,
            String entered,
            @Nullable String next,
            @Nullable String reason,
            boolean mayLeave,
            boolean mayRetry) {}
}
