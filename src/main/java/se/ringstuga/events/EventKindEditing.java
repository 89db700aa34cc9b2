package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.surveys.DefinedAbove;
import se.ringstuga.surveys.PlainText;

/** What staff and tools do with the list of kinds. Each method is part of the request's transaction. */
@ApplicationScoped
class EventKindEditing {

    private final EventKinds kinds;
    private final Access access;
    private final Clock clock;

    EventKindEditing(EventKinds kinds, Access access, Clock clock) {
        this.kinds = kinds;
        this.access = access;
        this.clock = clock;
    }

    /** The own ones and those of the organizations above. */
    List<EventKind> list(boolean archived) {
        return kinds.list(access.organizationId(), archived);
    }

    EventKind get(long id) {
        return kinds.find(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    EventKind add(String title, boolean ringstuga) {
        return kinds.add(access.organizationId(), title(title, 0), ringstuga, access.actor());
    }

    /** What is to be different; null stays. */
    record Changes(
            @Nullable String title,
            @Nullable Boolean ringstuga,
            @Nullable Boolean archived) {}

    /** One of the organization's own. */
    EventKind change(long id, Changes changes, @Nullable String ifMatch) {
        get(id);
        var current = kinds.lock(access.organizationId(), id).orElseThrow(() -> new DefinedAbove("kind of event"));
        EntityVersion.require(ifMatch, current.version());
        var archived = changes.archived() == null ? current.archivedAt() != null : changes.archived();
        return kinds.change(
                id,
                title(changes.title() == null ? current.title() : changes.title(), id),
                changes.ringstuga() == null ? current.ringstuga() : changes.ringstuga(),
                !archived ? null : current.archivedAt() == null ? clock.instant() : current.archivedAt());
    }

    private String title(String sent, long exceptId) {
        var title = PlainText.clean(sent);
        if (title.isEmpty()) {
            throw new InvalidInput("title", "must not be blank");
        }
        if (kinds.taken(access.organizationId(), title, exceptId)) {
            throw new InvalidInput("title", "is the name of another kind");
        }
        return title;
    }
}
