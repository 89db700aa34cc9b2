package se.ringstuga.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.EntityVersion;

/** What the organization chooses about its messages: times, limits, prices. */
@Path("/api/organizations/{slug}/messaging-settings")
@RunOnVirtualThread
@Tag(name = "Messages")
class MessagingSettingsResource {

    private final MessagingSettings settings;
    private final AccessLog accessLog;
    private final Access access;

    MessagingSettingsResource(MessagingSettings settings, AccessLog accessLog, Access access) {
        this.settings = settings;
        this.accessLog = accessLog;
        this.access = access;
    }

    /**
     * @param own what was chosen here; null follows the others
     * @param inherited what would hold without own choices
     * @param effective what holds; null for a budget means that there is none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record View(MessagingChoices own, MessagingChoices inherited, MessagingChoices effective) {

        static View of(MessagingSettings.Chosen chosen) {
            return new View(chosen.own(), chosen.inherited(), chosen.effective());
        }
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(summary = "Quiet hours, limits, budget and price: chosen here, inherited, and in force")
    public RestResponse<View> get() {
        var chosen = settings.chosen(access.organizationId());
        return EntityVersion.answer(View.of(chosen), chosen.version());
    }

    @PUT
    @Transactional
    @Requires(Permission.MESSAGES_CONFIGURE)
    @Operation(summary = "Choose all of them anew; what is absent or null follows the organization above")
    public RestResponse<View> put(
            @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull MessagingChoices wanted) {
        var before = settings.locked(access.organizationId());
        EntityVersion.require(ifMatch, before.version());
        ChoiceRules.check(wanted);
        settings.write(access.organizationId(), wanted);
        accessLog.record("messaging.configured", ChoiceRules.difference(before.own(), wanted), List.of());
        return get();
    }
}
