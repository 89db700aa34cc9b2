package se.ringstuga.segments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.segments.BuilderScreen.Person;
import se.ringstuga.segments.BuilderScreen.UseLine;

/**
 * A segment's page, or that of people who were found by a filter that nobody has saved.
 *
 * @param id null where it is not saved
 * @param people a page of them; null for those who may not read the register
 * @param next where the following page is; null on the last
 * @param age how old the register is (rule 3)
 * @param made what was made of it and keeps its people whatever becomes of it
 * @param mayChange whether it is the organization's own and the reader may change it
 */
record OneSegmentScreen(
        String slug,
        @Nullable Long id,
        String title,
        String says,
        String counted,
        @Nullable List<Person> people,
        @Nullable String next,
        String age,
        List<UseLine> uses,
        List<UseLine> made,
        boolean mayChange,
        Ways ways) {

    public String base() {
        return "/o/" + slug + "/segments/" + id;
    }

    /** What can be done with the people next; null for what the reader may not. */
    record Ways(
            @Nullable String broadcast,
            @Nullable String call,
            @Nullable String segment) {}
}
