package se.ringstuga.calling;

import se.ringstuga.http.Problem;

/** Everybody tried was being called or no longer to be called: rare, and gone at the next request. */
final class QueueBusy extends Problem {

    QueueBusy() {
        super(503, "queue-busy", "The list is changing", "Ask again in a moment.");
    }
}
