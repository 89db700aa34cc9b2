package se.ringstuga.automations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** The new-member clock. */
@Path("/api/organizations/{slug}/automations/funnel")
@RunOnVirtualThread
@Tag(name = "Automations")
class FunnelResource {

    private final Funnel funnel;

    FunnelResource(Funnel funnel) {
        this.funnel = funnel;
    }

    /**
     * Whose clock is looked at.
     *
     * @param from the first day of joining; 90 days before the last unless given
     * @param to the last day of joining; today unless given
     */
    record Period(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {

        @Nullable
        LocalDate first() {
            return date("from", from);
        }

        @Nullable
        LocalDate last() {
            return date("to", to);
        }

        private static @Nullable LocalDate date(String name, @Nullable String given) {
            return given == null || given.isBlank()
                    ? null
                    : ThinkableDay.of(given)
                            .orElseThrow(() -> InvalidInput.query(name, "must be a date such as 2027-03-01"));
        }
    }

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_READ)
    @Operation(summary = "From joined to attended: how many new members came how far, with medians in days")
    public Funnel.FunnelView funnel(@BeanParam Period period) {
        return funnel.of(period.first(), period.last());
    }

    @GET
    @Path("/late")
    @Transactional
    @Requires(Permission.AUTOMATIONS_READ)
    @Operation(summary = "New members with whom nobody has spoken after 14 open days, the longest first")
    public Page<Funnel.Late> late(@BeanParam Period period, @BeanParam PageRequest page) {
        return funnel.late(period.first(), period.last(), page);
    }
}
