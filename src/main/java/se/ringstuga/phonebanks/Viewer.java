package se.ringstuga.phonebanks;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import se.ringstuga.accounts.StandingAccess.Standing;

/** A page that watches an evening. Only the thread of {@link LiveRooms} writes to it; a slow one is sent less, not later. */
final class Viewer {

    private static final Logger LOG = Logger.getLogger(Viewer.class);
    private static final long BEAT_NANOS = 10_000_000_000L;
    private static final long CHECK_NANOS = 15_000_000_000L;
    private static final long HUNG_NANOS = 30_000_000_000L;
    private static final int COME_BACK_AFTER_MILLIS = 3000;

    private final Sse sse;
    private final SseEventSink sink;
    private final Look look;
    private final Standing standing;
    private final LongSupplier nanos;
    private String shown = "";
    private long sentAt;
    private long checkedAt;
    private CompletionStage<?> sending = CompletableFuture.completedStage(null);

    Viewer(Sse sse, SseEventSink sink, Look look, Standing standing) {
        this(sse, sink, look, standing, System::nanoTime);
    }

    /** @param nanos a clock that nobody sets */
    Viewer(Sse sse, SseEventSink sink, Look look, Standing standing, LongSupplier nanos) {
        this.sse = sse;
        this.sink = sink;
        this.look = look;
        this.standing = standing;
        this.nanos = nanos;
        this.checkedAt = nanos.getAsLong();
    }

    Look look() {
        return look;
    }

    String session() {
        return standing.session();
    }

    /** Also one that takes nothing any more: its connection is given up, since a phone without power never says that it went. */
    boolean gone() {
        if (isSending() && nanos.getAsLong() - sentAt > HUNG_NANOS) {
            sink.close();
        }
        return sink.isClosed();
    }

    private boolean isSending() {
        return !sending.toCompletableFuture().isDone();
    }

    /** Asked of the database every 15 seconds: whoever may no longer watch is let go. */
    boolean mayStay() {
        if (nanos.getAsLong() - checkedAt < CHECK_NANOS) {
            return true;
        }
        checkedAt = nanos.getAsLong();
        return standing.holds().getAsBoolean();
    }

    /** Sends the board where it is another than the page shows, and a sign of life where nothing moves. */
    void show(String html) {
        if (isSending()) {
            return;
        }
        if (!html.equals(shown)) {
            shown = html;
            send("board", html);
        } else if (nanos.getAsLong() - sentAt > BEAT_NANOS) {
            send("beat", "");
        }
    }

    /** @param why {@code closed}: look at the result; {@code out}: no longer allowed */
    void end(String why) {
        send(why, "").whenComplete((_, _) -> sink.close());
    }

    private CompletionStage<?> send(String name, String data) {
        sentAt = nanos.getAsLong();
        OutboundSseEvent event = sse.newEventBuilder()
                .name(name)
                .reconnectDelay(COME_BACK_AFTER_MILLIS)
                .data(String.class, data.isEmpty() ? "-" : data)
                .build();
        try {
            sending = sink.send(event);
        } catch (IllegalStateException closed) {
            LOG.debug("A page went away while it was sent something", closed);
            sending = CompletableFuture.completedStage(null);
        }
        return sending;
    }
}
