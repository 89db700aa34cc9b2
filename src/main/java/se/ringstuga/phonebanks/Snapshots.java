package se.ringstuga.phonebanks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Actor;
import se.ringstuga.calling.CallScope;
import se.ringstuga.calling.CallerLimit;
import se.ringstuga.calling.StatisticsOfCalls;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** Reads what an evening looks like right now, from the rows themselves: nothing is kept beside them that could drift. */
@ApplicationScoped
class Snapshots {

    private static final Duration BAR = Duration.ofMinutes(10);
    private static final int MOST_BARS = 12;

    /** After so long somebody should ask how it goes. */
    private static final Duration READS_TOO_LONG = Duration.ofMinutes(8);

    private static final Duration CALLS_TOO_LONG = Duration.ofMinutes(40);
    private static final Duration RESTS_TOO_LONG = Duration.ofMinutes(15);

    private static final NamedSql TOTALS = NamedSql.of("""
            select floor(extract(epoch from k.ended_at - cast(:opened as timestamptz)) / :bar) as slot, count(*) as calls,
                   count(*) filter (where k.outcome = 'REACHED') as reached,
                   count(*) filter (where k.outcome = 'REACHED' and k.survey_complete) as answered
            from caller c join call k on k.caller_id = c.id
            where c.assignment_id = :assignment and k.claimed_at >= :opened and k.claimed_at <= :until
              and k.state in ('REPORTED', 'UNREPORTED')
            group by 1 order by 1""");

    /** Whoever came in this evening, and whoever else calls in the assignment meanwhile. */
    private static final NamedSql CALLERS = NamedSql.of("""
            select c.id, c.name, c.limit_reached, c.joined_at, k.claimed_at as open_since, k.dialled_at,
                   h.caller_id is not null as help, coalesce(t.calls, 0) as calls, coalesce(t.reached, 0) as reached, t.last_at,
                   exists (select from session s where s.caller_id = c.id and s.revoked_at is null and s.expires_at > :now)
                     as present
            from caller c
            left join call k on k.open_caller_id = c.id
            left join lateral (
              select count(*) filter (where x.state in ('REPORTED', 'UNREPORTED')) as calls,
                     count(*) filter (where x.outcome = 'REACHED') as reached, max(coalesce(x.ended_at, x.claimed_at)) as last_at
              from call x where x.caller_id = c.id and x.claimed_at >= :opened and x.claimed_at <= :until) t on true
            left join phone_bank_help h on h.phone_bank_id = :bank and h.caller_id = c.id and h.attended_at is null
            where c.assignment_id = :assignment and c.removed_at is null
              and (k.id is not null or t.last_at is not null
                   or exists (select from phone_bank_waiting w where w.phone_bank_id = :bank and w.caller_id = c.id))
            order by c.name, c.id limit 200""");

    private final PhoneBanks banks;
    private final WaitingRows waiting;
    private final StatisticsOfCalls statistics;
    private final Sql sql;
    private final Clock clock;

    Snapshots(PhoneBanks banks, WaitingRows waiting, StatisticsOfCalls statistics, Sql sql, Clock clock) {
        this.banks = banks;
        this.waiting = waiting;
        this.statistics = statistics;
        this.sql = sql;
        this.clock = clock;
    }

    /** Empty when there is no such evening. */
    @Transactional
    Optional<Evening> of(long bankId) {
        return banks.find(bankId).map(bank -> new Evening(bank, snapshot(bank)));
    }

    private RoomSnapshot snapshot(PhoneBank bank) {
        var now = clock.instant();
        var parameters = new HashMap<String, Object>(Map.of(
                "bank", bank.id(),
                "assignment", bank.assignmentId(),
                "opened", bank.since(),
                "now", now,
                "bar", BAR.toSeconds()));
        parameters.put("until", bank.closedAt() == null ? now : bank.closedAt());
        var totals = sql.list(TOTALS, parameters, Slot::of);
        var callers = sql.list(CALLERS, parameters, row -> atPhone(row, now));
        return new RoomSnapshot(
                bank.id(),
                bank.title(),
                bank.state(),
                now,
                bank.closesAt(),
                bank.goal(),
                totals.stream().mapToLong(Slot::calls).sum(),
                totals.stream().mapToLong(Slot::reached).sum(),
                totals.stream().mapToLong(Slot::answered).sum(),
                callers.stream()
                        .filter(caller -> caller.doing() == RoomSnapshot.Doing.CALLING)
                        .count(),
                queue(bank),
                pace(totals, bank, now),
                callers,
                waiting.list(new WaitingRows.Room(bank.id(), bank.organizationId())));
    }

    private RoomSnapshot.Queue queue(PhoneBank bank) {
        var all = statistics.of(CallScope.of(bank.organizationId(), Actor.SYSTEM), bank.assignmentId());
        return new RoomSnapshot.Queue(
                all.people(),
                all.done(),
                all.beingCalled(),
                all.queued(),
                all.cooling(),
                all.withoutNumber(),
                all.waitingForOrganizer());
    }

    /** Every slot from the opening to now has its bar, also where nobody called. */
    private static List<Integer> pace(List<Slot> totals, PhoneBank bank, Instant now) {
        var end = bank.closedAt() == null ? now : bank.closedAt();
        var last = (int) Math.max(0, Duration.between(bank.since(), end).dividedBy(BAR));
        var first = Math.max(0, last - MOST_BARS + 1);
        var bars = new Integer[last - first + 1];
        Arrays.fill(bars, 0);
        totals.stream()
                .filter(slot -> slot.number() >= first && slot.number() <= last)
                .forEach(slot -> bars[(int) slot.number() - first] = (int) slot.calls());
        return List.of(bars);
    }

    private static RoomSnapshot.AtPhone atPhone(Row row, Instant now) {
        var open = row.instantOrNull("open_since");
        var dialled = row.instantOrNull("dialled_at");
        var last = row.instantOrNull("last_at");
        var doing = doing(open, dialled, row.is("present"));
        var since = switch (doing) {
            case CALLING -> dialled;
            case READING -> open;
            case BETWEEN, GONE -> last == null ? row.instantOrNull("joined_at") : last;
        };
        var limit = row.textOrNull("limit_reached");
        return new RoomSnapshot.AtPhone(
                row.number("id"),
                row.text("name"),
                doing,
                since,
                row.number("calls"),
                row.number("reached"),
                row.is("help"),
                limit != null || tooLong(doing, since, now),
                limit == null ? null : CallerLimit.valueOf(limit));
    }

    private static RoomSnapshot.Doing doing(@Nullable Instant open, @Nullable Instant dialled, boolean present) {
        if (open == null) {
            return present ? RoomSnapshot.Doing.BETWEEN : RoomSnapshot.Doing.GONE;
        }
        return dialled == null ? RoomSnapshot.Doing.READING : RoomSnapshot.Doing.CALLING;
    }

    private static boolean tooLong(RoomSnapshot.Doing doing, @Nullable Instant since, Instant now) {
        var patience = switch (doing) {
            case CALLING -> CALLS_TOO_LONG;
            case READING -> READS_TOO_LONG;
            case BETWEEN -> RESTS_TOO_LONG;
            case GONE -> null;
        };
        return patience != null && since != null && since.plus(patience).isBefore(now);
    }

    private record Slot(long number, long calls, long reached, long answered) {

        static Slot of(Row row) {
            return new Slot(
                    Math.round(row.decimal("slot")),
                    row.number("calls"),
                    row.number("reached"),
                    row.number("answered"));
        }
    }
}
