package se.ringstuga.phonebanks;

import se.ringstuga.accounts.Actor;
import se.ringstuga.calling.CallScope;

/** Who leads here: staff and tools in their organization, a named leader in the one evening that is theirs. */
record RoomScope(long organizationId, Actor actor) {

    CallScope calls() {
        return CallScope.of(organizationId, actor);
    }
}
