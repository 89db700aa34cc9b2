package se.ringstuga.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event.
 *
 * @param seriesId null for one of its own
 * @param occurrenceOn the day by the series' rule, whatever became of it
 * @param ownChanges differs from its series, which no longer changes it
 * @param contactStaffId whom to ask; null for whoever made it
 * @param contactPhone E.164; shown with the name, as is the address
 * @param startsAtLocal the same as local time of the organization
 * @param publishedAt null for a draft that only organizers see
 * @param movedFrom when it would have begun before it was moved the last time
 * @param attendanceAt when somebody confirmed that the attendance is complete; before that nobody is a no-show
 * @param placesLeft null where there are as many as come
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record EventView(
        long id,
        @Nullable Long seriesId,
        @Nullable LocalDate occurrenceOn,
        boolean ownChanges,
        EventKindView kind,
        String title,
        String text,
        @Nullable String place,
        @Nullable String address,
        @Nullable String onlineLink,
        @Nullable Long contactStaffId,
        @Nullable String contactName,
        @Nullable String contactPhone,
        @Nullable String contactEmail,
        Instant startsAt,
        Instant endsAt,
        LocalDateTime startsAtLocal,
        LocalDateTime endsAtLocal,
        String timeZone,
        EventStatus status,
        @Nullable Integer capacity,
        boolean waitingList,
        @Nullable Instant signUpOpensAt,
        Instant signUpClosesAt,
        Visibility visibility,
        @Nullable Long segmentId,
        List<Need> needs,
        EventCounts counts,
        @Nullable Long placesLeft,
        @Nullable Instant publishedAt,
        @Nullable Instant movedAt,
        @Nullable Instant movedFrom,
        @Nullable Instant cancelledAt,
        @Nullable String cancelledBy,
        @Nullable String cancelledWhy,
        @Nullable Instant attendanceAt,
        @Nullable String attendanceBy,
        String uid,
        int sequence,
        Instant updatedAt,
        Instant createdAt,
        String createdBy,
        int version) {

    static EventView of(EventRow event, EventCounts counts, Instant now) {
        var content = event.content();
        return new EventView(
                event.id(),
                event.seriesId(),
                event.occurrenceOn(),
                event.ownChanges(),
                EventKindView.of(event.kind()),
                content.title(),
                content.text(),
                content.place().name(),
                content.place().address(),
                content.place().onlineLink(),
                content.contact().staff(),
                event.contactName(),
                content.contact().phone(),
                content.contact().email(),
                event.startsAt(),
                event.endsAt(),
                event.startsAt().atZone(event.zone()).toLocalDateTime(),
                event.endsAt().atZone(event.zone()).toLocalDateTime(),
                event.zone().getId(),
                event.status(now),
                content.capacity(),
                content.waitingList(),
                event.times().signUpOpens(),
                event.times().signUpCloses(),
                content.visibility(),
                content.segmentId(),
                content.needs().stream().sorted().toList(),
                counts,
                counts.placesLeft(content.capacity()),
                event.publishedAt(),
                event.movedAt(),
                event.movedFrom(),
                event.cancelledAt(),
                event.cancelledBy(),
                event.cancelledWhy(),
                event.attendanceAt(),
                event.attendanceBy(),
                event.uid(),
                event.sequence(),
                event.changedAt(),
                event.createdAt(),
                event.createdBy(),
                event.version());
    }
}
