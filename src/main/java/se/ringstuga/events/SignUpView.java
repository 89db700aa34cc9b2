package se.ringstuga.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;

/**
 * Somebody's place at an event.
 *
 * @param person null for a guest, who is in no register
 * @param registeredAt also of those who wait
 * @param movedUpAt when a place became free for somebody who waited
 * @param confirmedAt said, when asked, that they still come; counts until the event is moved
 * @param waitingPlace in the line, 1 for whoever is next; null for those who do not wait
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SignUpView(
        long id,
        OfEvent event,
        @Nullable OfPerson person,
        @Nullable OfGuest guest,
        RegistrationStatus status,
        SignUpSource source,
        @Nullable Instant invitedAt,
        @Nullable Instant registeredAt,
        @Nullable Instant movedUpAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant attendedAt,
        List<Need> needs,
        @Nullable String remark,
        @Nullable Integer waitingPlace,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy,
        int version) {

    /** Over {@code u}, {@code e}, its event, and {@code p}, its person. */
    static final String COLUMNS = "u.*, " + RegistrationStatus.SQL + """
             as status, e.title as event_title, e.starts_at, e.organization_id as event_organization,
            trim(concat(p.given_name, ' ', p.family_name)) as person_name,
            case when u.state = 'WAITING' then (
              select count(*) from sign_up w where w.event_id = u.event_id and w.state = 'WAITING'
                and (w.signed_up_at, w.id) <= (u.signed_up_at, u.id)) end as waiting_place""";

    /** To what. */
    record OfEvent(long id, long organizationId, String title, Instant startsAt) {}

    /** Somebody in a register. */
    record OfPerson(long id, String name) {}

    /** Somebody who is in none. */
    record OfGuest(String name, String address) {}

    static SignUpView of(Row row) {
        var person = row.numberOrNull("person_id");
        var place = row.numberOrNull("waiting_place");
        return new SignUpView(
                row.number("id"),
                new OfEvent(
                        row.number("event_id"),
                        row.number("event_organization"),
                        row.text("event_title"),
                        row.instant("starts_at")),
                person == null ? null : new OfPerson(person, row.text("person_name")),
                person == null ? new OfGuest(row.text("guest_name"), row.text("guest_address")) : null,
                RegistrationStatus.valueOf(row.text("status")),
                SignUpSource.valueOf(row.text("source")),
                row.instantOrNull("invited_at"),
                row.instantOrNull("signed_up_at"),
                row.instantOrNull("promoted_at"),
                row.instantOrNull("confirmed_at"),
                row.instantOrNull("cancelled_at"),
                row.instantOrNull("attended_at"),
                row.texts("needs").stream().map(Need::valueOf).sorted().toList(),
                row.textOrNull("remark"),
                place == null ? null : Math.toIntExact(place),
                row.instant("created_at"),
                row.instant("changed_at"),
                row.text("changed_by"),
                row.count("version"));
    }
}
