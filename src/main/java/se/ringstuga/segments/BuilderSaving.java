package se.ringstuga.segments;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.segments.BuilderScreens.Draft;

/** Saves what was built, unless something is missing or somebody else was quicker. */
@ApplicationScoped
class BuilderSaving {

    private final Segments segments;
    private final SegmentMaking making;
    private final FilterReader filters;
    private final Access access;
    private final Clock clock;

    BuilderSaving(Segments segments, SegmentMaking making, FilterReader filters, Access access, Clock clock) {
        this.segments = segments;
        this.making = making;
        this.filters = filters;
        this.access = access;
        this.clock = clock;
    }

    sealed interface Outcome {
        record Saved(long id) implements Outcome {}

        /** @param titleToo whether the title is missing, or only the filter is unfinished */
        record Faulty(boolean titleToo) implements Outcome {}

        /** Somebody else saved first. */
        record Changed(int version, String title, Filter filter) implements Outcome {}
    }

    Outcome save(Draft draft) {
        var wanted = new NewSegment(draft.title(), DraftJson.write(draft.root()).filter());
        try {
            var id = draft.id();
            return id == null
                    ? new Outcome.Saved(making.make(access.organizationId(), wanted, access.actor())
                            .id())
                    : change(id, draft.version(), wanted);
        } catch (InvalidInput refusal) {
            return new Outcome.Faulty(refusal.violations().stream()
                    .anyMatch(fault -> fault.field().equals("title")));
        }
    }

    private Outcome change(long id, int version, NewSegment wanted) {
        var segment = segments.own(access.organizationId(), id);
        if (segment.version != version) {
            return new Outcome.Changed(segment.version, segment.title, filters.stored(segment.filter));
        }
        var title = wanted.checkedTitle();
        segment.define(title, wanted.checkedFilter(filters, access.organizationId()), clock.instant());
        segments.save();
        return new Outcome.Saved(id);
    }
}
