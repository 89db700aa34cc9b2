package se.ringstuga.preferences;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.NotFound;

/** What a person said about being contacted, for staff and tools. */
@Path("/api/organizations/{slug}/people/{personId}/preferences")
@RunOnVirtualThread
@Tag(name = "People")
class PreferencesResource {

    private final Members members;
    private final Preferences preferences;
    private final Access access;
    private final AccessLog accessLog;

    PreferencesResource(Members members, Preferences preferences, Access access, AccessLog accessLog) {
        this.members = members;
        this.preferences = preferences;
        this.access = access;
        this.accessLog = accessLog;
    }

    @GET
    @Transactional
    @Requires(Permission.PEOPLE_READ)
    @Operation(summary = "What a person said about calls, SMS and e-mail, by purpose")
    public PreferencesView get(@PathParam("personId") long personId) {
        var member = member(personId);
        accessLog.record("person.preferences", null, List.of(personId));
        return view(member);
    }

    @PUT
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(summary = "Note what a person said about being contacted; what is not named stays as it is")
    public PreferencesView put(@PathParam("personId") long personId, @NotNull PreferenceChanges changes) {
        var member = member(personId);
        var by = new Preferences.By(
                access.actor().kind().name().toLowerCase(Locale.ROOT),
                access.actor().toString());
        changes.checked().forEach(wanted -> preferences.note(member, wanted, by));
        accessLog.record("person.preferences-changed", null, List.of(personId));
        return view(member);
    }

    private Member member(long personId) {
        return members.seen(personId, access.organizationId(), access.administrator())
                .orElseThrow(NotFound::new);
    }

    private PreferencesView view(Member member) {
        return new PreferencesView(
                member.id(),
                preferences.of(member).stream().map(PreferencesView.Line::of).toList(),
                preferences.suppressed(member).stream().sorted().toList());
    }
}
