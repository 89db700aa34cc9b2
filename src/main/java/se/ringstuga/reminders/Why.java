package se.ringstuga.reminders;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.ringstuga.messaging.Reason;

/** Why a reminder is not sent, besides what the contact policy says; a plan that does not hold any more says so too. */
enum Why {
    EVENT_CANCELLED,
    EVENT_MOVED,
    /** Has begun. */
    EVENT_OVER,
    NOT_PUBLISHED,
    /** Cancelled, has answered or came meanwhile, or is not in the segment. */
    NO_LONGER_MEANT,
    SWITCHED_OFF,
    /** Its time had passed before it could be sent. */
    TOO_LATE,
    /** Signed up when its time had passed: who has just signed up knows. */
    SIGNED_UP_LATE,
    /** The news of a move says when it begins and where: nothing else needs to be told of that. */
    TOLD_OF_MOVE,
    /** The notice of another event of the series told of this one as well. */
    TOLD_TOGETHER,
    /** After a standstill the latest reminder stands for those before it. */
    SUPERSEDED,
    /** Fell due while the database was out of use: another may have sent it. */
    GAP;

    private static final Set<Why> MAY_COME_BACK =
            EnumSet.of(EVENT_CANCELLED, EVENT_MOVED, NOT_PUBLISHED, NO_LONGER_MEANT, SWITCHED_OFF);

    /** The same as it stands with a message that is taken back. */
    Reason ofMessage() {
        return switch (this) {
            case EVENT_CANCELLED -> Reason.EVENT_CANCELLED;
            case EVENT_MOVED -> Reason.EVENT_MOVED;
            case EVENT_OVER -> Reason.EVENT_OVER;
            case SWITCHED_OFF -> Reason.SWITCHED_OFF;
            case NOT_PUBLISHED,
                    NO_LONGER_MEANT,
                    TOO_LATE,
                    SIGNED_UP_LATE,
                    TOLD_OF_MOVE,
                    TOLD_TOGETHER,
                    SUPERSEDED,
                    GAP -> Reason.NO_LONGER_MEANT;
        };
    }

    /** What is planned again when its reason is gone. */
    static List<String> comingBack() {
        return MAY_COME_BACK.stream().map(Enum::name).toList();
    }
}
