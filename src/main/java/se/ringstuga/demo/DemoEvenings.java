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

    private static final List<NamedSql> MOVE = List.of(
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

    /** To be called outside a transaction, as claims are. */
    void make(DemoPlaces places, DemoCampaign.Made campaign) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, places.zone());
        var invented = new InventedReports(campaign.survey(), now.plus(LATER), today);
        var calls = new ArrayList<Long>();
        var seconds = new ArrayList<Long>();
        for (int call = 0; call < CALLS; call++) {
            var caller =
                    campaign.callers().get(call % campaign.callers().size()).id();
            var scope = CallScope.caller(places.hagersten(), caller);
            var claim = claims.claim(scope, campaign.assignmentId(), caller).claim();
            claims.dialled(scope, claim.id());
            reports.report(scope, claim.id(), invented.of(call));
            calls.add(claim.id());
            seconds.add(
                    Duration.between(at(call, today, places), clock.instant()).toSeconds());
        }
        QuarkusTransaction.requiringNew().run(() -> {
            var moved = Map.of("calls", calls, "seconds", seconds);
            MOVE.forEach(statement -> sql.update(statement, moved));
            var opened = Map.of("opened", now.minus(OPENED_BEFORE), "assignment", campaign.assignmentId());
            OPENED.forEach(statement -> sql.update(statement, opened));
        });
    }

    /** Evenings before today, the latest yesterday. */
    private static Instant at(int call, LocalDate today, DemoPlaces places) {
        return today.minusDays(NIGHTS - call / A_NIGHT)
                .atTime(FIRST_CALL.plus(BETWEEN_CALLS.multipliedBy(call % A_NIGHT)))
                .atZone(places.zone())
                .toInstant();
    }
}
