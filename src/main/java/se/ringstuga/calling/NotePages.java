package se.ringstuga.calling;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
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
import se.ringstuga.http.PageContext;

/** A note that a caller left: an organizer rewords it, or takes it away (rule 13). */
@Path("/o/{slug}/call-notes/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class NotePages {

    private static final int LONGEST = 5000;

    @CheckedTemplate(basePath = "NotePages")
    static class Templates {
        static native TemplateInstance note(Screen page);

        private Templates() {}
    }

    /**
     * The page of one note.
     *
     * @param text as it was typed
     * @param read what stood there when it was opened, by its {@link #mark}
     * @param wrong what is wrong with it
     */
    record Screen(
            String slug,
            long id,
            long personId,
            String person,
            String written,
            String text,
            String read,
            @Nullable String wrong) {}

    private final CallNotes notes;
    private final ActorNames names;
    private final CallLogWords words;
    private final Access access;
    private final PageContext page;

    NotePages(CallNotes notes, ActorNames names, CallLogWords words, Access access, PageContext page) {
        this.notes = notes;
        this.names = names;
        this.words = words;
        this.access = access;
        this.page = page;
    }

    @GET
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath long id) {
        var note = notes.find(scope(), edited(id));
        return Templates.note(screen(note, note.text(), null));
    }

    @POST
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response reword(
            @RestPath long id, @RestForm @DefaultValue("") String text, @RestForm @DefaultValue("") String read) {
        var note = notes.find(scope(), edited(id));
        var typed = text.replace("\r\n", "\n").strip();
        if (typed.isEmpty() || typed.length() > LONGEST) {
            return refused(
                    Response.Status.BAD_REQUEST, screen(note, text, words.say().noteWrong(LONGEST)));
        }
        if (!read.equals(mark(note)) || !notes.reword(scope(), note, typed)) {
            return refused(
                    Response.Status.PRECONDITION_FAILED,
                    screen(note, text, words.say().noteChanged(note.text())));
        }
        return person(note);
    }

    /** Tells one wording from the next. */
    private static String mark(WrittenNote note) {
        return note.editedAt() == null ? "0" : note.editedAt().toString();
    }

    private static Response refused(Response.Status status, Screen screen) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.note(screen))
                .build();
    }

    @POST
    @Path("/removal")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    @Consumes(MediaType.WILDCARD)
    public Response remove(@RestPath long id) {
        var note = notes.find(scope(), edited(id));
        notes.remove(scope(), edited(id));
        return person(note);
    }

    private Response person(WrittenNote note) {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/people/" + note.personId()))
                .build();
    }

    private Screen screen(WrittenNote note, String text, @Nullable String wrong) {
        var time = page.time(access.zone());
        return new Screen(
                access.slug(),
                note.id(),
                note.personId(),
                note.personName(),
                words.say()
                        .noteWritten(
                                names.of(List.of(note.writtenBy()))
                                        .getOrDefault(
                                                note.writtenBy(), words.say().aTool()),
                                time.moment(note.writtenAt())),
                text,
                mark(note),
                wrong);
    }

    private CallNotes.Edited edited(long id) {
        return new CallNotes.Edited(id, access.administrator());
    }

    private CallScope scope() {
        return CallScope.of(access.organizationId(), access.actor());
    }
}
