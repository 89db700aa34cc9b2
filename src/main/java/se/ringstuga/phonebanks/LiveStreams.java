package se.ringstuga.phonebanks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import se.ringstuga.accounts.StandingAccess.Standing;
import se.ringstuga.http.PageContext;

/** Lets a page's stream of events begin, in its reader's language. */
@RequestScoped
class LiveStreams {

    private final LiveRooms rooms;
    private final PageContext page;

    LiveStreams(LiveRooms rooms, PageContext page) {
        this.rooms = rooms;
        this.page = page;
    }

    void lead(long bankId, String base, Standing standing, Stream stream) {
        begin(bankId, new Look(Look.Kind.LEAD, base, page.language()), standing, stream);
    }

    void wall(long bankId, Standing standing, Stream stream) {
        begin(bankId, new Look(Look.Kind.WALL, "", page.language()), standing, stream);
    }

    private void begin(long bankId, Look look, Standing standing, Stream stream) {
        rooms.watch(bankId, new Viewer(stream.sse(), stream.sink(), look, standing));
    }

    /** The request's way back to the browser, which stays open. */
    record Stream(Sse sse, SseEventSink sink) {}
}
