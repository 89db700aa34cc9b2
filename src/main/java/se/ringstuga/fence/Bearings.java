package se.ringstuga.fence;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is.
 *
 * @param systemIdentifier of the cluster, drawn when it was made; null where it may not be asked for
 * @param timeline another one after each recovery to a point in time and each fail-over
 * @param place where the application is
 */
record Bearings(
        long databaseOid,
        @Nullable Long systemIdentifier,
        @Nullable String timeline,
        Place place) {

    /**
     * What is different here. What is not known on one side is not compared, except where an application that was reached at
     * an address, or had its database in a directory, no longer says which.
     */
    Set<HoldReason> differencesFrom(Bearings known) {
        var different = EnumSet.noneOf(HoldReason.class);
        if (databaseOid != known.databaseOid) {
            different.add(HoldReason.OTHER_DATABASE);
        }
        if (differs(known.systemIdentifier, systemIdentifier)) {
            different.add(HoldReason.OTHER_CLUSTER);
        }
        if (differs(known.timeline, timeline)) {
            different.add(HoldReason.OTHER_TIMELINE);
        }
        if (lostOrDiffers(known.place.publicUrl(), place.publicUrl())) {
            different.add(HoldReason.OTHER_ADDRESS);
        }
        if (lostOrDiffers(known.place.dataDirectory(), place.dataDirectory())) {
            different.add(HoldReason.OTHER_DIRECTORY);
        }
        if (differs(known.place.machine(), place.machine())) {
            different.add(HoldReason.OTHER_MACHINE);
        }
        return different;
    }

    private static boolean differs(@Nullable Object known, @Nullable Object here) {
        return known != null && here != null && !known.equals(here);
    }

    private static boolean lostOrDiffers(@Nullable Object known, @Nullable Object here) {
        return known != null && !known.equals(here);
    }

    /**
     * The stored bearings.
     *
     * @param writtenBy the transaction that wrote them
     * @param genuine whether the row still is the one that this transaction wrote
     */
    record Fence(long writtenBy, boolean genuine, Instant writtenAt, Bearings bearings) {}
}
