package se.ringstuga.events;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A meeting or an activity; a draft until it is published.
 *
 * @param text Markdown
 * @param contactStaffId whom to ask; whoever makes it when absent
 * @param contactPhone the number on which they answer about it, as people write it; shown with their name
 * @param contactEmail where they are written to about it
 * @param startsAt an instant; or {@code startsAtLocal}, exactly one of the two
 * @param startsAtLocal the same as local time of the organization, {@code 2027-03-10T18:00}
 * @param endsAt an instant; or {@code endsAtLocal} or {@code minutes}, exactly one of the three
 * @param capacity how many places there are; as many as come when absent
 * @param waitingList whether whoever comes too late may wait for a place; true when absent
 * @param signUpOpensAt at once when absent
 * @param signUpClosesAt when it begins when absent; at the latest when it ends
 * @param visibility MEMBERS when absent
 * @param segmentId who is invited; goes with INVITED
 * @param needs what is asked for at sign-up
 */
record NewEvent(
        @NotNull Long kindId,
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(max = 20_000) String text,
        @Nullable @Size(max = 200) String place,
        @Nullable @Size(max = 300) String address,

        @Nullable @Size(max = 500) @Pattern(regexp = ONLINE, message = ONLINE_REFUSED)
        String onlineLink,

        @Nullable Long contactStaffId,
        @Nullable @Size(max = 40) String contactPhone,
        @Nullable @Size(max = 254) String contactEmail,
        @Nullable Instant startsAt,
        @Nullable LocalDateTime startsAtLocal,
        @Nullable Instant endsAt,
        @Nullable LocalDateTime endsAtLocal,
        @Nullable @Min(5) @Max(EventInput.MOST_MINUTES) Integer minutes,
        @Nullable @Min(1) @Max(100_000) Integer capacity,
        @Nullable Boolean waitingList,
        @Nullable Instant signUpOpensAt,
        @Nullable Instant signUpClosesAt,
        @Nullable Visibility visibility,
        @Nullable Long segmentId,
        @Nullable Set<@NotNull Need> needs) {

    static final String ONLINE = "https://\\S+";
    static final String ONLINE_REFUSED = "must be an address that begins with https://";

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

    /** The same at times that follow its beginning, as far as others are not given. */
    NewEvent at(EventTimes times, boolean endGiven, boolean closesGiven) {
        return new NewEvent(
                kindId,
                title,
                text,
                place,
                address,
                onlineLink,
                contactStaffId,
                contactPhone,
                contactEmail,
                times.startsAt(),
                null,
                endGiven ? endsAt : times.endsAt(),
                endGiven ? endsAtLocal : null,
                endGiven ? minutes : null,
                capacity,
                waitingList,
                signUpOpensAt,
                closesGiven ? signUpClosesAt : times.signUpCloses(),
                visibility,
                segmentId,
                needs);
    }

    /** The same as a stored event would have been written. */
    static NewEvent of(EventRow event) {
        var content = event.content();
        return new NewEvent(
                content.kindId(),
                content.title(),
                content.text(),
                content.place().name(),
                content.place().address(),
                content.place().onlineLink(),
                content.contact().staff(),
                content.contact().phone(),
                content.contact().email(),
                event.startsAt(),
                null,
                event.endsAt(),
                null,
                null,
                content.capacity(),
                content.waitingList(),
                event.times().signUpOpens(),
                event.times().signUpCloses(),
                content.visibility(),
                content.segmentId(),
                content.needs());
    }
}
