package se.ringstuga.messaging;

import se.ringstuga.http.Conflict;

/** 409: something still needs the sender; the body says how much of what. */
final class SenderInUse extends Conflict {

    SenderInUse(SenderUses.Counts uses) {
        super(
                "sender-in-use",
                "The sender is still used",
                "%d messages wait, %d drafts and %d monthly texts name it, and %d conversations wait for an answer from it. Let them be sent, or give them another sender first."
                        .formatted(uses.waiting(), uses.drafts(), uses.recurring(), uses.conversations()));
        with("waiting", uses.waiting());
        with("drafts", uses.drafts());
        with("recurring", uses.recurring());
        with("conversations", uses.conversations());
    }
}
