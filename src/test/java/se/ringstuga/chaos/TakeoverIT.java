package se.ringstuga.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An instance that dies in the middle of a flow's tick: the other one takes over what it had in hand. */
@Timeout(150)
class TakeoverIT {

    private static final String ASSOCIATION = "takeover";
    private static final int PEOPLE = 200;
    private static final int STEPS = 8;

    /** Each step takes as long as if there were many thousands of people, so that there is a middle. */
    private static final String SLOWLY = """
            create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.5); return null; end $$;
            create trigger slowly after insert on automation_run for each statement execute function slowly()""";

    private static final String BEGIN = """
            insert into automation_enrolment (organization_id, automation_id, version, person_organization, person_id, state, step, entered_at,
                                              entered_by, arrived_at, due_at, created_at)
            select a.organization_id, a.id, 1, p.organization_id, p.id, 'ACTIVE', a.first, a.activated_at, 'system:0', a.activated_at,
                   a.activated_at, a.activated_at
            from (select *, (select definition #>> '{steps,0,key}' from automation_version where automation_id = automation.id) as first
                  from automation where title = 'Flöde') a, person p""";

    private static final String WHO = "select node from job where name = 'automations' and lease_until is not null";
    private static final String DONE = "select count(*) from automation_run";
    private static final String LEFT = "select count(*) from automation_enrolment where state <> 'FINISHED'";

    @Test
    void whatAKilledInstanceHadInHandIsFinishedByTheOtherWithinAMinute() throws Exception {
        try (var pair = new Pair(Arena.folder("takeover"))) {
            aFlowOfTags(pair);
            pair.change(SLOWLY);
            pair.bothUp();
            pair.change(BEGIN);
            assertThat(Pair.within(Duration.ofSeconds(30), () -> pair.number(DONE) >= 2 * PEOPLE))
                    .as("a tick begins")
                    .isTrue();
            var killed = pair.text(WHO);

            pair.kill(killed);
            assertThat(pair.number(LEFT)).as("it was in the middle").isEqualTo(PEOPLE);

            assertThat(Pair.within(Duration.ofSeconds(60), () -> pair.number(LEFT) == 0))
                    .as("the other goes on")
                    .isTrue();
            assertThat(pair.number(DONE)).as("each step once").isEqualTo((long) PEOPLE * STEPS);
            assertThat(pair.text("select node from job where name = 'automations'"))
                    .isNotEmpty()
                    .isNotEqualTo(killed);
        }
    }

    private static void aFlowOfTags(Pair pair) throws IOException {
        var setup = pair.setup();
        setup.association(ASSOCIATION, 0, PEOPLE, 1);
        var steps = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < STEPS; i++) {
            var tag = setup.post(ASSOCIATION, "/tags", Map.of("title", "Etikett " + i), 201);
            steps.add(Map.of("type", "tag", "tagId", tag.path("id").asLong()));
        }
        var definition = Map.of("trigger", Map.of("type", "nothingHeard", "days", 1000), "steps", List.copyOf(steps));
        var flow = setup.post(ASSOCIATION, "/automations", Map.of("title", "Flöde", "definition", definition), 201);
        var activation = "/automations/" + flow.path("id").asLong() + "/activation";
        setup.post(ASSOCIATION, activation, Map.of("existing", "FROM_NOW"), 200);
    }
}
