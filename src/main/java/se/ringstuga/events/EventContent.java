package se.ringstuga.events;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an event is about and for whom; the same for each of a series.
 *
 * @param text Markdown
 * @param contactStaff whom to ask; null for whoever made it
 * @param capacity how many places there are; null for as many as come
 * @param waitingList whether whoever comes too late may wait for a place
 * @param segmentId who is invited
 * @param needs what is asked for at sign-up
 */
public record EventContent(
        long kindId,
        String title,
        String text,
        Place place,
        @Nullable Long contactStaff,
        @Nullable Integer capacity,
        boolean waitingList,
        Visibility visibility,
        @Nullable Long segmentId,
        Set<Need> needs) {

    public EventContent {
        needs = Set.copyOf(needs);
    }

    /**
     * Where it is; any of them, or none as long as nobody knows.
     *
     * @param name as people say it: "Folkets hus, sal 3"
     * @param onlineLink an https address to take part at
     */
    public record Place(
            @Nullable String name,
            @Nullable String address,
            @Nullable String onlineLink) {

        /** In one line; null where it is nowhere in particular. */
        @Nullable
        String line() {
            var line = Stream.of(name, address)
                    .filter(part -> part != null && !part.isBlank())
                    .collect(Collectors.joining(", "));
            return line.isEmpty() ? null : line;
        }
    }
}
