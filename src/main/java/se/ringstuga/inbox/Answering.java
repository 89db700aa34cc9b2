package se.ringstuga.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.messaging.MessageState;
import se.ringstuga.messaging.MessageView;
import se.ringstuga.messaging.Messages;
import se.ringstuga.messaging.NewMessage;

/** What an organizer does with a conversation: answers it, or has read it and that is enough. */
@ApplicationScoped
class Answering {

    private final Conversations conversations;
    private final SenderOwners owners;
    private final Messages messages;
    private final Access access;
    private final AccessLog accessLog;

    Answering(Conversations conversations, SenderOwners owners, Messages messages, Access access, AccessLog accessLog) {
        this.conversations = conversations;
        this.owners = owners;
        this.messages = messages;
        this.access = access;
        this.accessLog = accessLog;
    }

    /**
     * Puts a message to the person in line, at once and to the number that they wrote from. What the policy refuses stays
     * unanswered: its message says why.
     *
     * @throws NobodyKnown when nobody in the register has the number
     */
    MessageView answer(ConversationView conversation, NewAnswer wanted) {
        var person = person(conversation, wanted.personId());
        conversations.hold(conversation.id());
        var sender = owners.senderOf(access.organizationId(), conversation.id()).orElse(null);
        var id = messages.answer(
                new NewMessage(person, Channel.SMS, Purpose.REQUESTED, wanted.text(), null, sender, null, null),
                conversation.phone());
        accessLog.record("message.sent", "message:" + id, List.of(person));
        var message = messages.find(id).orElseThrow();
        if (message.state() != MessageState.SKIPPED) {
            handle(conversation, wanted.readTo());
        }
        return message;
    }

    /** @param readTo the last of their texts that was read: what came later goes on waiting; null for whatever has come */
    void handle(ConversationView conversation, @Nullable Long readTo) {
        conversations.handle(
                conversation.id(),
                readTo == null ? Long.MAX_VALUE : readTo,
                access.actor().toString());
    }

    private static long person(ConversationView conversation, @Nullable Long wanted) {
        var people = conversation.personIds();
        if (people.isEmpty()) {
            throw new NobodyKnown();
        }
        if (wanted == null && people.size() > 1) {
            throw new InvalidInput("personId", "several people have this number; say whom you answer");
        }
        if (wanted != null && !people.contains(wanted)) {
            throw new InvalidInput("personId", "there is no person " + wanted + " with this number");
        }
        return wanted == null ? people.getFirst() : wanted;
    }
}
