package se.ringstuga.events;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.Row;

/**
 * Somebody's place at one event, as it is stored: the state is the latest fact, the times are what there has been.
 *
 * @param source by what way the state of now, or the one before a check-in, came
 * @param signedUpAt also of those who wait, whose turn is by this and the id
 * @param promotedAt when a place became free for somebody who waited
 * @param confirmedAt said, when asked, that they still come
 * @param stateAtDoor what a check-in by mistake goes back to
 */
public record SignUp(
        long id,
        long organizationId,
        long eventId,
        Attendee who,
        SignUpState state,
        SignUpSource source,
        @Nullable Instant invitedAt,
        @Nullable Instant signedUpAt,
        @Nullable Instant promotedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant attendedAt,
        @Nullable SignUpState stateAtDoor,
        Set<Need> needs,
        @Nullable String remark,
        Instant createdAt,
        Instant changedAt,
        String changedBy,
        int version) {

    /** Null for a guest. */
    public Consents.@Nullable Person person() {
        return switch (who) {
            case Attendee.Known known -> known.person();
            case Attendee.Guest _ -> null;
        };
    }

    static SignUp of(Row row) {
        var atDoor = row.textOrNull("state_at_door");
        return new SignUp(
                row.number("id"),
                row.number("organization_id"),
                row.number("event_id"),
                who(row),
                SignUpState.valueOf(row.text("state")),
                SignUpSource.valueOf(row.text("source")),
                row.instantOrNull("invited_at"),
                row.instantOrNull("signed_up_at"),
                row.instantOrNull("promoted_at"),
                row.instantOrNull("confirmed_at"),
                row.instantOrNull("cancelled_at"),
                row.instantOrNull("attended_at"),
                atDoor == null ? null : SignUpState.valueOf(atDoor),
                row.texts("needs").stream().map(Need::valueOf).collect(Collectors.toUnmodifiableSet()),
                row.textOrNull("remark"),
                row.instant("created_at"),
                row.instant("changed_at"),
                row.text("changed_by"),
                row.count("version"));
    }

    private static Attendee who(Row row) {
        var person = row.numberOrNull("person_id");
        return person == null
                ? new Attendee.Guest(row.text("guest_name"), row.text("guest_address"))
                : new Attendee.Known(new Consents.Person(row.number("person_organization"), person));
    }
}
