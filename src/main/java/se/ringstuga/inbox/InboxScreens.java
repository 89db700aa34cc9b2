package se.ringstuga.inbox;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageContext;
import se.ringstuga.messaging.MessageState;
import se.ringstuga.people.PhoneNumber;

/** Puts conversations into words for the reader's pages. */
@RequestScoped
class InboxScreens {

    static final int LONGEST = 1600;

    private final Access access;
    private final PageContext page;

    InboxScreens(Access access, PageContext page) {
        this.access = access;
        this.page = page;
    }

    record Listed(
            String slug,
            boolean open,
            List<Row> rows,
            @Nullable String next) {}

    /** One conversation in the list. */
    record Row(long id, String who, boolean known, String number, String text, String when, int waiting) {}

    /**
     * A conversation's page.
     *
     * @param bubbles the oldest first
     * @param older the cursor of what came before
     * @param read the latest of their texts that is shown, here or on the page that this one was opened from; empty for none
     * @param said what became of the conversation just now: the answer sent or refused, more to read, or nothing
     */
    record Conversation(
            String slug,
            long id,
            String who,
            String number,
            List<ConversationView.Known> people,
            List<Bubble> bubbles,
            @Nullable String older,
            boolean waiting,
            String handled,
            String read,
            String said) {

        /** Something came while the last thing was done here. */
        public boolean more() {
            return waiting && (said.equals("sent") || said.equals("more"));
        }

        public boolean shared() {
            return people.size() > 1;
        }
    }

    /**
     * What of a conversation is looked at.
     *
     * @param cursor of an older part; null for the latest
     * @param read the latest text on the page that an older part was opened from; 0 for none
     */
    record Reading(@Nullable String cursor, long read) {

        static final Reading LATEST = new Reading(null, 0);

        private String upTo(@Nullable Long latest) {
            var seen = cursor == null ? latest : Long.valueOf(read);
            return seen == null ? "" : seen.toString();
        }
    }

    /** One text, theirs or ours. */
    record Bubble(boolean ours, String text, String when, String note) {}

    Listed listed(ConversationViews.State state, Page<ConversationView> views) {
        return new Listed(
                access.slug(),
                state == ConversationViews.State.OPEN,
                views.items().stream().map(this::row).toList(),
                views.next());
    }

    Conversation conversation(ConversationView view, Page<Line> lines, Reading reading, String said) {
        return new Conversation(
                access.slug(),
                view.id(),
                who(view),
                PhoneNumber.shown(view.phone()),
                view.people(),
                lines.items().reversed().stream().map(this::bubble).toList(),
                lines.next(),
                view.waitingSince() != null,
                view.handledAt() == null ? "" : words().handledWhen(moment(view.handledAt())),
                reading.upTo(view.textId()),
                said);
    }

    /** What is wrong with an answer; null for nothing. */
    @Nullable
    String fault(AnswerForm form, ConversationView conversation) {
        if (form.text().isBlank()) {
            return words().empty();
        } else if (form.text().length() > LONGEST) {
            return words().tooLong(LONGEST);
        }
        var chosen = form.personId();
        return conversation.people().size() > 1
                        && (chosen == null || !conversation.personIds().contains(chosen))
                ? words().choose()
                : null;
    }

    private Row row(ConversationView view) {
        return new Row(
                view.id(),
                who(view),
                !view.people().isEmpty(),
                PhoneNumber.shown(view.phone()),
                view.text(),
                moment(view.receivedAt()),
                view.waiting());
    }

    private String who(ConversationView view) {
        return view.people().isEmpty()
                ? words().unknown()
                : view.people().stream().map(ConversationView.Known::name).collect(Collectors.joining(", "));
    }

    private Bubble bubble(Line line) {
        return new Bubble(line.ours(), line.text(), moment(line.at()), line.ours() ? becameOf(line) : meant(line));
    }

    private String meant(Line line) {
        return switch (InboundMessages.Kind.valueOf(line.kind())) {
            case TEXT -> "";
            case STOP -> words().optedOut();
            case START -> words().optedIn();
            case ANSWER -> words().answeredQuestion();
        };
    }

    private String becameOf(Line line) {
        var state = line.state() == null ? "" : state(line.state());
        return line.kind().equals("ANSWER") ? words().automatic() + " · " + state : state;
    }

    private String state(MessageState state) {
        return switch (state) {
            case QUEUED, DISPATCHING -> words().stateWaiting();
            case UNKNOWN, ACCEPTED, SENT -> words().stateSent();
            case DELIVERED -> words().stateDelivered();
            case FAILED -> words().stateFailed();
            case SKIPPED, EXPIRED, CANCELLED -> words().stateSkipped();
        };
    }

    private String moment(Instant at) {
        return page.time(access.zone()).moment(at);
    }

    InboxMessages words() {
        return MessageBundles.get(
                InboxMessages.class, Localized.Literal.of(page.language().tag()));
    }
}
