package se.ringstuga.calling;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.http.PageContext;

/** Puts what calls left to decide on a page. */
@ApplicationScoped
class FollowUpScreens {

    private final FollowUps followUps;
    private final ActorNames names;
    private final AssignmentScreens assignments;
    private final AssignmentWords words;
    private final Access access;
    private final AccessLog accessLog;
    private final PageContext page;

    FollowUpScreens(
            FollowUps followUps,
            ActorNames names,
            AssignmentScreens assignments,
            AssignmentWords words,
            Access access,
            AccessLog accessLog,
            PageContext page) {
        this.followUps = followUps;
        this.names = names;
        this.assignments = assignments;
        this.words = words;
        this.access = access;
        this.accessLog = accessLog;
        this.page = page;
    }

    /** @param more whether there are others after these */
    record Screen(AssignmentWords.Head head, List<Item> items, boolean more) {}

    /**
     * Something to decide.
     *
     * @param address of what is done about it; null where the reader may not
     * @param who the person; null where the reader may not know
     * @param what it is, in a word
     * @param said about it by the page
     * @param text what the caller wrote
     * @param taken who sees to it, in words; null while it is anyone's
     * @param mine whether that is the reader
     * @param stops whether the person is stopped everywhere until it is decided
     */
    record Item(
            @Nullable String address,
            @Nullable Long personId,
            @Nullable String who,
            @Nullable String callAddress,
            String what,
            String said,
            String text,
            @Nullable String note,
            String by,
            @Nullable String taken,
            boolean mine,
            boolean stops,
            boolean waits,
            boolean unreported) {}

    FollowUpMessages say() {
        return MessageBundles.get(
                FollowUpMessages.class, Localized.Literal.of(page.language().tag()));
    }

    Screen of(long assignmentId) {
        var head = assignments.head(assignmentId);
        var found = followUps.list(assignments.scope(), assignmentId, access.administrator());
        accessLog.record(
                "call.follow-ups",
                "assignment:" + assignmentId,
                found.stream()
                        .map(FollowUpItem::personId)
                        .filter(Objects::nonNull)
                        .toList());
        var actors = names.of(found.stream()
                .map(FollowUpItem::takenBy)
                .filter(Objects::nonNull)
                .toList());
        return new Screen(
                head, found.stream().map(item -> item(head, item, actors)).toList(), found.size() == FollowUps.MOST);
    }

    private Item item(AssignmentWords.Head head, FollowUpItem item, Map<String, String> actors) {
        var fact = item.personFact();
        var told = item.personName() != null;
        var caller = Objects.requireNonNullElse(item.callerName(), "");
        var when = words.time().moment(item.at());
        return new Item(
                told ? head.base() + "/follow-ups/" + item.kind() + "/" + item.id() : null,
                item.personId(),
                item.personName(),
                item.callId() == null ? null : head.base() + "/call/" + item.callId(),
                what(item),
                said(item),
                item.text(),
                item.note(),
                told ? say().by(caller, when) : when,
                taken(item, actors),
                assignments.scope().actor().toString().equals(item.takenBy()),
                fact != null && fact.stopsEverything(),
                item.kind() == FollowUpItem.Kind.MESSAGE,
                item.kind() == FollowUpItem.Kind.UNREPORTED);
    }

    private String what(FollowUpItem item) {
        var fact = item.personFact();
        if (fact != null) {
            return words.outcomes().of(fact);
        }
        return switch (item.kind()) {
            case MESSAGE -> say().written();
            case UNREPORTED -> say().unreported();
            case CONFLICT -> say().conflict();
        };
    }

    private String said(FollowUpItem item) {
        if (item.personName() == null) {
            return say().untold();
        }
        var fact = item.personFact();
        return switch (item.kind()) {
            case MESSAGE -> fact != null && fact.stopsEverything() ? say().stopped() : "";
            case UNREPORTED -> say().unreportedText(Objects.requireNonNullElse(item.callerName(), ""));
            case CONFLICT -> say().conflictText();
        };
    }

    private @Nullable String taken(FollowUpItem item, Map<String, String> actors) {
        var by = item.takenBy();
        var at = item.takenAt();
        if (by == null || at == null) {
            return null;
        }
        var when = words.time().moment(at);
        return assignments.scope().actor().toString().equals(by)
                ? say().mine(when)
                : say().taken(Objects.requireNonNullElse(actors.get(by), say().somebody()), when);
    }
}
