package se.ringstuga.calling;

import static se.ringstuga.calling.AssignmentChanges.textInsteadOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.ringstuga.events.EventKinds;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Violation;
import se.ringstuga.people.Tags;
import se.ringstuga.segments.FilterReader;
import se.ringstuga.surveys.SurveyForms;

/** Creates, changes, pauses and closes assignments; everything here happens in the caller's transaction. */
@ApplicationScoped
public class AssignmentEditing {

    private static final List<ShownField> SHOWN = List.of(ShownField.CITY, ShownField.JOINED);
    private static final int COOLDOWN_HOURS = 24;
    private static final int MAX_ATTEMPTS = 3;

    private final Assignments assignments;
    private final FilterReader filters;
    private final SurveyForms surveys;
    private final Tags tags;
    private final EventKinds kinds;
    private final QueueRefresh queue;
    private final EndedClaims ended;
    private final CallingConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    AssignmentEditing(
            Assignments assignments,
            FilterReader filters,
            SurveyForms surveys,
            Tags tags,
            EventKinds kinds,
            QueueRefresh queue,
            EndedClaims ended,
            CallingConfig config,
            ObjectMapper json,
            Clock clock) {
        this.assignments = assignments;
        this.filters = filters;
        this.surveys = surveys;
        this.tags = tags;
        this.kinds = kinds;
        this.queue = queue;
        this.ended = ended;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /** Stores it and fills its list with one statement. */
    public AssignmentView create(CallScope scope, NewCallAssignment wanted) {
        var latest = clock.instant().plus(config.assignmentLasts());
        var expires = wanted.expiresAt() == null ? latest : wanted.expiresAt();
        if (expires.isAfter(latest) || !expires.isAfter(clock.instant())) {
            throw new InvalidInput(
                    "expiresAt",
                    "must lie ahead, at most " + config.assignmentLasts().toDays() + " days");
        }
        var content = new Assignments.Content(
                wanted.title().strip(),
                wanted.target(),
                given(wanted.goal()),
                wanted.surveyId(),
                wanted.script() == null ? "" : wanted.script(),
                wanted.scriptOtherPerson(),
                wanted.scriptVoicemail(),
                wanted.scriptWhy(),
                wanted.shownFields() == null ? SHOWN : wanted.shownFields(),
                wanted.tagIds() == null ? List.of() : wanted.tagIds(),
                wanted.cooldownHours() == null ? COOLDOWN_HOURS : wanted.cooldownHours(),
                wanted.maxAttempts() == null ? MAX_ATTEMPTS : wanted.maxAttempts(),
                wanted.callingHours(),
                or(wanted.eventKindIds(), List.of()));
        requireTags(scope, wanted.tagIds());
        requireKinds(scope, wanted.eventKindIds());
        check(scope, content);
        var id = assignments.insert(scope, content, expires);
        queue.assignment(id);
        return get(scope, id);
    }

    /**
     * Changes what is named and compares the list with the new target.
     *
     * @param ifMatch the tag of the version that was read; null changes whatever is there
     */
    public AssignmentView change(
            CallScope scope, long assignmentId, AssignmentChanges changes, @Nullable String ifMatch) {
        var current = assignments.lock(scope, assignmentId).orElseThrow(NotFound::new);
        EntityVersion.require(ifMatch, current.version());
        var content = new Assignments.Content(
                or(changes.title(), current.title()).strip(),
                or(given(changes.target()), current.target()),
                changes.goalInsteadOf(current.goal()),
                changes.surveyInsteadOf(current.surveyId()),
                or(changes.script(), current.script()),
                textInsteadOf(current.scriptOtherPerson(), changes.scriptOtherPerson(), "scriptOtherPerson"),
                textInsteadOf(current.scriptVoicemail(), changes.scriptVoicemail(), "scriptVoicemail"),
                textInsteadOf(current.scriptWhy(), changes.scriptWhy(), "scriptWhy"),
                or(changes.shownFields(), current.shownFields()),
                or(changes.tagIds(), current.tagIds()),
                or(changes.cooldownHours(), current.cooldownHours()),
                or(changes.maxAttempts(), current.maxAttempts()),
                changes.hoursInsteadOf(current.callingHours(), json),
                or(changes.eventKindIds(), current.eventKindIds()));
        requireTags(scope, changes.tagIds());
        requireKinds(scope, changes.eventKindIds());
        check(scope, content);
        assignments.update(scope, assignmentId, content);
        queue.assignment(assignmentId);
        return get(scope, assignmentId);
    }

    public AssignmentView get(CallScope scope, long assignmentId) {
        return assignments.find(scope, assignmentId).orElseThrow(NotFound::new);
    }

    /** New claims are refused and undialled ones return; whoever is on the line goes on (rule 35). */
    public AssignmentView pause(CallScope scope, long assignmentId) {
        get(scope, assignmentId);
        assignments.pause(scope, assignmentId);
        ended.undialledOf(assignmentId);
        return get(scope, assignmentId);
    }

    public AssignmentView resume(CallScope scope, long assignmentId) {
        get(scope, assignmentId);
        assignments.resume(scope, assignmentId);
        return get(scope, assignmentId);
    }

    /** For good: undialled claims end, dialled ones can still be reported. */
    public AssignmentView close(CallScope scope, long assignmentId) {
        get(scope, assignmentId);
        assignments.close(scope, assignmentId);
        ended.undialledOf(assignmentId);
        return get(scope, assignmentId);
    }

    private void check(CallScope scope, Assignments.Content content) {
        filters.read(content.target(), "target", scope.organizationId());
        if (content.goal() != null) {
            filters.read(content.goal(), "goal", scope.organizationId());
        }
        var wrong = new ArrayList<Violation>();
        if (content.title().isEmpty()) {
            wrong.add(Violation.body("title", "must not be blank"));
        }
        if (content.shownFields().stream().anyMatch(Objects::isNull)) {
            wrong.add(Violation.body("shownFields", "must name fields, without null"));
        }
        if (content.surveyId() != null
                && surveys.current(scope.organizationId(), content.surveyId()).isEmpty()) {
            wrong.add(Violation.body("surveyId", "there is no survey " + content.surveyId() + " here"));
        }
        if (content.callingHours() != null) {
            wrong.addAll(content.callingHours().violations());
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
    }

    /** Only of what is being chosen: one that was chosen before may be gone by now. */
    private void requireTags(CallScope scope, @Nullable List<Long> tagIds) {
        var unknown = tagIds == null ? List.<Long>of() : tags.unknown(scope.organizationId(), tagIds);
        if (!unknown.isEmpty()) {
            throw new InvalidInput("tagIds", "there is no tag " + unknown.getFirst() + " here");
        }
    }

    private void requireKinds(CallScope scope, @Nullable List<Long> kindIds) {
        or(kindIds, List.<Long>of()).stream()
                .filter(id -> kinds.find(scope.organizationId(), id).isEmpty())
                .findFirst()
                .ifPresent(id -> {
                    throw new InvalidInput("eventKindIds", "there is no kind of event " + id + " here");
                });
    }

    private static @Nullable JsonNode given(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }

    private static <T> T or(@Nullable T wanted, T current) {
        return wanted == null ? current : wanted;
    }
}
