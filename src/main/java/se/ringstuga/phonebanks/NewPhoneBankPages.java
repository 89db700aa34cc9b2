package se.ringstuga.phonebanks;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageContext;

/** Opens an evening, or plans one that opens by itself. */
@Path("/o/{slug}/ringstugor/new")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class NewPhoneBankPages {

    private static final int MINUTE = 60;
    private static final int USUAL_HOURS = 3;
    private static final int MOST_PEOPLE = 100_000;
    private static final int LONGEST_TITLE = 200;

    @CheckedTemplate(basePath = "NewPhoneBankPages")
    static class Templates {
        static native TemplateInstance ask(Form form);

        private Templates() {}
    }

    private final Rooms rooms;
    private final OpenAssignments assignments;
    private final Idempotency idempotency;
    private final Access access;
    private final PageContext page;

    NewPhoneBankPages(
            Rooms rooms, OpenAssignments assignments, Idempotency idempotency, Access access, PageContext page) {
        this.rooms = rooms;
        this.assignments = assignments;
        this.idempotency = idempotency;
        this.access = access;
        this.page = page;
    }

    @GET
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance ask(@RestQuery @DefaultValue("0") long assignment) {
        var time = page.time(access.zone());
        var closes = time.now().plusSeconds(USUAL_HOURS * 60L * MINUTE);
        return Templates.ask(form(new Sent(UUID.randomUUID().toString(), assignment, "", "", "", local(closes)), null));
    }

    /** Pressed twice it is one evening. */
    @POST
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    @Transactional
    public Response create(@BeanParam Sent sent) {
        var say = RoomScreens.say(page.language());
        try {
            var wanted =
                    new NewPhoneBank(sent.assignment(), title(sent), goal(sent), instant(sent.opens()), closes(sent));
            var id = idempotency.pressedOnce(sent.key(), sent, () -> made(wanted), known -> known);
            return Response.seeOther(URI.create(base() + "/" + id)).build();
        } catch (PhoneBankConflict taken) {
            return refused(sent, taken.type().equals("ringstuga-overlaps") ? say.overlaps() : say.assignmentWrong());
        } catch (InvalidInput wrong) {
            return refused(sent, word(wrong, say));
        } catch (DateTimeException unreadable) {
            return refused(sent, say.timeWrong());
        }
    }

    private static String word(InvalidInput wrong, RoomPageMessages say) {
        return switch (wrong.violations().getFirst().field()) {
            case "goal" -> say.goalWrong();
            case "assignmentId" -> say.assignmentWrong();
            case "title" -> say.titleHint();
            default -> say.timeWrong();
        };
    }

    private Idempotency.Created<Long> made(NewPhoneBank wanted) {
        var id = rooms.create(new RoomScope(access.organizationId(), access.actor()), wanted)
                .id();
        return Idempotency.Created.of(id, id);
    }

    private static String title(Sent sent) {
        if (sent.title().strip().length() > LONGEST_TITLE) {
            throw new InvalidInput("title", "must have at most " + LONGEST_TITLE + " characters");
        }
        return sent.title().strip();
    }

    private static @Nullable Integer goal(Sent sent) {
        var typed = sent.goal().strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[1-9]\\d{0,5}") || Integer.parseInt(typed) > MOST_PEOPLE) {
            throw new InvalidInput("goal", "must lie between 1 and " + MOST_PEOPLE);
        }
        return Integer.valueOf(typed);
    }

    private @Nullable Instant instant(String local) {
        return local.isBlank()
                ? null
                : LocalDateTime.parse(local).atZone(access.zone()).toInstant();
    }

    private Instant closes(Sent sent) {
        var closes = instant(sent.closes());
        if (closes == null) {
            throw new InvalidInput("closesAt", "must be given");
        }
        return closes;
    }

    private String local(Instant at) {
        var text = LocalDateTime.ofInstant(at, access.zone()).toString();
        return text.substring(0, "2026-11-24T20:30".length());
    }

    private Response refused(Sent sent, String why) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.ask(form(sent, why)))
                .build();
    }

    private Form form(Sent sent, @Nullable String wrong) {
        return new Form(access.slug(), base(), assignments.of(access.organizationId()), sent, wrong);
    }

    private String base() {
        return "/o/" + access.slug() + "/ringstugor";
    }

    record Form(
            String slug,
            String base,
            List<PhoneBanks.Assignment> assignments,
            Sent sent,
            @Nullable String wrong) {}

    /** As it was typed; what is left out is empty. */
    record Sent(
            @RestForm String key,
            @RestForm long assignment,
            @RestForm String title,
            @RestForm String goal,
            @RestForm String opens,
            @RestForm String closes) {

        Sent {
            key = or(key);
            title = or(title);
            goal = or(goal);
            opens = or(opens);
            closes = or(closes);
        }

        private static String or(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }
}
