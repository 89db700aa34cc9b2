package se.ringstuga.phonebanks;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import se.ringstuga.http.TooManyRequests;
import se.ringstuga.messaging.Loop;
import se.ringstuga.messaging.Loops;

/**
 * Everybody who watches an evening on this instance. One thread hears from the database what moved, on whichever instance
 * ({@code V040}), and sends the boards; where nobody watches it holds no connection.
 */
@ApplicationScoped
class LiveRooms {

    private static final Logger LOG = Logger.getLogger(LiveRooms.class);
    private static final String NEWS = "phone_bank";
    private static final int LISTEN_MILLIS = 200;
    private static final int MOST = 300;
    private static final int MOST_A_SESSION = 6;
    private static final Duration COME_BACK = Duration.ofSeconds(30);

    private final AgroalDataSource dataSource;
    private final Snapshots snapshots;
    private final Boards boards;
    private final Loops loops;
    private final Map<Long, LiveRoom> rooms = new ConcurrentHashMap<>();
    private final Semaphore arrivals = new Semaphore(0);
    private final Loop loop = new Loop("live-rooms", this::round);

    LiveRooms(AgroalDataSource dataSource, Snapshots snapshots, Boards boards, Loops loops) {
        this.dataSource = dataSource;
        this.snapshots = snapshots;
        this.boards = boards;
        this.loops = loops;
    }

    void start(@Observes StartupEvent event) {
        loops.begin(loop);
    }

    void stop(@Observes ShutdownEvent event) {
        loop.end();
        rooms.values().forEach(room -> room.endAll("beat"));
    }

    /** @throws TooManyRequests where this session, or the instance, has as many as it bears */
    synchronized void watch(long bankId, Viewer viewer) {
        if (watching() >= MOST || watching(viewer.session()) >= MOST_A_SESSION) {
            throw new TooManyRequests(COME_BACK);
        }
        rooms.computeIfAbsent(bankId, id -> new LiveRoom(id, snapshots, boards))
                .viewers()
                .add(viewer);
        arrivals.release();
    }

    long watching() {
        return rooms.values().stream().mapToLong(room -> room.viewers().size()).sum();
    }

    private long watching(String session) {
        return rooms.values().stream()
                .flatMap(room -> room.viewers().stream())
                .filter(viewer -> !viewer.gone() && viewer.session().equals(session))
                .count();
    }

    private void round() throws InterruptedException {
        if (!arrivals.tryAcquire(1, TimeUnit.SECONDS)) {
            return;
        }
        arrivals.drainPermits();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("listen " + NEWS);
            try {
                hear(connection.unwrap(PGConnection.class));
            } finally {
                statement.execute("unlisten *");
            }
        } catch (SQLException lost) {
            LOG.debug("The line to the database was lost; whoever watches sees the last figures meanwhile", lost);
            TimeUnit.SECONDS.sleep(1);
        } finally {
            if (!rooms.isEmpty()) {
                arrivals.release();
            }
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        while (loop.isToRun() && !rooms.isEmpty()) {
            loop.turned();
            for (var news : connection.getNotifications(LISTEN_MILLIS)) {
                var room = rooms.get(Long.valueOf(news.getParameter()));
                if (room != null) {
                    room.touch();
                }
            }
            rooms.forEach(this::turn);
        }
    }

    /** An evening that cannot be shown holds up no other: its pages are let go, and come back by and by. */
    private void turn(long bankId, LiveRoom room) {
        var goesOn = false;
        try {
            goesOn = room.turn();
        } catch (RuntimeException failed) {
            LOG.error("An evening could not be shown to those who watch it", failed);
            room.endAll("beat");
        }
        if (!goesOn) {
            leave(bankId, room);
        }
    }

    /** Whoever came while the last one left is not forgotten. */
    private synchronized void leave(long bankId, LiveRoom room) {
        if (room.viewers().isEmpty()) {
            rooms.remove(bankId, room);
        }
    }
}
