package se.ringstuga.events;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Meetings that recur; drafts until the series is published.
 *
 * @param rule of RFC 5545 without DTSTART, {@code FREQ=MONTHLY;BYDAY=2TU}; daily, weekly, monthly or yearly
 * @param exceptMonths 1 to 12, in which there is none
 * @param startsOn the first day that counts
 * @param startsAtLocal the time of day in the organization's zone, {@code 18:00} in summer and in winter
 * @param signUpOpensBefore minutes before each begins; at once when absent
 * @param signUpClosesBefore minutes before each begins; 0 when absent
 */
record NewEventSeries(
        @NotNull Long kindId,
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(max = 20_000) String text,
        @Nullable @Size(max = 200) String place,
        @Nullable @Size(max = 300) String address,

        @Nullable @Size(max = 500) @Pattern(regexp = NewEvent.ONLINE, message = NewEvent.ONLINE_REFUSED)
        String onlineLink,

        @Nullable Long contactStaffId,
        @Nullable @Size(max = 40) String contactPhone,
        @Nullable @Size(max = 254) String contactEmail,
        @NotBlank String rule,
        @Nullable @Size(max = 11) Set<@NotNull @Min(1) @Max(12) Integer> exceptMonths,
        @NotNull LocalDate startsOn,
        @NotNull LocalTime startsAtLocal,
        @NotNull @Min(5) @Max(EventInput.MOST_MINUTES) Integer minutes,
        @Nullable @Min(1) @Max(100_000) Integer capacity,
        @Nullable Boolean waitingList,
        @Nullable @Min(1) @Max(525_600) Integer signUpOpensBefore,
        @Nullable @Min(0) @Max(525_600) Integer signUpClosesBefore,
        @Nullable Visibility visibility,
        @Nullable Long segmentId,
        @Nullable Set<@NotNull Need> needs) {

    ContentInput content() {
        return new ContentInput(
                kindId,
                title,
                text,
                new EventContent.Place(place, address, onlineLink),
                new EventContent.Contact(contactStaffId, contactPhone, contactEmail),
                capacity,
                waitingList,
                visibility,
                segmentId,
                needs);
    }

    SeriesTimes times() {
        return new SeriesTimes(
                startsAtLocal, minutes, signUpOpensBefore, signUpClosesBefore == null ? 0 : signUpClosesBefore);
    }

    /** The same as a stored series would have been written. */
    static NewEventSeries of(SeriesRow series) {
        var content = series.content();
        var times = series.times();
        return new NewEventSeries(
                content.kindId(),
                content.title(),
                content.text(),
                content.place().name(),
                content.place().address(),
                content.place().onlineLink(),
                content.contact().staff(),
                content.contact().phone(),
                content.contact().email(),
                series.rule().text(),
                series.rule().exceptMonths(),
                series.rule().startsOn(),
                times.start(),
                times.minutes(),
                content.capacity(),
                content.waitingList(),
                times.opensBefore(),
                times.closesBefore(),
                content.visibility(),
                content.segmentId(),
                content.needs());
    }
}
