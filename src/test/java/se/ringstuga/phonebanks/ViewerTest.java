package se.ringstuga.phonebanks;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.StandingAccess.Standing;
import se.ringstuga.http.Language;

/** A page that watches, and its connection. */
class ViewerTest {

    private static final long SECOND = 1_000_000_000L;

    private final Connection connection = new Connection();
    private long now;
    private final Viewer viewer = new Viewer(
            new SseImpl(),
            connection,
            new Look(Look.Kind.WALL, "", Language.SWEDISH),
            new Standing("session", () -> true),
            () -> now);

    /** What was sent, and whether the other side has taken it. */
    private static final class Connection implements SseEventSink {
        private final List<String> sent = new ArrayList<>();
        private CompletableFuture<Void> taken = new CompletableFuture<>();
        private boolean closed;

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            if (closed) {
                throw new IllegalStateException("Already closed");
            }
            sent.add(event.getName() + " " + event.getData());
            taken = new CompletableFuture<>();
            return taken;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void aSlowPageIsSentTheLatestAndNothingInBetween() {
        viewer.show("one");
        viewer.show("two");
        viewer.show("three");
        connection.taken.complete(null);
        viewer.show("three");

        assertThat(connection.sent).containsExactly("board one", "board three");
    }

    @Test
    void aPageWhereNothingMovesGetsASignOfLife() {
        viewer.show("one");
        connection.taken.complete(null);
        now += 9 * SECOND;
        viewer.show("one");
        assertThat(connection.sent).containsExactly("board one");
        now += 2 * SECOND;
        viewer.show("one");
        assertThat(connection.sent).containsExactly("board one", "beat -");
    }

    @Test
    void aPageThatClosesInTheSameMomentIsNoFault() {
        connection.close();
        viewer.show("one");
        viewer.end("closed");
        assertThat(connection.sent).isEmpty();
        assertThat(viewer.gone()).isTrue();
    }

    @Test
    void aPageThatTakesNothingAnyMoreIsGivenUp() {
        viewer.show("one");
        now += 29 * SECOND;
        assertThat(viewer.gone()).isFalse();
        now += 2 * SECOND;
        assertThat(viewer.gone()).isTrue();
        assertThat(connection.closed).isTrue();
    }
}
