package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.events.PlannedReminders;

/** How many reminders wait for an event, for whoever is about to move or cancel it. */
@ApplicationScoped
class WaitingReminders implements PlannedReminders {

    /** Where nobody stands as a row yet, those whom it would concern by the sign-ups of now. */
    private static final NamedSql COUNT = NamedSql.of("""
            select coalesce(sum(case when p.laid_out_at is not null
                then (select count(*) from reminder m where m.plan_id = p.id and m.state = 'PLANNED')
                else (select count(*) from sign_up s where s.event_id = p.event_id
                        and s.state = case r.audience when 'SIGNED_UP' then 'SIGNED_UP' when 'UNANSWERED' then 'INVITED' end) end), 0) as waiting
            from reminder_plan p join reminder_rule r on r.id = p.rule_id
            where p.event_id = :event and p.closed is null and p.due_at > :now and r.occasion = 'BEFORE'
              and r.switched_off_at is null and r.archived_at is null""");

    private static final NamedSql TELLING_OF_PLACE =
            NamedSql.of("select distinct e.id from " + ReminderRules.APPLIED + """

            where e.id = any (cast(:events as bigint[])) and r.occasion = 'RELOCATED' and r.switched_off_at is null and x.rule_id is null""");

    private final Sql sql;
    private final Clock clock;

    WaitingReminders(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public long waiting(long eventId) {
        return sql.first(COUNT, Map.of("event", eventId, "now", clock.instant()), row -> row.number("waiting"))
                .orElse(0L);
    }

    @Override
    public Set<Long> tellingOfPlace(List<Long> events) {
        return Set.copyOf(sql.list(TELLING_OF_PLACE, Map.of("events", events), row -> row.number("id")));
    }
}
