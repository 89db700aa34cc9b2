package se.ringstuga.calling;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.http.Language;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.SpokenTime;

/** What the pages about an assignment say of it, in the reader's language. */
@ApplicationScoped
class AssignmentWords {

    private final Access access;
    private final PageContext page;

    AssignmentWords(Access access, PageContext page) {
        this.access = access;
        this.page = page;
    }

    /**
     * What every page about one assignment begins with.
     *
     * @param manage whether the reader may change anything
     * @param waiting how many wait for the organizer
     */
    record Head(
            long id,
            String slug,
            String base,
            String title,
            String state,
            String colour,
            String lead,
            boolean manage,
            boolean paused,
            boolean over,
            long waiting) {}

    Head head(AssignmentView assignment, long waiting) {
        return new Head(
                assignment.id(),
                access.slug(),
                base(assignment.id()),
                assignment.title(),
                state(assignment.state()),
                colour(assignment.state()),
                lead(assignment),
                access.has(Permission.CALLS_MANAGE),
                assignment.state() == AssignmentView.State.PAUSED,
                assignment.state() == AssignmentView.State.CLOSED,
                waiting);
    }

    String base(long assignmentId) {
        return "/o/" + access.slug() + "/call-assignments/" + assignmentId;
    }

    AssignmentMessages say() {
        return MessageBundles.get(
                AssignmentMessages.class, Localized.Literal.of(page.language().tag()));
    }

    OutcomeWords outcomes() {
        return new OutcomeWords(page.language());
    }

    SpokenTime time() {
        return page.time(access.zone());
    }

    String state(AssignmentView.State state) {
        return switch (state) {
            case OPEN -> say().open();
            case PAUSED -> say().paused();
            case CLOSED -> say().closed();
        };
    }

    static String colour(AssignmentView.State state) {
        return switch (state) {
            case OPEN -> "good";
            case PAUSED -> "warn";
            case CLOSED -> "";
        };
    }

    /** A time of day as it is written in this language: 9.00, in English 9:00. */
    String clock(LocalTime time) {
        var pattern = page.language() == Language.SWEDISH ? "H.mm" : "H:mm";
        return DateTimeFormatter.ofPattern(pattern, page.language().locale()).format(time);
    }

    private String lead(AssignmentView assignment) {
        var time = time();
        return switch (assignment.state()) {
            case OPEN -> say().openUntil(time.moment(assignment.expiresAt()));
            case PAUSED ->
                say().pausedSince(
                                time.moment(Objects.requireNonNullElse(assignment.pausedAt(), assignment.openedAt())));
            case CLOSED ->
                say().closedAt(time.moment(Objects.requireNonNullElse(assignment.closedAt(), assignment.expiresAt())));
        };
    }
}
