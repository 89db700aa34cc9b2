package se.ringstuga.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.ringstuga.calling.CallScope;
import se.ringstuga.calling.Claims;
import se.ringstuga.calling.Reports;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The calls of the past evenings: made through the queue like any others, then moved back to when they are said to be. */
@ApplicationScoped
class DemoEvenings {

    static final int CALLS = 36;

    private static final int A_NIGHT = 9;
    private static final int NIGHTS = CALLS / A_NIGHT;
    private static final LocalTime FIRST_CALL = LocalTime.of(17, 40);
    private static final Duration BETWEEN_CALLS = Duration.ofMinutes(7);
    private static final Duration LATER = Duration.ofHours(20);
    private static final Duration OPENED_BEFORE = Duration.ofDays(NIGHTS + 1L);

    private static final String MOVED =
            "from (select * from unnest(cast(:calls as bigint[]), cast(:seconds as bigint[])) as u(id, ago)) m";

    private static final NamedSql MADE = NamedSql.of("""
            select id, claimed_at from call where assignment_id = :assignment and state = 'REPORTED' order by id""");

    /** The log is only ever added to, but for what may forget: here a line goes and the same comes, dated when it is said. */
    private static final NamedSql MAY_FORGET =
            NamedSql.of("select set_config('ringstuga.retention', 'on', true) as allowed");

    private static final NamedSql MOVE_LOG_OF_CALLS = NamedSql.of("""
            with gone as (
              delete from access_log l using call k,
                (select * from unnest(cast(:calls as bigint[]), cast(:seconds as bigint[])) as u(id, ago)) m
              where k.id = m.id and l.actor = 'caller:' || k.caller_id and l.person_ids = array[k.person_id]
              returning l.organization_id, l.actor, l.action, l.subject, l.person_ids,
                l.at - make_interval(secs => m.ago - case l.action when 'call.claimed' then 0
                                                                   when 'call.number-shown' then 20 else 240 end) as at)
            insert into access_log (organization_id, at, actor, action, subject, person_ids)
            select organization_id, at, actor, action, subject, person_ids from gone order by at""");

    private static final NamedSql MOVE_LOG_BEFORE = NamedSql.of("""
            with gone as (
              delete from access_log where actor not like 'caller:%'
              returning organization_id, actor, action, subject, person_ids, at - make_interval(secs => :seconds) as at)
            insert into access_log (organization_id, at, actor, action, subject, person_ids)
            select organization_id, at, actor, action, subject, person_ids from gone order by at""");

    private static final List<NamedSql> MOVE = List.of(
            MOVE_LOG_OF_CALLS,
            NamedSql.of("""
                    update call k set claimed_at = k.claimed_at - make_interval(secs => m.ago),
                      lease_until = k.lease_until - make_interval(secs => m.ago),
                      dialled_at = k.dialled_at - make_interval(secs => m.ago - 20),
                      attempt_at = k.attempt_at - make_interval(secs => m.ago - 20),
                      ended_at = k.ended_at - make_interval(secs => m.ago - 240),
                      reported_at = k.reported_at - make_interval(secs => m.ago - 240)
                    %s where k.id = m.id""".formatted(MOVED)),
            NamedSql.of("""
                    update call_number n set attempted_at = n.attempted_at - make_interval(secs => m.ago - 20)
                    %s where n.call_id = m.id""".formatted(MOVED)),
            NamedSql.of("""
                    update call_queue_entry e set last_attempt_at = e.last_attempt_at - make_interval(secs => m.ago - 20),
                      done_at = e.done_at - make_interval(secs => m.ago - 240),
                      not_before = case when e.call_back_at is null then e.not_before - make_interval(secs => m.ago)
                                        else e.not_before end
                    %s join call k on k.id = m.id
                    where e.assignment_id = k.assignment_id and e.person_id = k.person_id""".formatted(MOVED)),
            NamedSql.of("""
                    update submission s set submitted_at = s.submitted_at - make_interval(secs => m.ago - 240)
                    %s where s.call_id = m.id""".formatted(MOVED)),
            NamedSql.of("""
                    update call_note n set written_at = n.written_at - make_interval(secs => m.ago - 240)
                    %s where n.call_id = m.id""".formatted(MOVED)),
            NamedSql.of("""
                    update organizer_message o set created_at = o.created_at - make_interval(secs => m.ago - 240)
                    %s where o.call_id = m.id""".formatted(MOVED)));

    private static final List<NamedSql> OPENED = List.of(
            NamedSql.of("update call_assignment set opened_at = :opened where id = :assignment"),
            NamedSql.of("update caller set created_at = :opened where assignment_id = :assignment"));

    private final Claims claims;
    private final Reports reports;
    private final Sql sql;
    private final Clock clock;

    DemoEvenings(Claims claims, Reports reports, Sql sql, Clock clock) {
        this.claims = claims;
        this.reports = reports;
        this.sql = sql;
        this.clock = clock;
    }

    /** To be called outside a transaction, as claims are; goes on after the calls that an interrupted start has made. */
    void make(DemoPlaces places, DemoCampaign.Standing campaign) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, places.zone());
        var invented = new InventedReports(campaign.survey(), now.plus(LATER), today);
        int already =
                QuarkusTransaction.requiringNew().call(() -> made(campaign)).size();
        for (int call = already; call < CALLS; call++) {
            long caller = campaign.callers().get(call % campaign.callers().size());
            var scope = CallScope.caller(places.hagersten(), caller);
            var claim = claims.claim(scope, campaign.assignmentId(), caller).claim();
            claims.dialled(scope, claim.id());
            reports.report(scope, claim.id(), invented.of(call));
        }
    }

    /** Says that the calls were made on the evenings before today, and all else before the first of them. */
    void moveBack(DemoPlaces places, DemoCampaign.Standing campaign) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, places.zone());
        var made = made(campaign);
        var seconds = new ArrayList<Long>();
        for (int call = 0; call < made.size(); call++) {
            seconds.add(Duration.between(at(call, today, places), made.get(call).claimedAt())
                    .toSeconds());
        }
        sql.list(MAY_FORGET, Map.of(), row -> row.text("allowed"));
        sql.update(MOVE_LOG_BEFORE, Map.of("seconds", OPENED_BEFORE.toSeconds()));
        var moved = Map.of("calls", made.stream().map(Made::id).toList(), "seconds", seconds);
        MOVE.forEach(statement -> sql.update(statement, moved));
        var opened = Map.of("opened", now.minus(OPENED_BEFORE), "assignment", campaign.assignmentId());
        OPENED.forEach(statement -> sql.update(statement, opened));
    }

    private record Made(long id, Instant claimedAt) {}

    private List<Made> made(DemoCampaign.Standing campaign) {
        return sql.list(
                MADE,
                Map.of("assignment", campaign.assignmentId()),
                row -> new Made(row.number("id"), row.instant("claimed_at")));
    }

    /** Evenings before today, the latest yesterday. */
    private static Instant at(int call, LocalDate today, DemoPlaces places) {
        return today.minusDays(NIGHTS - call / A_NIGHT)
                .atTime(FIRST_CALL.plus(BETWEEN_CALLS.multipliedBy(call % A_NIGHT)))
                .atZone(places.zone())
                .toInstant();
    }
}
