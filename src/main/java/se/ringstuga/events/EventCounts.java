package se.ringstuga.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;

/**
 * How many stand where with an event.
 *
 * @param registered have a place and have not come yet, or of whom nobody knows whether they came
 * @param guestsToCall have or wait for a place and never showed that the address is theirs: no notice reaches them
 * @param noShow nobody as long as the attendance is not confirmed (rule 29)
 */
record EventCounts(
        long invited,
        long registered,
        long waiting,
        long cancelled,
        long attended,
        long noShow,
        @JsonIgnore long guestsToCall) {

    static final EventCounts NOBODY = new EventCounts(0, 0, 0, 0, 0, 0, 0);

    static final String COLUMNS = """
            count(*) filter (where state = 'INVITED') as invited, count(*) filter (where state = 'SIGNED_UP') as registered,
            count(*) filter (where state = 'WAITING') as waiting, count(*) filter (where state = 'CANCELLED') as cancelled,
            count(*) filter (where state = 'ATTENDED') as attended, count(*) filter (where state = 'ABSENT') as no_show,
            count(*) filter (where person_id is null and guest_confirmed_at is null and state in ('SIGNED_UP', 'WAITING')) as to_call""";

    static EventCounts of(Row row) {
        return new EventCounts(
                row.number("invited"),
                row.number("registered"),
                row.number("waiting"),
                row.number("cancelled"),
                row.number("attended"),
                row.number("no_show"),
                row.number("to_call"));
    }

    /** Null where there are as many as come. */
    @Nullable
    Long placesLeft(@Nullable Integer capacity) {
        return capacity == null ? null : Math.max(0, capacity - registered - attended);
    }
}
