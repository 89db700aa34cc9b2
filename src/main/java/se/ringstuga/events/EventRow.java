package se.ringstuga.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;

/**
 * An event as it is stored.
 *
 * @param zone the organization's
 * @param occurrenceOn the day by the series' rule, whatever became of it
 * @param ownChanges differs from its series, which no longer changes it
 * @param contactName whom to ask: the one who was chosen, or whoever of the staff made it or its series
 * @param publishedAt null for a draft that only organizers see
 * @param movedAt the latest time that its hours were changed after publishing
 * @param movedFrom when it would have begun before that
 * @param attendanceAt when somebody confirmed that the attendance is complete
 * @param sequence iCalendar's, one more with each change that calendars must learn of
 */
public record EventRow(
        long id,
        long organizationId,
        ZoneId zone,
        EventKind kind,
        @Nullable Long seriesId,
        @Nullable LocalDate occurrenceOn,
        boolean ownChanges,
        EventContent content,
        EventTimes times,
        @Nullable String contactName,
        @Nullable Instant publishedAt,
        @Nullable String publishedBy,
        @Nullable Instant movedAt,
        @Nullable Instant movedFrom,
        @Nullable Instant cancelledAt,
        @Nullable String cancelledBy,
        @Nullable String cancelledWhy,
        @Nullable Instant attendanceAt,
        @Nullable String attendanceBy,
        int sequence,
        String uid,
        Instant changedAt,
        Instant createdAt,
        String createdBy,
        int version) {

    /** Whom to ask about {@code e}: the chosen one, else whoever of the staff made it, or the series that it was laid out of. */
    public static final String CONTACT = """
            coalesce(e.contact_staff, cast(substring(e.created_by from '^staff:([0-9]{1,18})$') as bigint),
                     (select cast(substring(made.created_by from '^staff:([0-9]{1,18})$') as bigint)
                      from event_series made where made.id = e.series_id))""";

    /** Whether every place at {@code e} is taken; never of one where everybody finds room. */
    public static final String FULL = """
            coalesce(e.capacity <= (select count(*) from sign_up taken where taken.event_id = e.id and taken.state in ('SIGNED_UP', 'ATTENDED')),
                     false)""";

    /** Over {@code e} and {@code k}, its kind, and {@code o}, its organization. */
    static final String COLUMNS = """
            e.*, o.time_zone, k.organization_id as kind_owner, k.title as kind_title, k.key as kind_key, k.ringstuga,
            k.archived_at as kind_archived, k.version as kind_version, s.name as contact_name""";

    static final String FROM = """
            from event e join event_kind k on k.organization_id = e.kind_organization and k.id = e.kind_id
            join organization o on o.id = e.organization_id
            left join staff s on s.id =\s""" + CONTACT;

    public Instant startsAt() {
        return times.startsAt();
    }

    public Instant endsAt() {
        return times.endsAt();
    }

    public EventStatus status(Instant now) {
        return EventStatus.of(this, now);
    }

    /** Published, not cancelled, and its end ahead. */
    public boolean ahead(Instant now) {
        return EventStatus.ahead(publishedAt, cancelledAt, endsAt(), now);
    }

    static EventRow of(Row row) {
        return new EventRow(
                row.number("id"),
                row.number("organization_id"),
                ZoneId.of(row.text("time_zone")),
                kind(row),
                row.numberOrNull("series_id"),
                row.dateOrNull("occurrence_on"),
                row.is("own_changes"),
                ContentRows.content(row),
                new EventTimes(
                        row.instant("starts_at"),
                        row.instant("ends_at"),
                        row.instantOrNull("sign_up_opens"),
                        row.instant("sign_up_closes")),
                row.textOrNull("contact_name"),
                row.instantOrNull("published_at"),
                row.textOrNull("published_by"),
                row.instantOrNull("moved_at"),
                row.instantOrNull("moved_from"),
                row.instantOrNull("cancelled_at"),
                row.textOrNull("cancelled_by"),
                row.textOrNull("cancelled_why"),
                row.instantOrNull("attendance_at"),
                row.textOrNull("attendance_by"),
                row.count("sequence"),
                row.text("uid"),
                row.instant("changed_at"),
                row.instant("created_at"),
                row.text("created_by"),
                row.count("version"));
    }

    /** Over the columns that {@link #COLUMNS} gives the kind. */
    static EventKind kind(Row row) {
        return new EventKind(
                row.number("kind_id"),
                row.number("kind_owner"),
                row.text("kind_title"),
                row.textOrNull("kind_key"),
                row.is("ringstuga"),
                row.instantOrNull("kind_archived"),
                row.count("kind_version"));
    }
}
