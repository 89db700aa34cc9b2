package se.ringstuga.segments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a person is in a segment, or not.
 *
 * @param matches whether the person is in it: the filter holds, and no protected identity keeps the person out
 * @param restricted a protected identity; such a person is in no segment, whatever the filter says
 * @param filter the tree with the answer at each place
 */
record Explanation(long personId, boolean matches, boolean restricted, Reason filter) {

    /**
     * One filter's answer.
     *
     * @param path its place in the tree, {@code filter.filters[1]}
     * @param holds whether it is true of the person
     * @param found what is known that decides it: a date, tags, the chosen options; null where nothing is
     * @param filters the answers below it
     */
    record Reason(
            String path,
            String type,
            boolean holds,
            @Nullable String found,
            List<Reason> filters) {}
}
