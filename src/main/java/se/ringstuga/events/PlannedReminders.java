package se.ringstuga.events;

import java.util.List;
import java.util.Set;

/**
 * What stands planned around an event, told by a feature above that plans it, so that whoever moves or cancels the event sees
 * what follows.
 */
public interface PlannedReminders {

    /** How many reminders have not gone out yet. */
    long waiting(long eventId);

    /** Of which of these events those who have signed up would be told of another place. */
    Set<Long> tellingOfPlace(List<Long> events);
}
