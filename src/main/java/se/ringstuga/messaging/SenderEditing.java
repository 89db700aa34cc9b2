package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.http.NotFound;

/** What staff and tools do with their own senders; those of an organization above look as if they could not be found. */
@ApplicationScoped
class SenderEditing {

    private final SmsSenders senders;
    private final SenderUses uses;
    private final Access access;
    private final AccessLog accessLog;

    SenderEditing(SmsSenders senders, SenderUses uses, Access access, AccessLog accessLog) {
        this.senders = senders;
        this.uses = uses;
        this.access = access;
        this.accessLog = accessLog;
    }

    void change(long id, SmsSenderChanges changes) {
        require(id);
        if (changes.perSecond() != null) {
            senders.pace(id, changes.perSecond());
        }
        if (Boolean.TRUE.equals(changes.chosen())) {
            senders.choose(access.organizationId(), id);
        } else if (changes.chosen() != null) {
            senders.chooseNot(id);
        }
        accessLog.record("sender.changed", "sender:" + id, List.of());
    }

    /** What came of putting one away. */
    sealed interface Removal {
        record Done() implements Removal {}

        record StillUsed(SenderUses.Counts uses) implements Removal {}
    }

    /** What history names stays as a name; anything else is gone. */
    Removal remove(long id) {
        require(id);
        var needed = uses.of(id);
        if (!needed.none()) {
            return new Removal.StillUsed(needed);
        }
        if (uses.isHistory(id)) {
            senders.retire(id, access.actor().toString());
        } else {
            senders.delete(id);
        }
        accessLog.record("sender.removed", "sender:" + id, List.of());
        return new Removal.Done();
    }

    private void require(long id) {
        if (!senders.lock(access.organizationId(), id)) {
            throw new NotFound();
        }
    }
}
