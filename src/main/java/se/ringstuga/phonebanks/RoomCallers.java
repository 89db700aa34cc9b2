package se.ringstuga.phonebanks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.calling.CallScope;
import se.ringstuga.calling.Callers;
import se.ringstuga.calling.SeenPerson;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.NotFound;

/** Those who call this evening: removed by whoever leads it, and helped when they ask. */
@ApplicationScoped
class RoomCallers {

    private static final NamedSql CALLER = NamedSql.of("""
            select c.name from caller c join phone_bank b on b.assignment_id = c.assignment_id
            where c.id = :caller and b.id = :bank and c.organization_id = :organization""");

    private static final NamedSql ASK = NamedSql.of("""
            insert into phone_bank_help (phone_bank_id, organization_id, caller_id, asked_at)
            select b.id, b.organization_id, c.id, :now
            from caller c join phone_bank b on b.assignment_id = c.assignment_id
            where c.id = :caller and b.opened_at is not null and b.closed_at is null
            on conflict (phone_bank_id, caller_id) do update
            set asked_at = case when phone_bank_help.attended_at is null then phone_bank_help.asked_at else excluded.asked_at end,
                attended_at = null, attended_by = null""");

    private static final NamedSql ATTEND = NamedSql.of("""
            update phone_bank_help set attended_at = :now, attended_by = :actor
            where phone_bank_id = :bank and caller_id = :caller and attended_at is null""");

    private static final NamedSql EVENING = NamedSql.of("""
            select b.message, h.asked_at is not null as help from caller c
            join phone_bank b on b.assignment_id = c.assignment_id and b.opened_at is not null and b.closed_at is null
            left join phone_bank_help h on h.phone_bank_id = b.id and h.caller_id = c.id and h.attended_at is null
            where c.id = :caller and c.removed_at is null""");

    private final Callers callers;
    private final AccessLog accessLog;
    private final Sql sql;
    private final Clock clock;

    RoomCallers(Callers callers, AccessLog accessLog, Sql sql, Clock clock) {
        this.callers = callers;
        this.accessLog = accessLog;
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional
    String name(RoomScope scope, long bankId, long callerId) {
        return sql.first(
                        CALLER,
                        Map.of("caller", callerId, "bank", bankId, "organization", scope.organizationId()),
                        row -> row.text("name"))
                .orElseThrow(NotFound::new);
    }

    /** Access ends at once and dialled claims become unreported (rule 35); answers whom they have seen (rule 7). */
    @Transactional
    List<SeenPerson> remove(RoomScope scope, long bankId, long callerId, boolean administrator) {
        name(scope, bankId, callerId);
        var seen = callers.remove(scope.calls(), callerId, administrator);
        var people = seen.stream().map(SeenPerson::id).toList();
        accessLog.record(
                scope.organizationId(),
                scope.actor(),
                new AccessLog.Entry("call.seen-list", "caller:" + callerId, people));
        return seen;
    }

    /** The same by somebody without access to the register, who learns of nobody. */
    @Transactional
    void removeUnseen(RoomScope scope, long bankId, long callerId) {
        name(scope, bankId, callerId);
        callers.remove(scope.calls(), callerId, false);
    }

    /** "Jag behöver hjälp"; pressed again it stays. */
    @Transactional
    void askForHelp(CallScope caller) {
        sql.update(ASK, Map.of("caller", caller.caller(), "now", clock.instant()));
    }

    @Transactional
    void attend(RoomScope scope, long bankId, long callerId) {
        name(scope, bankId, callerId);
        sql.update(
                ATTEND,
                Map.of(
                        "bank",
                        bankId,
                        "caller",
                        callerId,
                        "actor",
                        scope.actor().toString(),
                        "now",
                        clock.instant()));
    }

    /** What the caller's pages say of the evening; empty when none is open. */
    Optional<Told> evening(CallScope caller) {
        return sql.first(
                EVENING, Map.of("caller", caller.caller()), row -> new Told(row.textOrNull("message"), row.is("help")));
    }

    /**
     * @param message to all callers
     * @param helpAsked whether this one waits for help
     */
    record Told(@Nullable String message, boolean helpAsked) {}
}
