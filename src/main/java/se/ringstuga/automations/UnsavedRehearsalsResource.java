package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.automations.RehearsalsResource.NewRehearsal;
import se.ringstuga.automations.RehearsalsResource.RehearsalView;
import se.ringstuga.http.Language;

/** A definition that is no automation yet, or no version of one, played on a clock of its own; nothing is stored. */
@Path("/api/organizations/{slug}/automations/rehearsals")
@RunOnVirtualThread
@Tag(name = "Automations")
class UnsavedRehearsalsResource {

    private final Rehearsals rehearsals;
    private final FlowChecks checks;
    private final Access access;

    UnsavedRehearsalsResource(Rehearsals rehearsals, FlowChecks checks, Access access) {
        this.rehearsals = rehearsals;
        this.checks = checks;
        this.access = access;
    }

    /**
     * Of somebody who comes in at a moment.
     *
     * @param definition as it would be saved, with the same checks
     * @param on the day
     * @param at the time of day; noon unless given
     * @param moved whether they moved here from another association instead of joining
     */
    record NewUnsavedRehearsal(
            @Schema(type = SchemaType.OBJECT, description = FlowJson.DESCRIPTION, examples = FlowJson.EXAMPLE) @Nullable
            JsonNode definition,

            @NotNull LocalDate on,
            @Nullable LocalTime at,
            @Nullable Boolean moved) {

        NewRehearsal moment() {
            return new NewRehearsal(on, at, moved);
        }
    }

    @POST
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(summary = "What a definition that is not saved yet would do to somebody who came in on a day")
    public RehearsalView rehearse(
            @NotNull @Valid NewUnsavedRehearsal wanted,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        var flow = checks.read(wanted.definition(), "definition", access.organizationId(), Set.of())
                .flow();
        return new RehearsalView(rehearsals.of(
                wanted.moment().of(Automation.Home.of(access), flow), Language.preferred(null, acceptLanguage)));
    }
}
