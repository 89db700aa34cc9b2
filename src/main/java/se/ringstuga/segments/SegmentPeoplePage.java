package se.ringstuga.segments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of those in a segment.
 *
 * @param next the cursor of the next page, null on the last
 * @param lastCompleteImportAt how old the register is, null when no complete file was ever imported
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SegmentPeoplePage(
        List<SegmentPerson> items,
        @Nullable String next,
        @Nullable Instant lastCompleteImportAt) {}
