package se.ringstuga.phonebanks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;

/** The buttons of an evening's pages, the organizer's and the leader's. */
@ApplicationScoped
class RoomActs {

    private static final Duration MORE = Duration.ofMinutes(30);

    private final Rooms rooms;

    RoomActs(Rooms rooms) {
        this.rooms = rooms;
    }

    @Transactional
    void perform(RoomScope scope, long bankId, Act act) {
        switch (act) {
            case OPEN -> rooms.open(scope, bankId);
            case PAUSE -> rooms.pause(scope, bankId);
            case RESUME -> rooms.resume(scope, bankId);
            case EXTEND -> rooms.extend(scope, bankId, MORE);
            case CLOSE -> rooms.close(scope, bankId);
            case UNTELL -> rooms.message(scope, bankId, null);
            case CODE -> rooms.replaceCode(scope, bankId);
            case LINK -> rooms.replaceLink(scope, bankId);
            case WALL -> rooms.replaceWall(scope, bankId);
            case DARK -> rooms.revokeWall(scope, bankId);
        }
    }

    @Transactional
    void tell(RoomScope scope, long bankId, String text) {
        rooms.message(scope, bankId, text);
    }
}
