package se.ringstuga.calling;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Conflict;

/** Nobody can be handed out now; the body explains why and when to come back. */
public final class QueueEmpty extends Conflict {

    QueueEmpty(QueueReasons reasons, @Nullable Instant nextAt) {
        super("queue-empty", "There is nobody to call right now", reasons.sentence());
        with("reasons", reasons);
        with("nextAt", nextAt == null ? NullNode.getInstance() : nextAt);
    }
}
