package se.ringstuga.segments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a filter finds at the moment.
 *
 * @param count how many in all
 * @param items a page of them by name
 * @param next the cursor of the next page, null on the last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Preview(
        long count, List<SegmentPerson> items, @Nullable String next) {}
