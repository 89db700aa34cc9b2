package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import se.ringstuga.segments.Condition;
import se.ringstuga.segments.FilterReader;
import se.ringstuga.segments.Scope;
import se.ringstuga.segments.SegmentSql;
import se.ringstuga.segments.UsableSegments;

/** The people of a segment as it is at this moment, for an event. */
@ApplicationScoped
class InvitedPeople {

    private final UsableSegments segments;
    private final FilterReader filters;
    private final Clock clock;

    InvitedPeople(UsableSegments segments, FilterReader filters, Clock clock) {
        this.segments = segments;
        this.filters = filters;
        this.clock = clock;
    }

    /** Those of the event's own segment; empty where everybody may come, or the segment is gone. */
    Optional<Condition> of(EventRow event) {
        var segment = event.content().segmentId();
        return segment == null || event.content().visibility() != Visibility.INVITED
                ? Optional.empty()
                : of(event, segment);
    }

    /** Those of a segment that the event's organization may use; empty when there is none such. */
    Optional<Condition> of(EventRow event, long segmentId) {
        var scope = new Scope(event.organizationId(), clock.instant(), event.zone());
        return segments.filter(event.organizationId(), segmentId)
                .map(filters::stored)
                .map(filter -> SegmentSql.base("base_", scope).and(SegmentSql.condition(filter, "segment_", scope)));
    }
}
