package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.NotFound;

/**
 * Changes to what nobody has approved. An approval is for exactly the text, people and time that somebody saw: it has to be
 * taken back before anything is changed, and asked for again afterwards (rule 23).
 */
@ApplicationScoped
class DraftEditing {

    private final Sending sending;
    private final Broadcasts broadcasts;
    private final Drafts drafts;
    private final Access access;

    DraftEditing(Sending sending, Broadcasts broadcasts, Drafts drafts, Access access) {
        this.sending = sending;
        this.broadcasts = broadcasts;
        this.drafts = drafts;
        this.access = access;
    }

    /**
     * Changes what is named; the people stay those of the filter that was chosen, also where its segment has changed since.
     *
     * @param ifMatch the tag of the version that was read; null changes whatever is there
     */
    BroadcastView change(long id, BroadcastChanges changes, @Nullable String ifMatch) {
        var current = locked(id);
        EntityVersion.require(ifMatch, current.version());
        requireDraft(current);
        var content = sending.checked(changes.of(current), current.sendAt());
        drafts.change(
                id,
                changes.otherPeople() ? content : content.to(current.segmentId(), current.filter()),
                access.actor().toString());
        return sending.get(id);
    }

    void remove(long id) {
        requireDraft(locked(id));
        drafts.remove(id);
    }

    /**
     * Makes an approved broadcast a draft again, as long as nothing of it was handed to a provider.
     *
     * @throws ApprovalStands afterwards
     */
    BroadcastView takeBack(long id) {
        var current = locked(id);
        if (current.state() == BroadcastView.State.DRAFT) {
            return current;
        }
        if (current.state() == BroadcastView.State.CANCELLED || drafts.begun(id)) {
            throw new ApprovalStands(current);
        }
        drafts.takeBack(id);
        return sending.get(id);
    }

    private BroadcastView locked(long id) {
        return broadcasts.lock(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    private static void requireDraft(BroadcastView broadcast) {
        if (broadcast.state() != BroadcastView.State.DRAFT) {
            throw new BroadcastNotDraft(broadcast);
        }
    }
}
