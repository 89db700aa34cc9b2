package se.ringstuga.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Meetings that recur. Its events are those of {@code GET /events?seriesId=}.
 *
 * @param startsAtLocal the time of day in the organization's zone
 * @param laidOutUntil its events are there up to this day
 * @param publishedAt null as long as its events are drafts
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record EventSeriesView(
        long id,
        EventKindView kind,
        String title,
        String text,
        @Nullable String place,
        @Nullable String address,
        @Nullable String onlineLink,
        @Nullable Long contactStaffId,
        @Nullable String contactPhone,
        @Nullable String contactEmail,
        String rule,
        List<Integer> exceptMonths,
        LocalDate startsOn,
        LocalTime startsAtLocal,
        int minutes,
        String timeZone,
        @Nullable Integer capacity,
        boolean waitingList,
        @Nullable Integer signUpOpensBefore,
        int signUpClosesBefore,
        Visibility visibility,
        @Nullable Long segmentId,
        List<Need> needs,
        @Nullable LocalDate laidOutUntil,
        @Nullable Instant publishedAt,
        @Nullable Instant endedAt,
        Instant createdAt,
        String createdBy,
        int version) {

    /**
     * One day of a series that may not be there yet.
     *
     * @param startsAtLocal other than the series says on the night when the clock leaves that time out
     */
    record Day(LocalDate on, Instant startsAt, Instant endsAt, LocalDateTime startsAtLocal) {}

    static EventSeriesView of(SeriesRow series) {
        var content = series.content();
        return new EventSeriesView(
                series.id(),
                EventKindView.of(series.kind()),
                content.title(),
                content.text(),
                content.place().name(),
                content.place().address(),
                content.place().onlineLink(),
                content.contact().staff(),
                content.contact().phone(),
                content.contact().email(),
                series.rule().text(),
                series.rule().exceptMonths().stream().sorted().toList(),
                series.rule().startsOn(),
                series.times().start(),
                series.times().minutes(),
                series.zone().getId(),
                content.capacity(),
                content.waitingList(),
                series.times().opensBefore(),
                series.times().closesBefore(),
                content.visibility(),
                content.segmentId(),
                content.needs().stream().sorted().toList(),
                series.laidOutUntil(),
                series.publishedAt(),
                series.endedAt(),
                series.createdAt(),
                series.createdBy(),
                series.version());
    }
}
