package se.ringstuga.segments;

import jakarta.enterprise.context.ApplicationScoped;

/** Takes segments away, unless something still asks for their people. */
@ApplicationScoped
class SegmentRemoval {

    private final Segments segments;
    private final SegmentUses uses;

    SegmentRemoval(Segments segments, SegmentUses uses) {
        this.segments = segments;
        this.uses = uses;
    }

    /** @throws SegmentInUse naming where */
    void remove(long organizationId, long id) {
        var segment = segments.own(organizationId, id);
        var found = uses.of(organizationId, id);
        if (!found.isEmpty()) {
            throw new SegmentInUse(found);
        }
        segments.remove(segment);
    }
}
