package se.ringstuga.events;

/**
 * What stands planned around an event, told by a feature above that plans it, so that whoever moves or cancels the event sees
 * what follows.
 */
public interface PlannedReminders {

    /** How many reminders have not gone out yet. */
    long waiting(long eventId);
}
