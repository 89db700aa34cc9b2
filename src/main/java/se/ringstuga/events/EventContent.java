package se.ringstuga.events;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.people.PhoneNumber;

/**
 * What an event is about and for whom; the same for each of a series.
 *
 * @param text Markdown
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
        Contact contact,
        @Nullable Integer capacity,
        boolean waitingList,
        Visibility visibility,
        @Nullable Long segmentId,
        Set<Need> needs) {

    public EventContent {
        needs = Set.copyOf(needs);
    }

    /**
     * Whom to ask, and how they want to be reached about it.
     *
     * @param staff null for whoever made it
     * @param phone E.164
     */
    public record Contact(
            @Nullable Long staff,
            @Nullable String phone,
            @Nullable String email) {

        /** In one line, with the name of whoever it is; null where there is neither a name nor a way. */
        public @Nullable String line(@Nullable String name) {
            var line = Stream.of(name, phone == null ? null : PhoneNumber.shown(phone), email)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", "));
            return line.isEmpty() ? null : line;
        }
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

        /** Another one that can be told of. An address on the net is one where there is no other. */
        boolean isElsewhereThan(Place before) {
            if (name == null && address == null) {
                return onlineLink != null && !equals(before);
            }
            return !Objects.equals(name, before.name) || !Objects.equals(address, before.address);
        }

        /** As it would be told; empty where it is nowhere in particular. */
        String named() {
            var line = line();
            return line == null ? Objects.requireNonNullElse(onlineLink, "") : line;
        }

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
