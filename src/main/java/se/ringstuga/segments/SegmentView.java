package se.ringstuga.segments;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A saved segment; its filter as it was written. */
public record SegmentView(
        long id,
        String title,

        @JsonRawValue
        @Schema(type = SchemaType.OBJECT, description = FilterJson.DESCRIPTION, examples = FilterJson.EXAMPLE)
        String filter,

        Instant createdAt,
        Instant updatedAt) {

    static SegmentView of(Segment segment) {
        return new SegmentView(segment.id, segment.title, segment.filter, segment.createdAt, segment.updatedAt);
    }
}
