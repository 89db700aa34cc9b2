package se.ringstuga.phonebanks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One evening that somebody watches on this instance: read once and drawn once a look, however many they are. */
final class LiveRoom {

    private static final long AT_LEAST_NANOS = 400_000_000L;
    private static final long AT_MOST_NANOS = 5_000_000_000L;

    private final long bankId;
    private final Snapshots snapshots;
    private final Boards boards;
    private final List<Viewer> viewers = new CopyOnWriteArrayList<>();
    private final Map<Look, String> drawn = new HashMap<>();
    private @Nullable Evening evening;
    private boolean stale = true;
    private long readAt;

    LiveRoom(long bankId, Snapshots snapshots, Boards boards) {
        this.bankId = bankId;
        this.snapshots = snapshots;
        this.boards = boards;
    }

    List<Viewer> viewers() {
        return viewers;
    }

    /** Something moved. */
    void touch() {
        stale = true;
    }

    /** One look around; false when nobody is left to show anything to. */
    boolean turn() {
        viewers.removeIf(Viewer::gone);
        if (viewers.isEmpty()) {
            return false;
        }
        var current = current();
        if (current == null || current.bank().closedAt() != null) {
            endAll("closed");
            return false;
        }
        viewers.removeIf(LiveRoom::isOut);
        viewers.forEach(
                viewer -> viewer.show(drawn.computeIfAbsent(viewer.look(), look -> boards.html(current, look))));
        return true;
    }

    /** Told so, where it is. */
    private static boolean isOut(Viewer viewer) {
        if (viewer.mayStay()) {
            return false;
        }
        viewer.end("out");
        return true;
    }

    void endAll(String why) {
        viewers.forEach(viewer -> viewer.end(why));
        viewers.clear();
    }

    /** Read anew when something moved, a little later when it moves all the time; minutes pass by themselves. */
    private @Nullable Evening current() {
        var age = System.nanoTime() - readAt;
        if (evening == null || age > AT_MOST_NANOS || (stale && age > AT_LEAST_NANOS)) {
            stale = false;
            readAt = System.nanoTime();
            evening = snapshots.of(bankId).orElse(null);
            drawn.clear();
        }
        return evening;
    }
}
