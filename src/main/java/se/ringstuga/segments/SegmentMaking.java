package se.ringstuga.segments;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import se.ringstuga.accounts.Actor;

/** Saves filters under a name, inside the caller's transaction. */
@ApplicationScoped
public class SegmentMaking {

    private final Segments segments;
    private final FilterReader filters;
    private final Clock clock;

    SegmentMaking(Segments segments, FilterReader filters, Clock clock) {
        this.segments = segments;
        this.filters = filters;
        this.clock = clock;
    }

    /**
     * Checks and stores it.
     *
     * @throws se.ringstuga.http.InvalidInput naming the place in the tree
     */
    public SegmentView make(long organizationId, NewSegment wanted, Actor by) {
        Segment segment = new Segment();
        segment.organizationId = organizationId;
        segment.createdAt = clock.instant();
        segment.createdBy = by.toString();
        segment.define(wanted.checkedTitle(), wanted.checkedFilter(filters, organizationId), clock.instant());
        segments.add(segment);
        return SegmentView.of(segment);
    }
}
