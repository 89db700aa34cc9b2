package se.ringstuga.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;

/**
 * An event as it stands in a calendar.
 *
 * @param holder the organization that holds it
 * @param kind as the organization calls it
 * @param text Markdown
 * @param contact whom to ask and how, in one line; null for nobody in particular
 * @param open whether everybody may read about it
 * @param signedUp whether whoever reads it has a place, and not only waits for one
 */
record CalendarEvent(
        long id,
        Holder holder,
        Kind kind,
        String title,
        String text,
        EventContent.Place where,
        @Nullable String contact,
        Instant startsAt,
        Instant endsAt,
        Fate fate,
        Stamp stamp,
        boolean open,
        boolean signedUp) {

    /** Who holds it, and in which zone its clocks go. */
    record Holder(long id, String slug, String name, ZoneId zone) {}

    /** @param key of a built-in one; null for what an organization made */
    record Kind(String title, @Nullable String key) {}

    /** What became of it since it was published. */
    record Fate(
            @Nullable Instant movedFrom,
            boolean cancelled,
            @Nullable String cancelledWhy) {}

    /** What calendar programs know it by, and tell its versions apart by. */
    record Stamp(String uid, int sequence, Instant createdAt, Instant changedAt) {}

    static CalendarEvent of(Row row) {
        return new CalendarEvent(
                row.number("id"),
                new Holder(
                        row.number("organization_id"),
                        row.text("slug"),
                        row.text("organization"),
                        ZoneId.of(row.text("time_zone"))),
                new Kind(row.text("kind"), row.textOrNull("kind_key")),
                row.text("title"),
                row.text("text"),
                new EventContent.Place(
                        row.textOrNull("place"), row.textOrNull("address"), row.textOrNull("online_link")),
                new EventContent.Contact(null, row.textOrNull("contact_phone"), row.textOrNull("contact_email"))
                        .line(row.textOrNull("contact_name")),
                row.instant("starts_at"),
                row.instant("ends_at"),
                new Fate(
                        row.instantOrNull("moved_from"),
                        row.instantOrNull("cancelled_at") != null,
                        row.textOrNull("cancelled_why")),
                new Stamp(row.text("uid"), row.count("sequence"), row.instant("created_at"), row.instant("changed_at")),
                row.text("visibility").equals("PUBLIC"),
                row.is("signed_up"));
    }

    /** Each day that it touches, in its own zone; one that ends at midnight does not touch the next. */
    List<LocalDate> days() {
        return firstDay().datesUntil(lastDay().plusDays(1)).toList();
    }

    LocalDate firstDay() {
        return startsAt.atZone(holder.zone()).toLocalDate();
    }

    LocalDate lastDay() {
        return endsAt.minusMillis(1).atZone(holder.zone()).toLocalDate();
    }
}
