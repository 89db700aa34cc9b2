package se.ringstuga.fence;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compares the database with what was written down about it, in it and outside of it. The first look of all writes it down.
 * For one thread at a time.
 */
final class FenceWatch {

    private static final Logger LOG = Logger.getLogger(FenceWatch.class);

    private final FenceRows rows;
    private final Place place;
    private final Optional<Witness> witness;
    private @Nullable Sighting farthest;
    private @Nullable Hold noted;
    private boolean looked;

    FenceWatch(FenceRows rows, Place place, Optional<Witness> witness) {
        this.rows = rows;
        this.place = place;
        this.witness = witness;
    }

    /** Why this database may not act; empty when it may. */
    Optional<Hold> look() {
        var look = rows.look(place);
        if (!looked) {
            farthest = witness.flatMap(Witness::read).orElse(null);
            look = settled(look);
            looked = true;
        }
        var reasons = reasons(look);
        if (reasons.isEmpty()) {
            farthest = look.sighting();
            noted = null;
            return Optional.empty();
        }
        return Optional.of(noted(look, reasons));
    }

    /** Notes for a later copy, and outside of the database, how far it has come. Not while it is on hold. */
    void tick() {
        rows.alive();
        witness.ifPresent(file -> file.write(rows.look(place).sighting()));
    }

    void release(String actor) {
        rows.rewrite(rows.look(place).here(), actor);
    }

    /** The first start of all writes the fence; the first one that is reached at an address adds that. */
    private FenceRows.Look settled(FenceRows.Look look) {
        if (look.fence().isEmpty()) {
            rows.writeFirst(look.here());
            return rows.look(place);
        }
        var url = place.publicUrl();
        if (url != null
                && look.fence().get().bearings().place().publicUrl() == null
                && reasons(look).isEmpty()) {
            rows.adopt(url);
            return rows.look(place);
        }
        return look;
    }

    private Set<HoldReason> reasons(FenceRows.Look look) {
        if (look.fence().isEmpty()) {
            return EnumSet.of(HoldReason.WITHOUT_FENCE);
        }
        var fence = look.fence().get();
        var reasons = EnumSet.noneOf(HoldReason.class);
        reasons.addAll(look.here().differencesFrom(fence.bearings()));
        if (!fence.genuine()) {
            reasons.add(HoldReason.RESTORED);
        }
        var seen = farthest;
        if (look.older() || (seen != null && seen.isAheadOf(look.sighting(), fence.writtenAt()))) {
            reasons.add(HoldReason.OLDER);
        }
        return reasons;
    }

    private Hold noted(FenceRows.Look look, Set<HoldReason> reasons) {
        var before = noted;
        if (before != null && before.reasons().equals(reasons)) {
            return before;
        }
        var hold = rows.note(look.fence().map(Bearings.Fence::writtenBy).orElse(0L), reasons);
        noted = hold;
        LOG.errorf(
                "Nothing is sent: this database was restored, copied or moved (%s) and knows of nothing after %s. It is on hold"
                        + " until an administrator releases it on the page of the queue, or a start with"
                        + " RINGSTUGA_RELEASE_HOLD=%s does.",
                Hold.written(reasons), hold.lastActivity(), hold.code());
        return hold;
    }
}
