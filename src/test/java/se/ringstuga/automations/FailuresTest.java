package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.accounts.Permission;
import se.ringstuga.database.SqlFailed;

/** Steps that go wrong: what the moment is to blame for passes by itself, everything else is told and tried again by hand. */
@QuarkusTest
class FailuresTest extends AutomationTest {

    private long id;

    @BeforeEach
    void threeWaitForTheirSms() {
        id = running(definition(joined(), wait(1), sms("Hej!")));
        imported(member(5, "Anna", 0), member(6, "Bo", 0), member(7, "Cia", 0));
        goOn();
    }

    @AfterEach
    void itGoesWellAgain() {
        change("drop trigger if exists fails on automation_run");
        change("drop function if exists fails()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001", "53300", "55P03", "57P03", "08006"})
    void whatTheMomentIsToBlameForStrandsNobody(String state) {
        failing(state, "Bo");

        goOn(Duration.ofDays(1));
        assertThat(texts("select distinct state as t from automation_enrolment"))
                .containsExactly("ACTIVE");

        itGoesWellAgain();
        goOn(Duration.ofSeconds(10));
        assertThat(phones()).hasSize(3);
    }

    @Test
    void aPoolWithoutConnectionsIsOfTheMomentAndAMistakeIsNot() {
        assertThat(SqlFailed.passes(new IllegalStateException(new SQLException("Sorry, acquisition timeout!"))))
                .isTrue();
        assertThat(SqlFailed.passes(new IllegalStateException(new SQLException("broken", "23505"))))
                .isFalse();
        assertThat(SqlFailed.passes(new IllegalStateException("a mistake"))).isFalse();
    }

    @Test
    void organizersAreToldAtOnceAndOnceADay() {
        failing("23514", "Bo");
        goOn(Duration.ofDays(1));
        same(texts("select kind || ' ' || (details ->> 'count') as t from notice"), "automation-failed 1");
        as(token)
                .get(in(SOLNA, "/notices"))
                .then()
                .body(
                        "items.text",
                        contains(
                                "”Flöde” står still för en person, eftersom ett steg inte gick att göra. Se efter och prova igen."));

        failing("23514", "");
        imported(member(8, "Didi", 0));
        goOn(Duration.ofMinutes(2));
        change(
                "update automation_enrolment set due_at = arrived_at, state = 'ACTIVE', waiting_for = null, step = 'sms' where state = 'WAITING'");
        goOn();
        assertThat(number("select count(*) as n from automation_enrolment where state = 'FAILED'"))
                .isEqualTo(2);
        assertThat(number("select count(*) as n from notice")).isEqualTo(1);
    }

    @Test
    void allAreTriedAgainAtOnce() {
        failing("23514", "");
        goOn(Duration.ofDays(1));
        assertThat(number("select count(*) as n from automation_enrolment where state = 'FAILED'"))
                .isEqualTo(3);
        itGoesWellAgain();

        var path = in(SOLNA, "/automations/" + id + "/enrolments/resumption");
        as("none").post(path).then().statusCode(401);
        as(a.token(SOLNA, Permission.AUTOMATIONS_READ)).post(path).then().statusCode(403);
        a.organization("gavle");
        as(a.token("gavle"))
                .post(in("gavle", "/automations/" + id + "/enrolments/resumption"))
                .then()
                .statusCode(404);
        as(token).post(path).then().statusCode(200).body("again", equalTo(3));
        goOn();

        assertThat(phones()).hasSize(3);
    }

    /** @param name whose trace of the SMS cannot be written; empty for nobody's */
    private void failing(String state, String name) {
        itGoesWellAgain();
        change("""
                create function fails() returns trigger language plpgsql as $$
                begin
                  if new.step = 'sms' and exists (select from person p where p.id = new.person_id and p.given_name like '%s%%') then
                    raise exception 'not now' using errcode = '%s';
                  end if;
                  return new;
                end $$""".formatted(name, state));
        change("create trigger fails before insert on automation_run for each row execute function fails()");
    }
}
