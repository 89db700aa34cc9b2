package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TickRacesTest extends AutomationTest {

    @Test
    void twoTicksAtOnceDoEachStepOnce() throws Exception {
        running(definition(
                joined(),
                sms("Hej {förnamn|du}!"),
                map("type", "tell", "text", "Ring dem."),
                map("type", "call", "title", "Ring"),
                wait(1),
                map("type", "sms", "key", "sen", "text", "Hej igen")));
        imported(IntStream.range(5, 65).mapToObj(i -> member(i, "Anna" + i, 0)).toArray(String[]::new));

        atOnce(4, tick::run);
        goOn();
        after(Duration.ofDays(1));
        atOnce(4, tick::run);
        goOn();

        assertThat(number("select count(*) as n from automation_enrolment where state = 'FINISHED'"))
                .isEqualTo(60);
        assertThat(number("select count(*) as n from automation_run")).isEqualTo(60 * 5);
        assertThat(number("select count(*) as n from message where source = 'AUTOMATION'"))
                .isEqualTo(120);
        assertThat(
                        number(
                                "select count(*) as n from (select from sandbox_sms where outgoing group by phone, text having count(*) > 1) twice"))
                .isZero();
        assertThat(
                        number(
                                "select sum(cast(details ->> 'count' as bigint)) as n from notice where kind = 'automation-tells'"))
                .isEqualTo(60);
    }

    /** A step is one transaction: after a kill it has happened with all of its traces, or not at all. */
    @Test
    void aKillBetweenStepsLosesNothingAndRepeatsNothing() {
        running(definition(joined(), sms("Hej!"), map("type", "sms", "key", "igen", "text", "Igen")));
        imported(member(5, "Anna", 0));
        change("""
                create function dies() returns trigger language plpgsql as $$
                begin
                  if new.step = 'igen' then
                    perform pg_terminate_backend(pg_backend_pid());
                  end if;
                  return new;
                end $$""");
        change("create trigger dies after insert on automation_run for each row execute function dies()");
        try {
            tick.run();
        } finally {
            change("drop trigger dies on automation_run");
            change("drop function dies()");
        }
        same(log("Anna"), "sms DONE");
        assertThat(number("select count(*) as n from message")).isEqualTo(1);

        tick.run();
        tick.run();

        same(log("Anna"), "sms DONE", "igen DONE");
        assertThat(number("select count(*) as n from message")).isEqualTo(2);
    }

    @Test
    void whatGoesWrongForOneGoesRightForTheOthers() {
        var id = running(definition(joined(), wait(1), sms("Hej!")));
        imported(member(5, "Anna", 0), member(6, "Bo", 0), member(7, "Cia", 0));
        goOn();
        // Only Bo's trace cannot be written.
        change(
                "insert into automation_run (organization_id, automation_id, enrolment_id, version, person_organization, person_id, step, kind,"
                        + " outcome, at) select organization_id, automation_id, id, version, person_organization, person_id, 'other', 'wait', 'DONE',"
                        + " created_at from automation_enrolment");
        change("alter table automation_run add constraint not_bo check (step <> 'sms' or person_id <> " + person("Bo")
                + ")");
        try {
            goOn(Duration.ofDays(1));

            assertThat(place("Anna")).isEqualTo("FINISHED");
            assertThat(place("Bo")).isEqualTo("FAILED sms STEP_FAILED");
            assertThat(place("Cia")).isEqualTo("FINISHED");
            assertThat(phones()).hasSize(2);
        } finally {
            change("alter table automation_run drop constraint not_bo");
        }
        var enrolment = number("select e.id as n from automation_enrolment e where e.state = 'FAILED'");
        as(token)
                .post(in(SOLNA, "/automations/" + id + "/enrolments/" + enrolment + "/resumption"))
                .then()
                .statusCode(200);
        goOn();
        assertThat(place("Bo")).isEqualTo("FINISHED");
        assertThat(phones()).hasSize(3);
    }

    @Test
    void anOrganizationWhoseSendingIsStoppedStandsStill() {
        running(definition(joined(), map("type", "tell", "text", "Ring.")));
        imported(member(5, "Anna", 0));
        change(
                "insert into sending_stop (organization_id, since, stopped_by, why) select id, created_at, 'staff:1', '' from organization");

        assertThat(tick.run()).isZero();
        change("update sending_stop set ended_at = since, ended_by = 'staff:1'");

        assertThat(tick.run()).isPositive();
    }

    @Test
    void onAClosedDayNothingHappensAndWhatIsDueComesOnTheFirstOpenOne() {
        running(definition(joined(), wait(1), sms("Hej!")));
        imported(member(5, "Anna", 0));
        goOn();
        as(token)
                .body(map("kind", "DATES", "name", "Stängt", "firstOn", "2026-11-21", "lastOn", "2026-11-24"))
                .post(in(SOLNA, "/closed-days"))
                .then()
                .statusCode(201);

        goOn(Duration.ofDays(2));
        assertThat(phones()).isEmpty();
        goOn(Duration.ofDays(3).plusMinutes(1));
        same(phones(), "Hej!");
    }

    @Test
    void peopleAtTheSameStepHaveTheirTurnTogether() {
        running(definition(joined(), map("type", "tell", "text", "Ring dem."), wait(1)));
        imported(IntStream.range(5, 500)
                .mapToObj(i -> member(i % 90 + 5, "Anna" + i, 0).replaceFirst("^[0-9]+", String.valueOf(i)))
                .toArray(String[]::new));

        goOn();

        assertThat(number("select count(*) as n from automation_enrolment where state = 'WAITING'"))
                .isEqualTo(495);
        assertThat(number("select count(*) as n from notice")).isEqualTo(1);
    }

    private static <T> List<T> atOnce(int many, Callable<T> work) throws Exception {
        var start = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                running.add(people.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            List<T> done = new ArrayList<>();
            for (var one : running) {
                done.add(one.get());
            }
            return done;
        }
    }
}
