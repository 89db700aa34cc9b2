package se.ringstuga.segments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.segments.BuilderScreen.Person;

/**
 * Why a person is in a segment, or not.
 *
 * @param search what was typed to find the person
 * @param found who that may be
 * @param person null as long as nobody is chosen
 */
record WhyScreen(
        String slug,
        long id,
        String title,
        String search,
        List<Person> found,
        @Nullable Answer person) {

    public String base() {
        return "/o/" + slug + "/segments/" + id;
    }

    /** @param says the whole answer in a sentence */
    record Answer(Person who, boolean in, String says, List<Line> lines) {}

    /**
     * One condition or group.
     *
     * @param found what is known that decides it; null where nothing is said of it
     */
    record Line(
            int depth, boolean holds, String says, @Nullable String found) {}
}
