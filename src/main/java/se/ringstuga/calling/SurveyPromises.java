package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Actor;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.messaging.SurveyMessages;
import se.ringstuga.messaging.SurveyMessages.Put;
import se.ringstuga.surveys.SentLinks;

/**
 * Surveys that were promised in a call (rule 14): the link is put in line, and whoever has not answered after four days
 * returns to the assignment's queue once. Whether somebody is to return is not stored but asked: an answer, or an attempt
 * since the day it was due, ends it.
 */
@ApplicationScoped
class SurveyPromises {

    private static final Duration PATIENCE = Duration.ofDays(4);

    private static final String UNANSWERED = """
            not exists (select from submission b where b.person_id = s.person_id and b.survey_id = s.survey_id
                          and b.superseded_at is null and b.complete and b.submitted_at >= s.promised_at)""";

    private static final String NOT_CALLED_SINCE = """
            not exists (select from call l where l.person_id = s.person_id and l.assignment_id = s.assignment_id
                          and l.claimed_at >= s.due_at and l.attempt_at is not null%s)""";

    private static final String OPEN = """
            exists (select from survey_promise s where s.assignment_id = :assignment and s.person_id = %s and s.due_at is not null
                      and\s""" + UNANSWERED + " and " + NOT_CALLED_SINCE.formatted("") + "%s)";

    /** Of entry {@code e}; needs {@code assignment}. Then the assignment's most attempts do not end it. */
    static final String WAITED_FOR = OPEN.formatted("e.person_id", "");

    /** Of person {@code p}; needs {@code assignment} and {@code now}. Then no goal keeps them from being called. */
    static final String DUE = OPEN.formatted("p.id", " and s.due_at <= :now");

    /** When entry {@code e} is due, null when nothing is waited for; needs {@code assignment} and {@code now}. */
    static final String WAITED_FOR_UNTIL = """
            (select s.due_at from survey_promise s
             where s.assignment_id = :assignment and s.person_id = e.person_id and s.due_at > :now and\s""" + UNANSWERED + ")";

    /** Whether call {@code claim} with person {@code p} is made because of a promise. */
    static final String REASON_OF_CLAIM =
            """
            exists (select from survey_promise s where s.assignment_id = claim.assignment_id and s.person_id = p.id
                      and s.due_at <= claim.claimed_at and\s""" + UNANSWERED + " and " + NOT_CALLED_SINCE.formatted(" and l.id < claim.id") + ")";

    private static final NamedSql OF_CALL = NamedSql.of("select message_id from survey_promise where call_id = :call");

    /** The first promise in an assignment leads to the return, and no other. */
    private static final NamedSql PROMISE = NamedSql.of("""
            insert into survey_promise (call_id, organization_id, assignment_id, person_organization, person_id, survey_id,
                                        message_id, promised_at, due_at)
            select k.id, k.organization_id, k.assignment_id, k.person_organization, k.person_id, :survey, :message, :now,
                   case when not exists (
                     select from survey_promise s where s.assignment_id = k.assignment_id and s.person_id = k.person_id
                       and s.due_at is not null) then cast(:due as timestamptz) end
            from call k where k.id = :call""");

    private static final NamedSql FORGET = NamedSql.of("delete from survey_promise where call_id = :call");

    private final Sql sql;
    private final SentLinks links;
    private final SurveyMessages messages;
    private final AccessLog accessLog;
    private final CallingConfig config;
    private final Clock clock;

    SurveyPromises(
            Sql sql, SentLinks links, SurveyMessages messages, AccessLog accessLog, CallingConfig config, Clock clock) {
        this.sql = sql;
        this.links = links;
        this.messages = messages;
        this.accessLog = accessLog;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Sends the survey for this call, once however often the report is corrected. It leaves when the report cannot be undone
     * any more.
     *
     * @throws InvalidInput naming {@code sendSurvey}; the report is not taken then
     */
    void send(CallRow call, SurveyChannel by, long surveyId, Actor actor) {
        if (sql.first(OF_CALL, Map.of("call", call.id()), row -> true).isPresent()) {
            return;
        }
        var now = clock.instant();
        var link = links.add(new SentLinks.Wanted(call.organizationId(), call.personId(), surveyId, actor));
        var put = messages.add(
                from(call, actor), new SurveyMessages.Wanted(call.personId(), by.channel(), link, undoableUntil(now)));
        switch (put) {
            case Put.InLine(var message) -> promised(call, surveyId, message, now);
            case Put.Skipped _ -> {}
            case Put.Impossible(var why) -> throw new InvalidInput("sendSurvey", why);
        }
        accessLog.record(
                call.organizationId(),
                actor,
                new AccessLog.Entry("call.survey-asked-for", "call:" + call.id(), List.of(call.personId())));
    }

    /** The report is undone, or corrected without it: what has left already stays promised. */
    void takeBack(CallRow call, Actor actor) {
        sql.first(OF_CALL, Map.of("call", call.id()), row -> row.number("message_id"))
                .filter(message -> messages.cancel(from(call, actor), message))
                .ifPresent(_ -> sql.update(FORGET, Map.of("call", call.id())));
    }

    private void promised(CallRow call, long surveyId, long message, Instant now) {
        sql.update(
                PROMISE,
                Map.of(
                        "call",
                        call.id(),
                        "survey",
                        surveyId,
                        "message",
                        message,
                        "now",
                        now,
                        "due",
                        now.plus(PATIENCE)));
    }

    /** A report is undone up to and with its last second. */
    private Instant undoableUntil(Instant now) {
        return now.plus(config.undo()).plusSeconds(1);
    }

    private static SurveyMessages.From from(CallRow call, Actor actor) {
        return new SurveyMessages.From(call.organizationId(), call.rootId(), actor.toString());
    }
}
