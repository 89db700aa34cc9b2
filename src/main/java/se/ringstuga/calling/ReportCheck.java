package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;

/** Whether a report can be accepted as it stands; answers are checked by the survey itself. */
@ApplicationScoped
class ReportCheck {

    private static final int LONGEST_TEXT = 5000;
    private static final int MOST_TAGS = 50;
    private static final int MOST_EVENTS = 10;

    private static final NamedSql KNOWN_TAGS = NamedSql.of("""
            select t.id from tag t join organization_closure c on c.ancestor_id = t.organization_id
            where c.descendant_id = :organization and t.id = any (cast(:tags as bigint[]))
              and (not :offered_only or t.id in (select unnest(a.tag_ids) from call_assignment a where a.id = :assignment))""");

    private static final NamedSql KNOWN_EVENTS = NamedSql.of("""
            select e.id from event e
            where e.id = any (cast(:events as bigint[]))
              and (not :offered_only or e.kind_id in (select unnest(a.event_kind_ids) from call_assignment a where a.id = :assignment))
              and e.organization_id in (select c.ancestor_id from organization_closure c where c.descendant_id = :organization
                                        union all
                                        select c.descendant_id from organization_closure c where c.ancestor_id = :organization)""");

    private final Sql sql;
    private final Clock clock;

    ReportCheck(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What may be said.
     *
     * @param hasSurvey whether there is anything to answer
     * @param offeredOnly callers use what the organizer chose for the assignment; tools any tag and event
     */
    record Allowed(boolean hasSurvey, boolean offeredOnly) {}

    /** What of a report is put on the person. */
    record Checked(List<Long> tags, List<Long> events) {}

    /**
     * Answers the tags to put on the person, and the events to sign them up for. What a caller ticked and the organizer has taken away meanwhile is left out:
     * the call was made, and what was said in it must not be lost for a tick.
     */
    Checked check(CallRow call, CallReport report, Gate gate, Allowed allowed) {
        var wrong = new ArrayList<Violation>();
        if (report.outcome() == null) {
            throw new InvalidInput("outcome", "must be one of " + Arrays.toString(Outcome.values()));
        }
        if (report.wasInterrupted() && report.outcome() != Outcome.REACHED) {
            wrong.add(Violation.body("interrupted", "goes with REACHED: the person was on the line"));
        }
        tooLong("note", report.note(), wrong);
        tooLong("organizerMessage", report.organizerMessage(), wrong);
        checkSurvey(report, allowed.hasSurvey(), wrong);
        var events = knownEvents(call, report, allowed.offeredOnly(), wrong);
        if (call.altPhone() == null && report.wrong().contains(WrongNumber.ALT)) {
            wrong.add(Violation.body("wrongNumbers", "only one number was shown: PRIMARY"));
        }
        var tags = knownTags(call, report.tags(), allowed.offeredOnly(), wrong);
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        checkCallBack(call, report, gate);
        return new Checked(tags, events);
    }

    private static void checkSurvey(CallReport report, boolean hasSurvey, List<Violation> wrong) {
        if (!hasSurvey && report.answers() != null && !report.answers().isEmpty()) {
            wrong.add(Violation.body("answers", "the assignment has no survey; leave them out"));
        }
        if (report.sendSurvey() != null && !hasSurvey) {
            wrong.add(Violation.body("sendSurvey", "the assignment has no survey; leave it out"));
        } else if (report.sendSurvey() != null && !report.saidSomething()) {
            wrong.add(Violation.body(
                    "sendSurvey",
                    "goes with REACHED, CALL_BACK or NOT_AVAILABLE, and with nobody who is not to be contacted again"));
        }
    }

    private List<Long> knownEvents(CallRow call, CallReport report, boolean offeredOnly, List<Violation> wrong) {
        var events = report.events();
        if (events.isEmpty()) {
            return events;
        }
        if (events.size() > MOST_EVENTS) {
            wrong.add(Violation.body("signUps", "must have at most " + MOST_EVENTS));
            return List.of();
        }
        if (!report.saidSomething()) {
            wrong.add(Violation.body(
                    "signUps",
                    "goes with REACHED, CALL_BACK or NOT_AVAILABLE, and with nobody who is not to be contacted again"));
        }
        var parameters = Map.of(
                "organization",
                call.organizationId(),
                "assignment",
                call.assignmentId(),
                "offered_only",
                offeredOnly,
                "events",
                events);
        var known = Set.copyOf(sql.list(KNOWN_EVENTS, parameters, row -> row.number("id")));
        if (!offeredOnly) {
            events.stream()
                    .filter(event -> !known.contains(event))
                    .map(event -> Violation.body("signUps", "there is no event " + event + " here"))
                    .forEach(wrong::add);
        }
        return events.stream().filter(known::contains).toList();
    }

    private static void tooLong(String field, @Nullable String text, List<Violation> wrong) {
        if (text != null && text.length() > LONGEST_TEXT) {
            wrong.add(Violation.body(field, "must have at most " + LONGEST_TEXT + " characters"));
        }
    }

    private List<Long> knownTags(CallRow call, List<Long> tags, boolean offeredOnly, List<Violation> wrong) {
        if (tags.size() > MOST_TAGS) {
            wrong.add(Violation.body("tagIds", "must have at most " + MOST_TAGS));
            return List.of();
        }
        if (tags.isEmpty()) {
            return tags;
        }
        var parameters = Map.of(
                "organization",
                call.organizationId(),
                "assignment",
                call.assignmentId(),
                "offered_only",
                offeredOnly,
                "tags",
                tags);
        var known = new HashSet<>(sql.list(KNOWN_TAGS, parameters, row -> row.number("id")));
        if (!offeredOnly) {
            tags.stream()
                    .filter(tag -> !known.contains(tag))
                    .map(tag -> Violation.body("tagIds", "there is no tag " + tag + " here"))
                    .forEach(wrong::add);
        }
        return tags.stream().filter(known::contains).toList();
    }

    /** Asked for in the call, so it lies after that; a phone may send it when it has passed already. Outside the hours it is refused with the nearest allowed (rule 12). */
    private void checkCallBack(CallRow call, CallReport report, Gate gate) {
        var at = report.callBackAt();
        if (at == null) {
            return;
        }
        if (!RequeuePlan.of(report).sameCaller()) {
            throw new InvalidInput(
                    "callBackAt", "goes with CALL_BACK, NOT_AVAILABLE or an interrupted call; leave it out");
        }
        var called = call.dialledAt() == null ? call.claimedAt() : call.dialledAt();
        if (!at.isAfter(called)) {
            throw new InvalidInput("callBackAt", "must lie after the call");
        }
        if (at.isAfter(gate.expiresAt())) {
            throw new InvalidInput("callBackAt", "must lie before the assignment ends, at " + gate.expiresAt());
        }
        var window = gate.window();
        if (!window.open(at)) {
            var nearest = nearest(at, window);
            var refusal = new InvalidInput(
                    "callBackAt",
                    "lies outside the calling hours; the nearest allowed time is "
                            + nearest.atZone(window.zone()).toOffsetDateTime());
            refusal.with("nearestAllowed", nearest);
            throw refusal;
        }
    }

    private Instant nearest(Instant at, CallingWindow window) {
        var nearest = window.nearest(at);
        var now = clock.instant();
        return nearest.isAfter(now) ? nearest : window.nextOpen(at.isAfter(now) ? at : now);
    }
}
