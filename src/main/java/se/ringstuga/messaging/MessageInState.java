package se.ringstuga.messaging;

import se.ringstuga.http.Conflict;

/** What is asked for does not fit what has become of the message. */
final class MessageInState extends Conflict {

    MessageInState(MessageState state, String detail) {
        super("message-in-state", "The message has come to something else", detail);
        with("state", state);
    }
}
