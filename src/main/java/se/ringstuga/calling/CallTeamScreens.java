package se.ringstuga.calling;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageContext;

/** Puts an assignment's callers on their page. */
@ApplicationScoped
class CallTeamScreens {

    private final Callers callers;
    private final AssignmentScreens assignments;
    private final AssignmentWords words;
    private final PageContext page;

    CallTeamScreens(Callers callers, AssignmentScreens assignments, AssignmentWords words, PageContext page) {
        this.callers = callers;
        this.assignments = assignments;
        this.words = words;
        this.page = page;
    }

    /**
     * @param key with which the next invitation counts once
     * @param name as it was typed
     * @param wrong what is wrong with it
     */
    record Team(
            AssignmentWords.Head head,
            String key,
            String name,
            @Nullable String wrong,
            List<Member> members) {}

    /**
     * One of them.
     *
     * @param limit which limit stands in the way, in words
     * @param asking other browsers that hold the link
     */
    record Member(
            long id,
            String name,
            String about,
            boolean removed,
            @Nullable String limit,
            List<Asking> asking) {}

    record Asking(long id, String words) {}

    Team team(long assignmentId, String name, @Nullable String wrong) {
        return new Team(
                assignments.head(assignmentId),
                UUID.randomUUID().toString(),
                name,
                wrong,
                callers.list(assignments.scope(), assignmentId).stream()
                        .map(this::member)
                        .toList());
    }

    CallTeamMessages say() {
        return MessageBundles.get(
                CallTeamMessages.class, Localized.Literal.of(page.language().tag()));
    }

    private Member member(CallerView caller) {
        var say = say();
        var time = words.time();
        return new Member(
                caller.id(),
                caller.name(),
                caller.joinedAt() == null && caller.calls() == 0
                        ? say.notJoined()
                        : say.counts(caller.calls(), caller.reached()),
                caller.removedAt() != null,
                limit(caller.limit()),
                caller.joinRequests().stream()
                        .map(request ->
                                new Asking(request.id(), say.asks(caller.name(), time.moment(request.createdAt()))))
                        .toList());
    }

    private @Nullable String limit(@Nullable CallerLimit limit) {
        return switch (limit) {
            case null -> null;
            case CLAIMS_AN_HOUR -> say().limitHour();
            case SKIPS_IN_A_ROW -> say().limitInARow();
            case SKIPS_AN_EVENING -> say().limitEvening();
        };
    }
}
