package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.database.NamedSql;

/** The numbers of a flow's page, however many have passed it. */
@QuarkusTest
class FlowNumbersTest extends AutomationTest {

    @Inject
    FlowNumbers numbers;

    @Test
    void whatStepsCameToIsKeptAsItHappensAndEqualsWhatIsWrittenDown() {
        var branch = map(
                "type",
                "branch",
                "filter",
                map("type", "hasMobile"),
                "then",
                List.of(sms("Hej!")),
                "otherwise",
                List.of(wait(1)));
        var id = running(definition(joined(), branch, map("type", "tell", "text", "Klart")));
        imported(member(5, "Anna", 0), member(6, "Bo", 0), "7;Cilla;Ek;;;" + today());
        goOn();
        imported(member(8, "Dan", 0));
        goOn();

        same(kept(), counted());
        assertThat(step(id, "branch")).isEqualTo(new FlowNumbers.StepNumbers(0, 0, 3, 1, 0));

        change("delete from automation_enrolment where person_id = " + person("Anna"));
        same(kept(), counted());
        assertThat(step(id, "branch").yes()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STATES", "HERE", "OUTCOMES", "OLDER"})
    void theNumbersOfOneFlowAreReadFromIndexesHoweverManyHavePassedIt(String which) {
        var id = written(definition(joined(), wait(1), sms("Hej!")));
        tenThousandPassedEachOf(id, written(definition(joined(), wait(1))), written(definition(joined(), wait(2))));
        var plan = switch (which) {
            case "STATES" -> plan(FlowNumbers.STATES, Map.of("automations", List.of(id)));
            case "HERE" -> plan(FlowNumbers.HERE, Map.of("automation", id));
            case "OLDER" -> plan(FlowVersions.OLDER, Map.of("automation", id, "number", 1));
            default -> plan(FlowNumbers.OUTCOMES, Map.of("automation", id));
        };

        assertThat(plan).doesNotContain("automation_run").doesNotContain("Seq Scan on automation_enrolment");
        assertThat(step(id, "sms").done()).isEqualTo(10_000);
        assertThat(numbers.states(List.of(id)).get(id))
                .isEqualTo(Map.of(Turnout.State.FINISHED, 9_900L, Turnout.State.WAITING, 100L));
    }

    private FlowNumbers.StepNumbers step(long automation, String key) {
        return numbers.steps(automation).getOrDefault(key, FlowNumbers.StepNumbers.NONE);
    }

    private void tenThousandPassedEachOf(Long... automations) {
        change("""
                insert into person (organization_id, given_name, created_at, updated_at)
                select o.id, 'P' || n, o.created_at, o.created_at from organization o, generate_series(1, 10000) n""");
        var all = Map.of("automations", List.of(automations));
        sql.update(NamedSql.of("""
                insert into automation_enrolment (organization_id, automation_id, version, person_organization, person_id, state, step,
                                                  waiting_for, entered_at, entered_by, arrived_at, due_at, ended_at, created_at)
                select a.organization_id, a.id, 1, p.organization_id, p.id, case when p.id % 100 = 0 then 'WAITING' else 'FINISHED' end,
                       case when p.id % 100 = 0 then 'sms' end, case when p.id % 100 = 0 then 'TIME' end, p.created_at, 'system:0',
                       p.created_at, case when p.id % 100 = 0 then p.created_at end,
                       case when p.id % 100 <> 0 then p.created_at end, p.created_at
                from automation a, person p where a.id = any (cast(:automations as bigint[]))"""), all);
        change("""
                insert into automation_run (organization_id, automation_id, enrolment_id, version, person_organization, person_id, step, kind,
                                            outcome, at)
                select organization_id, automation_id, id, 1, person_organization, person_id, 'sms', 'sms', 'DONE', created_at
                from automation_enrolment""");
        change("vacuum (analyze) automation_enrolment, automation_run, automation_outcome");
    }

    private String plan(NamedSql statement, Map<String, ?> parameters) {
        var explained = new NamedSql("explain (costs off) " + statement.text(), statement.names());
        return String.join("\n", sql.list(explained, parameters, row -> row.text("QUERY PLAN")));
    }

    private List<String> kept() {
        return texts(
                "select concat_ws(' ', automation_id, step, outcome, people) as t from automation_outcome where people > 0 order by 1");
    }

    private String[] counted() {
        return texts("select concat_ws(' ', automation_id, step, outcome, count(*)) as t from automation_run"
                        + " group by automation_id, step, outcome order by 1")
                .toArray(String[]::new);
    }
}
