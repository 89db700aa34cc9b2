package se.ringstuga.people;

import java.util.List;

/** Memberships ended; whoever observes this takes the people out of queues and pending messages in the same transaction (rule 3). */
public record MembershipsEnded(long organizationId, List<Long> personIds) {

    public MembershipsEnded {
        personIds = List.copyOf(personIds);
    }
}
