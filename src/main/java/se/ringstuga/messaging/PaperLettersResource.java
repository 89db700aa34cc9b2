package se.ringstuga.messaging;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.contact.Purpose;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** What is left of a notice to be posted. */
@Path("/api/organizations/{slug}/broadcasts/{id}/letters")
@RunOnVirtualThread
@Tag(name = "Messages")
class PaperLettersResource {

    private final Sending sending;
    private final PaperLetters letters;

    PaperLettersResource(Sending sending, PaperLetters letters) {
        this.sending = sending;
        this.letters = letters;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(summary = "Whom a notice reached neither by SMS nor by e-mail, with the addresses for letters")
    public Page<PaperLetters.PaperLetter> list(long id, @BeanParam PageRequest page) {
        var broadcast = sending.get(id);
        if (broadcast.purpose() != Purpose.NOTICE) {
            throw new NotANotice(broadcast);
        }
        return letters.page(id, page);
    }
}
