package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.contact.ContactPolicy;
import se.ringstuga.contact.WeeklyCap;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/**
 * Makes an assignment's entries what its target and goal say now: one set-based statement when it is created, and the same
 * comparison later, touching only entries that differ. Nobody who is with a caller is touched; the claim asks for the
 * truth anyway.
 */
@ApplicationScoped
public class QueueRefresh {

    private static final int BATCH = 5000;

    /** Everybody in the target, and whether they are still to be called. */
    static final String MEANT = """
            select p.id as person_id, p.organization_id as person_organization, {dial} as phone, m.joined_on,
                   case when {goal} then 'GOAL' else ({refusal}) end as not_wanted{rest}
            from person p left join membership m on m.organization_id = p.organization_id and m.person_id = p.id
            where {target} and {only}""";

    /** What whoever is new in the list may have to wait for. */
    static final String REST =
            ", %s as last_attempt, %s as cap_reached".formatted(ContactPolicy.LAST_ATTEMPT, ContactPolicy.CAP_REACHED);

    private static final String ADD = """
            insert into call_queue_entry (assignment_id, person_id, person_organization, phone, joined_on, not_before, capped_until)
            select :assignment, d.person_id, d.person_organization, d.phone, d.joined_on, r.until, case when d.cap_reached is not null then r.until end
            from ({meant}) d
            cross join lateral (select greatest(d.last_attempt + make_interval(hours => :cooldown), d.cap_reached + make_interval(hours => :week)) as until) r
            where d.not_wanted is null
              and not exists (select from call_queue_entry e where e.assignment_id = :assignment and e.person_id = d.person_id)
            on conflict do nothing""";

    /** What was decided in a call stays; every other reason to be done may be undone by a later change. */
    private static final String CHANGE = """
            with meant as materialized ({meant}),
            differing as (
              select e.person_id, d.person_id is not null and d.not_wanted is null as wanted,
                     coalesce(d.not_wanted, 'NOT_IN_TARGET') as reason, d.phone, d.joined_on
              from call_queue_entry e left join meant d on d.person_id = e.person_id
              where e.assignment_id = :assignment and e.claimed_until is null and {only}
                and case when d.person_id is null or d.not_wanted is not null then e.done_at is null
                         when e.done_at is not null then e.done_reason not in ('DECLINED', 'MAX_ATTEMPTS')
                         else (e.phone, e.joined_on) is distinct from (d.phone, d.joined_on) end
              order by e.person_id limit :batch for update of e skip locked),
            gone as (
              delete from call_queue_entry e using differing d
              where e.assignment_id = :assignment and e.person_id = d.person_id and not d.wanted and e.attempts = 0
                and d.reason <> 'GOAL'
              returning e.person_id),
            kept as (
              update call_queue_entry e
              set done_at = case when d.wanted then null else :now end,
                  done_reason = case when d.wanted then null else d.reason end,
                  phone = case when d.wanted then d.phone else e.phone end,
                  joined_on = case when d.wanted then d.joined_on else e.joined_on end
              from differing d
              where e.assignment_id = :assignment and e.person_id = d.person_id
                and (d.wanted or e.attempts > 0 or d.reason = 'GOAL')
              returning e.person_id)
            select (select count(*) from gone) + (select count(*) from kept) as changed""";

    /** The assignment may have got more attempts, or fewer; a call that was asked for is made all the same, and so is the one for a promised survey. */
    private static final NamedSql LIMIT = NamedSql.of("""
            update call_queue_entry e
            set done_at = case when e.done_at is null then :now end,
                done_reason = case when e.done_at is null then 'MAX_ATTEMPTS' end
            where e.assignment_id = :assignment and e.claimed_until is null
              and ((e.done_reason = 'MAX_ATTEMPTS' and e.attempts < :most)
                   or (e.done_at is null and e.attempts >= :most and e.call_back_at is null and not {waited_for}))""".replace("{waited_for}", SurveyPromises.WAITED_FOR));

    private static final NamedSql DONE = NamedSql.of("""
            insert into call_queue_refresh (assignment_id, refreshed_at) values (:assignment, :now)
            on conflict (assignment_id) do update set refreshed_at = :now, requested_at = null""");

    private final Sql sql;
    private final Definitions definitions;
    private final ContactPolicy policy;
    private final Moments moments;
    private final Clock clock;

    QueueRefresh(Sql sql, Definitions definitions, ContactPolicy policy, Moments moments, Clock clock) {
        this.sql = sql;
        this.definitions = definitions;
        this.policy = policy;
        this.moments = moments;
        this.clock = clock;
    }

    /** Compares everybody; says how many entries were added or changed. */
    @Transactional
    public int assignment(long assignmentId) {
        var changed = definitions.current(assignmentId).map(this::everybody);
        sql.update(DONE, Map.of("assignment", assignmentId, "now", clock.instant()));
        return changed.orElse(0);
    }

    private int everybody(Definition definition) {
        var limit = Map.of("assignment", definition.id(), "most", definition.maxAttempts(), "now", clock.instant());
        return sql.update(LIMIT, limit) + compare(definition, "true", Map.of());
    }

    /** Compares only these people, in the transaction that changed something about them. */
    int people(long assignmentId, List<Long> personIds) {
        return definitions
                .current(assignmentId)
                .map(definition ->
                        compare(definition, "{person} = any (cast(:people as bigint[]))", Map.of("people", personIds)))
                .orElse(0);
    }

    private int compare(Definition definition, String only, Map<String, Object> extra) {
        var conditions = definition.conditions(policy, moments.of(definition.organizationId()));
        var meant = MEANT.replace("{dial}", DialSql.FIRST)
                .replace("{goal}", conditions.goalMet())
                .replace("{refusal}", ContactPolicy.REFUSAL)
                .replace("{target}", conditions.inTarget())
                .replace("{only}", only.replace("{person}", "p.id"));
        var parameters = new HashMap<>(conditions.parameters());
        parameters.putAll(extra);
        parameters.put("cooldown", definition.cooldownHours());
        parameters.put("week", (int) WeeklyCap.WEEK.toHours());
        parameters.put("batch", BATCH);
        var total = sql.update(NamedSql.of(ADD.replace("{meant}", meant.replace("{rest}", REST))), parameters);
        var change = NamedSql.of(CHANGE.replace("{meant}", meant.replace("{rest}", ""))
                .replace("{only}", only.replace("{person}", "e.person_id")));
        int changed;
        do {
            changed = sql.first(change, parameters, row -> row.count("changed")).orElse(0);
            total += changed;
        } while (changed == BATCH);
        return total;
    }
}
