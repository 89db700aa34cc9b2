package se.ringstuga.phonebanks;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import se.ringstuga.accounts.StandingAccess.Standing;

/** A page that watches an evening. Only the thread of {@link LiveRooms} writes to it; a slow one is sent less, not later. */
final class Viewer {

    private static final long BEAT_NANOS = 10_000_000_000L;
    private static final long CHECK_NANOS = 15_000_000_000L;
    private static final int COME_BACK_AFTER_MILLIS = 3000;

    private final Sse sse;
    private final SseEventSink sink;
    private final Look look;
    private final Standing standing;
    private String shown = "";
    private long sentAt;
    private long checkedAt = System.nanoTime();
    private CompletionStage<?> sending = CompletableFuture.completedStage(null);

    Viewer(Sse sse, SseEventSink sink, Look look, Standing standing) {
        this.sse = sse;
        this.sink = sink;
        this.look = look;
        this.standing = standing;
    }

    Look look() {
        return look;
    }

    String session() {
        return standing.session();
    }

    boolean gone() {
        return sink.isClosed();
    }

    /** Asked of the database every 15 seconds: whoever may no longer watch is let go. */
    boolean mayStay() {
        if (System.nanoTime() - checkedAt < CHECK_NANOS) {
            return true;
        }
        checkedAt = System.nanoTime();
        return standing.holds().getAsBoolean();
    }

    /** Sends the board where it is another than the page shows, and a sign of life where nothing moves. */
    void show(String html) {
        if (!sending.toCompletableFuture().isDone()) {
            return;
        }
        if (!html.equals(shown)) {
            shown = html;
            send("board", html);
        } else if (System.nanoTime() - sentAt > BEAT_NANOS) {
            send("beat", "");
        }
    }

    /** @param why {@code closed}: look at the result; {@code out}: no longer allowed */
    void end(String why) {
        send(why, "").whenComplete((_, _) -> sink.close());
    }

    private CompletionStage<?> send(String name, String data) {
        sentAt = System.nanoTime();
        OutboundSseEvent event = sse.newEventBuilder()
                .name(name)
                .reconnectDelay(COME_BACK_AFTER_MILLIS)
                .data(String.class, data.isEmpty() ? "-" : data)
                .build();
        sending = sink.send(event);
        return sending;
    }
}
