package se.ringstuga.messaging;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

/** The buttons beside each sender on the page of settings. */
@Path("/o/{slug}/messaging/senders/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SenderPages {

    private final SenderEditing editing;
    private final SettingsScreens screens;
    private final Validator validator;
    private final Access access;

    SenderPages(SenderEditing editing, SettingsScreens screens, Validator validator, Access access) {
        this.editing = editing;
        this.screens = screens;
        this.validator = validator;
        this.access = access;
    }

    @POST
    @Transactional
    @Requires(Permission.MESSAGES_CONFIGURE)
    @Operation(hidden = true)
    public Response pace(@RestPath long id, @RestForm @Nullable String perSecond) {
        var typed = Objects.requireNonNullElse(perSecond, "");
        var changes = rate(typed)
                .map(rate -> new SmsSenderChanges(rate, null))
                .filter(wanted -> validator.validate(wanted).isEmpty());
        if (changes.isEmpty()) {
            return refused(
                    Response.Status.BAD_REQUEST,
                    new SettingsScreens.Wrong(id, screens.say().rateWrong(), typed));
        }
        editing.change(id, changes.get());
        return saved();
    }

    @POST
    @Path("/choice")
    @Transactional
    @Requires(Permission.MESSAGES_CONFIGURE)
    @Operation(hidden = true)
    public Response choose(@RestPath long id) {
        editing.change(id, new SmsSenderChanges(null, true));
        return saved();
    }

    @POST
    @Path("/removal")
    @Transactional
    @Requires(Permission.MESSAGES_CONFIGURE)
    @Operation(hidden = true)
    public Response remove(@RestPath long id) {
        return switch (editing.remove(id)) {
            case SenderEditing.Removal.Done _ -> saved();
            case SenderEditing.Removal.StillUsed used ->
                refused(Response.Status.CONFLICT, new SettingsScreens.Wrong(id, screens.inUse(used.uses()), null));
        };
    }

    private static Optional<BigDecimal> rate(String typed) {
        try {
            return Optional.of(new BigDecimal(typed.strip().replace(',', '.')));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Response saved() {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/messaging?saved=1"))
                .build();
    }

    private Response refused(Response.Status status, SettingsScreens.Wrong wrong) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(SettingsPages.Templates.settings(screens.of(SettingsScreens.Shown.wrong(wrong))))
                .build();
    }
}
