package se.ringstuga.events;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.surveys.PlainText;

/** What requests for events and series have in common, as it was sent. */
record ContentInput(
        long kindId,
        String title,
        @Nullable String text,
        EventContent.Place place,
        @Nullable Long contactStaffId,
        @Nullable Integer capacity,
        @Nullable Boolean waitingList,
        @Nullable Visibility visibility,
        @Nullable Long segmentId,
        @Nullable Set<Need> needs) {

    /** With every default filled in. */
    EventContent content() {
        return new EventContent(
                kindId,
                PlainText.clean(title),
                PlainText.clean(text),
                new EventContent.Place(
                        blankless(place.name()), blankless(place.address()), blankless(place.onlineLink())),
                contactStaffId,
                capacity,
                !Boolean.FALSE.equals(waitingList),
                visibility == null ? Visibility.MEMBERS : visibility,
                segmentId,
                needs == null ? Set.of() : needs);
    }

    private static @Nullable String blankless(@Nullable String text) {
        var clean = PlainText.clean(text);
        return clean.isEmpty() ? null : clean;
    }
}
