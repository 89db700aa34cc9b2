package se.ringstuga.calling;

import static se.ringstuga.calling.AssignmentChanges.textInsteadOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.ringstuga.events.EventKinds;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;
import se.ringstuga.people.Tags;
import se.ringstuga.segments.FilterReader;
import se.ringstuga.segments.UsableSegments;
import se.ringstuga.surveys.SurveyForms;

/** What an assignment will say, with every default filled in and every field checked. */
@ApplicationScoped
class AssignmentContents {

    static final List<ShownField> SHOWN = List.of(ShownField.CITY, ShownField.JOINED);
    static final int COOLDOWN_HOURS = 24;
    static final int MAX_ATTEMPTS = 3;

    private final FilterReader filters;
    private final UsableSegments segments;
    private final SurveyForms surveys;
    private final Tags tags;
    private final EventKinds kinds;
    private final ObjectMapper json;

    AssignmentContents(
            FilterReader filters,
            UsableSegments segments,
            SurveyForms surveys,
            Tags tags,
            EventKinds kinds,
            ObjectMapper json) {
        this.filters = filters;
        this.segments = segments;
        this.surveys = surveys;
        this.tags = tags;
        this.kinds = kinds;
        this.json = json;
    }

    /** @throws InvalidInput naming the fields */
    Assignments.Content of(CallScope scope, NewCallAssignment wanted) {
        var content = new Assignments.Content(
                wanted.title().strip(),
                wanted.target(),
                wanted.segmentId(),
                given(wanted.goal()),
                wanted.surveyId(),
                wanted.script() == null ? "" : wanted.script(),
                wanted.scriptOtherPerson(),
                wanted.scriptVoicemail(),
                wanted.scriptWhy(),
                or(wanted.shownFields(), SHOWN),
                or(wanted.tagIds(), List.of()),
                or(wanted.cooldownHours(), COOLDOWN_HOURS),
                or(wanted.maxAttempts(), MAX_ATTEMPTS),
                wanted.callingHours(),
                or(wanted.eventKindIds(), List.of()));
        requireSegment(scope, wanted.segmentId(), content);
        requireTags(scope, wanted.tagIds());
        requireKinds(scope, wanted.eventKindIds());
        check(scope, content, texts(content));
        return content;
    }

    /** The same of a change: what is left out stays. */
    Assignments.Content of(CallScope scope, AssignmentView current, AssignmentChanges changes) {
        var content = new Assignments.Content(
                or(changes.title(), current.title()).strip(),
                or(given(changes.target()), current.target()),
                changes.segmentInsteadOf(current),
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
        requireSegment(scope, changes.segmentId(), content);
        requireTags(scope, changes.tagIds());
        requireKinds(scope, changes.eventKindIds());
        check(scope, content, written(changes, content));
        return content;
    }

    private static Map<String, String> texts(Assignments.Content content) {
        return ScriptText.texts(
                content.script(), content.scriptOtherPerson(), content.scriptVoicemail(), content.scriptWhy());
    }

    /** The texts that a change writes; those it leaves alone were checked when they were written. */
    private static Map<String, String> written(AssignmentChanges changes, Assignments.Content content) {
        return ScriptText.texts(
                changes.script() == null ? null : content.script(),
                changes.scriptOtherPerson() == null ? null : content.scriptOtherPerson(),
                changes.scriptVoicemail() == null ? null : content.scriptVoicemail(),
                changes.scriptWhy() == null ? null : content.scriptWhy());
    }

    /** @param written those of its texts that are being written now */
    private void check(CallScope scope, Assignments.Content content, Map<String, String> written) {
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
        wrong.addAll(ScriptText.violations(written, texts(content), content.shownFields()));
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

    /** Only what is being chosen: a list that was made of a segment stays so when that becomes another. */
    private void requireSegment(CallScope scope, @Nullable Long segmentId, Assignments.Content content) {
        if (segmentId != null
                && segments.filter(scope.organizationId(), segmentId)
                        .filter(content.target()::equals)
                        .isEmpty()) {
            throw new InvalidInput(
                    "segmentId", "there is no segment " + segmentId + " here whose filter is the target");
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
