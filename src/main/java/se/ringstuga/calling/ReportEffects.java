package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Notice;
import se.ringstuga.accounts.Notices;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** What a report changes beside the call and the queue, and how that is taken back when it is corrected or undone. */
@ApplicationScoped
class ReportEffects {

    private static final NamedSql TAG = NamedSql.of("""
            insert into person_tag (organization_id, person_id, tag_organization, tag_id, tagged_at, tagged_by)
            select :owner, :person, t.organization_id, t.id, :now, :actor from tag t
            where t.id = any (cast(:tags as bigint[]))
            on conflict do nothing returning tag_id""");

    private static final NamedSql UNTAG =
            NamedSql.of("delete from person_tag where person_id = :person and tag_id = any (cast(:tags as bigint[]))");

    private static final NamedSql NOTE = NamedSql.of("""
            insert into call_note (organization_id, call_id, assignment_id, person_id, text, administrators_only,
                                   written_by, written_at)
            values (:organization, :call, :assignment, :person, :text, :secret, :actor, :now)""");

    private static final NamedSql UNNOTE = NamedSql.of("""
            update call_note set removed_at = :now, removed_by = :actor where call_id = :call and removed_at is null""");

    private static final NamedSql MESSAGE = NamedSql.of("""
            insert into organizer_message (organization_id, call_id, assignment_id, person_id, kind, text,
                                           administrators_only, created_at)
            values (:organization, :call, :assignment, :person, :kind, :text, :secret, :now)""");

    private static final NamedSql UNMESSAGE = NamedSql.of(
            "update organizer_message set withdrawn_at = :now where call_id = :call and withdrawn_at is null");

    private static final NamedSql UNNOTICE = NamedSql.of("""
            update notice set handled_at = :now, handled_by = :actor
            where subject = 'call:' || :call and handled_at is null""");

    private static final Consents.Topic EVERY_CALL = Consents.Topic.any(Channel.CALL);

    private final Sql sql;
    private final Consents consents;
    private final WrongNumbers wrongNumbers;
    private final PersonStops stops;
    private final CallSignUps signUps;
    private final Notices notices;
    private final QueueNews news;
    private final Clock clock;

    ReportEffects(
            Sql sql,
            Consents consents,
            WrongNumbers wrongNumbers,
            PersonStops stops,
            CallSignUps signUps,
            Notices notices,
            QueueNews news,
            Clock clock) {
        this.sql = sql;
        this.consents = consents;
        this.wrongNumbers = wrongNumbers;
        this.stops = stops;
        this.signUps = signUps;
        this.notices = notices;
        this.news = news;
        this.clock = clock;
    }

    /**
     * What was really changed; what already was so before is not in it.
     *
     * @param entryBefore the queue entry as it was, null when the person was not in the queue
     * @param countedBefore whether that entry counted the call as an attempt
     * @param signUps what came of those to events; null in what was stored before there were any
     */
    record Done(
            List<Long> tagged,
            boolean noMoreCalls,
            List<String> suppressed,
            List<WrongNumber> wrong,
            List<Long> stopped,
            @Nullable String entryBefore,
            boolean countedBefore,
            @Nullable List<CallSignUps.Done> signUps) {

        List<CallSignUps.Done> events() {
            return signUps == null ? List.of() : signUps;
        }
    }

    /**
     * How things stood before the report.
     *
     * @param signUps of the report that is corrected
     */
    record Before(@Nullable String entry, boolean counted, List<CallSignUps.Done> signUps) {}

    /** @param checked what of the report is put on the person */
    Done apply(CallRow call, CallReport report, String actor, Before before, ReportCheck.Checked checked) {
        var key = key(call, actor);
        var tags = checked.tags();
        List<Long> tagged =
                tags.isEmpty() ? List.of() : sql.list(TAG, with(key, "tags", tags), row -> row.number("tag_id"));
        if (report.note() != null) {
            var note = with(key, "text", report.note());
            note.put("secret", report.tellsOfThreat());
            sql.update(NOTE, note);
        }
        tellOrganizers(call, report, key);
        var wrong = report.wrong().stream()
                .filter(which -> wrongNumbers.mark(call, which, actor))
                .toList();
        if (!wrong.isEmpty()) {
            news.changed(call.rootId(), List.of(call.personId()));
        }
        var fact = report.personFact();
        var stopped = fact != null && fact.stopsEverything() ? stops.stop(call, fact, actor) : List.<Long>of();
        var noMoreCalls = report.outcome() == Outcome.DO_NOT_CALL;
        var suppressed = noMoreCalls ? stopCalls(call, actor) : List.<String>of();
        var events = signUps.apply(call, checked.events(), before.signUps(), actor);
        return new Done(tagged, noMoreCalls, suppressed, wrong, stopped, before.entry(), before.counted(), events);
    }

    /** All but the sign-ups, which a correction may keep. */
    void revert(CallRow call, Done done, String actor) {
        var key = key(call, actor);
        if (!done.tagged().isEmpty()) {
            sql.update(UNTAG, with(key, "tags", done.tagged()));
        }
        sql.update(UNNOTE, key);
        sql.update(UNMESSAGE, key);
        sql.update(UNNOTICE, key);
        done.wrong().forEach(which -> wrongNumbers.unmark(call, which));
        if (!done.stopped().isEmpty()) {
            stops.lift(done.stopped(), PersonStops.Deciding.of(call, actor));
        }
        if (done.noMoreCalls()) {
            consents.takeBack(person(call), EVERY_CALL, "call:" + call.id(), actor);
            done.suppressed().forEach(phone -> consents.liftSuppression(call.rootId(), Channel.CALL, phone));
            news.changed(call.rootId(), stops.peopleOn(call.rootId(), done.suppressed()));
        }
    }

    /** The person said it for themselves, and for the numbers on which they were called: whoever shares one is left alone too. */
    private List<String> stopCalls(CallRow call, String actor) {
        consents.record(
                person(call), EVERY_CALL, new Consents.Said(Consents.Decision.WITHDRAWN, "call:" + call.id(), actor));
        stops.leaveQueues(call, List.of(call.personId()), "DO_NOT_CALL");
        var numbers = new ArrayList<String>(List.of(call.phone()));
        if (call.altPhone() != null) {
            numbers.add(call.altPhone());
        }
        var suppressed = numbers.stream()
                .filter(phone -> consents.suppress(call.rootId(), Channel.CALL, phone, "call:" + call.id()))
                .toList();
        if (!suppressed.isEmpty()) {
            stops.leaveQueues(call, stops.peopleOn(call.rootId(), suppressed), "SUPPRESSED_NUMBER");
        }
        return suppressed;
    }

    /** What is said along with a threat is for administrators as well. */
    private void tellOrganizers(CallRow call, CallReport report, Map<String, Object> key) {
        var fact = report.personFact();
        if (fact == null && report.organizerMessage() == null) {
            return;
        }
        var text = report.organizerMessage() == null ? "" : report.organizerMessage();
        var message = with(key, "text", text);
        message.put("kind", fact == null ? "MESSAGE" : fact.name());
        message.put("secret", report.tellsOfThreat());
        sql.update(MESSAGE, message);
        if (report.tellsOfThreat()) {
            notices.tellAdministrators(
                    call.organizationId(), new Notice(Notice.Kind.THREAT, "call:" + call.id(), Map.of()));
        }
    }

    private static Consents.Person person(CallRow call) {
        return new Consents.Person(call.personOrganization(), call.personId());
    }

    private Map<String, Object> key(CallRow call, String actor) {
        return Map.of(
                "call", call.id(),
                "organization", call.organizationId(),
                "owner", call.personOrganization(),
                "assignment", call.assignmentId(),
                "person", call.personId(),
                "actor", actor,
                "now", clock.instant());
    }

    private static Map<String, Object> with(Map<String, Object> key, String name, Object value) {
        var parameters = new HashMap<>(key);
        parameters.put(name, value);
        return parameters;
    }
}
