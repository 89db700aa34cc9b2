package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.automations.Turnout.State;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** How many people are in automations and at their steps, and what each step came to: the people counted by indexes alone, the rest kept. */
@ApplicationScoped
class FlowNumbers {

    static final NamedSql STATES = NamedSql.of("""
            select automation_id, state, count(*) as people from automation_enrolment
            where automation_id = any (cast(:automations as bigint[])) group by automation_id, state""");

    static final NamedSql HERE = NamedSql.of("""
            select step, count(*) as people from automation_enrolment
            where automation_id = :automation and state in ('ACTIVE', 'WAITING', 'PAUSED', 'FAILED') group by step""");

    static final NamedSql OUTCOMES = NamedSql.of("""
            select step, outcome, people from automation_outcome where automation_id = :automation and people > 0""");

    private final Sql sql;

    FlowNumbers(Sql sql) {
        this.sql = sql;
    }

    /** By automation; states in which nobody is are left out. */
    Map<Long, Map<State, Long>> states(List<Long> automations) {
        var all = new HashMap<Long, Map<State, Long>>();
        sql.list(
                STATES,
                Map.of("automations", automations),
                row -> all.computeIfAbsent(row.number("automation_id"), _ -> new EnumMap<>(State.class))
                        .put(State.valueOf(row.text("state")), row.number("people")));
        return all;
    }

    /** By the keys of the steps, of those where anybody is or was. */
    Map<String, StepNumbers> steps(long automation) {
        var here = new HashMap<String, Long>();
        var outcomes = new HashMap<String, Map<String, Long>>();
        sql.list(HERE, Map.of("automation", automation), row -> here.put(row.text("step"), row.number("people")));
        sql.list(
                OUTCOMES,
                Map.of("automation", automation),
                row -> outcomes.computeIfAbsent(row.text("step"), _ -> new HashMap<>())
                        .put(row.text("outcome"), row.number("people")));
        var steps = new HashMap<String, StepNumbers>();
        outcomes.forEach((step, counts) -> steps.put(step, StepNumbers.of(here.getOrDefault(step, 0L), counts)));
        here.forEach((step, people) -> steps.putIfAbsent(step, StepNumbers.of(people, Map.of())));
        return steps;
    }

    /**
     * The numbers of one step.
     *
     * @param here who stand at it now
     * @param done for whom it has happened
     * @param yes for whom its condition held, or what was waited for happened
     * @param no for whom not
     * @param skipped whom it passed by with a reason
     */
    record StepNumbers(long here, long done, long yes, long no, long skipped) {

        static final StepNumbers NONE = new StepNumbers(0, 0, 0, 0, 0);

        private static StepNumbers of(long here, Map<String, Long> outcomes) {
            return new StepNumbers(
                    here,
                    outcomes.getOrDefault("DONE", 0L),
                    outcomes.getOrDefault("YES", 0L),
                    outcomes.getOrDefault("NO", 0L),
                    outcomes.getOrDefault("SKIPPED", 0L));
        }
    }
}
