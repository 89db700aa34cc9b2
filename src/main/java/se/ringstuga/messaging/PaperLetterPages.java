package se.ringstuga.messaging;

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
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.contact.Purpose;
import se.ringstuga.http.PageRequest;

/** What is left of a notice to be printed and posted (rule 20). */
@Path("/o/{slug}/broadcasts/{id}/letters")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class PaperLetterPages {

    @CheckedTemplate(basePath = "PaperLetterPages")
    static class Templates {
        static native TemplateInstance letters(Shown page);

        private Templates() {}
    }

    private final Sending sending;
    private final PaperLetters letters;
    private final MessageWords words;
    private final Access access;

    PaperLetterPages(Sending sending, PaperLetters letters, MessageWords words, Access access) {
        this.sending = sending;
        this.letters = letters;
        this.words = words;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public TemplateInstance list(@RestPath long id, @BeanParam PageRequest request) {
        var broadcast = sending.get(id);
        if (broadcast.purpose() != Purpose.NOTICE) {
            throw new NotANotice(broadcast);
        }
        var found = letters.page(id, request);
        var base = "/o/" + access.slug() + "/broadcasts/" + id;
        return Templates.letters(new Shown(
                access.slug(),
                base,
                broadcast.title(),
                found.items().stream()
                        .map(letter -> line(letter, words.why(letter.reason(), broadcast.channel())))
                        .toList(),
                found.next() == null ? null : base + "/letters?cursor=" + found.next()));
    }

    private static Line line(PaperLetters.PaperLetter letter, String why) {
        var town = Stream.of(letter.postalCode(), letter.city())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        var address = Stream.of(letter.street(), town)
                .filter(part -> part != null && !part.isBlank())
                .toList();
        return new Line(letter.personId(), letter.name(), address, letter.restricted(), why);
    }

    /** @param next where the following page is; null on the last */
    record Shown(
            String slug,
            String base,
            String title,
            List<Line> letters,
            @Nullable String next) {}

    /** @param address its lines; none where no address is known */
    record Line(long personId, String name, List<String> address, boolean restricted, String why) {}
}
