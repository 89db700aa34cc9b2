package se.ringstuga.events;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** What a person has to do with events. */
@Path("/api/organizations/{slug}/people/{person}/sign-ups")
@RunOnVirtualThread
@Tag(name = "Events")
class PersonSignUpsResource {

    private final SignUpEditing editing;

    PersonSignUpsResource(SignUpEditing editing) {
        this.editing = editing;
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(summary = "What the person is invited to, signed up for, and came to, the latest first")
    public Page<SignUpView> list(long person, @BeanParam PageRequest page) {
        return editing.ofPerson(person, page);
    }
}
