package se.ringstuga.people;

import java.util.List;

/**
 * Nothing is to reach these people any more until an organizer decides (rule 10); whoever observes this takes them out of what
 * they wait in, in the same transaction.
 */
public record PeopleStopped(List<Long> personIds) {

    public PeopleStopped {
        personIds = List.copyOf(personIds);
    }
}
