package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.contact.ContactPolicy;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/**
 * Counts what an assignment would call, and what a change would do to one that is open, by the same conditions that fill its
 * list; nothing is written and nobody waits.
 */
@ApplicationScoped
class QueueOutlooks {

    private static final int SHOWN = 10;

    private static final String PLACES = """
            with meant as ({meant}),
            placed as (
              select case when d.not_wanted is not null then d.not_wanted
                          when d.phone is null then 'NO_NUMBER'
                          when d.last_attempt is not null or d.cap_reached is not null then 'WAITING'
                          else 'CALLABLE' end as place
              from meant d)
            select place, count(*) as people from placed group by 1 order by 2 desc, 1""";

    private static final String FIRST = """
            with meant as ({meant})
            select d.person_id, p.given_name, p.family_name from meant d join person p on p.id = d.person_id
            where d.not_wanted is null and d.phone is not null and d.last_attempt is null and d.cap_reached is null
            order by d.joined_on desc nulls last, d.person_id limit :shown""";

    private static final String EFFECT = """
            with meant as materialized ({meant}),
            entry as (
              select e.person_id, e.claimed_until is not null as claimed, e.done_at, e.done_reason, e.call_back_at, e.attempts
              from call_queue_entry e where e.assignment_id = :assignment),
            both_lists as (
              select e.person_id is not null as listed, coalesce(e.claimed, false) as claimed, e.done_at is not null as done,
                     e.done_reason, e.attempts, e.call_back_at, d.person_id is not null as meant, d.not_wanted
              from entry e full join meant d on d.person_id = e.person_id)
            select count(*) filter (where not listed and not_wanted is null) as added,
                   count(*) filter (where listed and not done and not claimed
                                      and (not meant or (not_wanted is not null and not_wanted <> 'GOAL'))) as leaving,
                   count(*) filter (where listed and not done and not claimed and not_wanted = 'GOAL') as reaching_goal,
                   count(*) filter (where done and meant and not_wanted is null
                                      and (done_reason not in ('DECLINED', 'MAX_ATTEMPTS')
                                           or (done_reason = 'MAX_ATTEMPTS' and attempts < :most))) as returning,
                   count(*) filter (where listed and not done and not claimed and meant and not_wanted is null
                                      and attempts >= :most and call_back_at is null) as attempts_over,
                   count(*) filter (where claimed) as with_callers
            from both_lists""";

    private final Sql sql;
    private final ContactPolicy policy;
    private final Moments moments;

    QueueOutlooks(Sql sql, ContactPolicy policy, Moments moments) {
        this.sql = sql;
        this.policy = policy;
        this.moments = moments;
    }

    QueueOutlook of(Definition definition) {
        var parameters = new HashMap<String, Object>();
        var places = new LinkedHashMap<String, Long>();
        sql.list(
                        statement(PLACES, definition, QueueRefresh.REST, parameters),
                        parameters,
                        row -> Map.entry(row.text("place"), row.number("people")))
                .forEach(place -> places.put(place.getKey(), place.getValue()));
        var people = places.values().stream().mapToLong(Long::longValue).sum();
        var callable = taken(places, "CALLABLE");
        var waiting = taken(places, "WAITING");
        return new QueueOutlook(people, callable, waiting, places);
    }

    /** The first of those who would be called. */
    List<QueueOutlook.Next> first(Definition definition) {
        var parameters = new HashMap<String, Object>(Map.of("shown", SHOWN));
        return sql.list(
                statement(FIRST, definition, QueueRefresh.REST, parameters),
                parameters,
                row -> new QueueOutlook.Next(
                        row.number("person_id"), (row.text("given_name") + " " + row.text("family_name")).strip()));
    }

    /** Of putting this in the place of what the assignment with its id says now. */
    ChangeEffect effect(Definition wanted) {
        var parameters = new HashMap<String, Object>(Map.of("most", wanted.maxAttempts()));
        return sql.first(
                        statement(EFFECT, wanted, "", parameters),
                        parameters,
                        row -> new ChangeEffect(
                                row.number("added"),
                                row.number("leaving"),
                                row.number("reaching_goal"),
                                row.number("returning"),
                                row.number("attempts_over"),
                                row.number("with_callers")))
                .orElseThrow();
    }

    private NamedSql statement(String text, Definition definition, String rest, Map<String, Object> parameters) {
        var conditions = definition.conditions(policy, moments.of(definition.organizationId()));
        parameters.putAll(conditions.parameters());
        var meant = QueueRefresh.MEANT
                .replace("{dial}", DialSql.FIRST)
                .replace("{goal}", conditions.goalMet())
                .replace("{refusal}", ContactPolicy.REFUSAL)
                .replace("{target}", conditions.inTarget())
                .replace("{only}", "true")
                .replace("{rest}", rest);
        return NamedSql.of(text.replace("{meant}", meant));
    }

    private static long taken(Map<String, Long> places, String place) {
        var count = places.remove(place);
        return count == null ? 0 : count;
    }
}
