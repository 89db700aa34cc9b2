package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Breaks that are decided on, or taken back, while people wait (rule 33). */
@QuarkusTest
class BreaksInFlowsTest extends AutomationTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void aBreakDecidedInsideAWaitMakesItAsMuchLonger() {
        running(definition(joined(), wait(3), sms("Hej!")));
        imported(member(5, "Anna", 0));
        goOn();
        closed("2026-11-22", "2026-11-24");

        goOn(Duration.ofDays(5));
        assertThat(phones()).as("21 and 25 November were open").isEmpty();

        goOn(DAY);
        same(phones(), "Hej!");
    }

    @Test
    void aBreakThatIsTakenBackMakesAWaitShorter() {
        var id = closed("2026-11-21", "2026-12-20");
        running(definition(joined(), wait(2), sms("Hej!")));
        imported(member(5, "Anna", 0));
        goOn();
        after(DAY);
        as(token).delete(in(SOLNA, "/closed-days/" + id)).then().statusCode(204);

        goOn(DAY);

        same(phones(), "Hej!");
    }

    @Test
    void theTimeOutOfWhatIsWaitedForStandsStillInABreakAndInAPause() {
        var id = running(definition(
                joined(),
                map(
                        "type",
                        "waitFor",
                        "filter",
                        map("type", "personField", "field", "city", "operator", "equals", "value", "Solna"),
                        "untilDay",
                        3),
                sms("Hej!")));
        imported(member(5, "Anna", 0));
        goOn();
        act(id, "pause");
        after(DAY);
        act(id, "resumption");
        goOn(DAY);
        closed("2026-11-23", "2026-11-24");

        goOn(Duration.ofDays(3));
        assertThat(place("Anna"))
                .as("day 3, counted without the pause, the 23rd and the 24th")
                .startsWith("WAITING");

        goOn(DAY);
        same(phones(), "Hej!");
    }

    private void act(long id, String what) {
        as(token).post(in(SOLNA, "/automations/" + id + "/" + what)).then().statusCode(200);
    }

    private long closed(String first, String last) {
        return as(token)
                .body(map("kind", "DATES", "name", "Stängt", "firstOn", first, "lastOn", last))
                .post(in(SOLNA, "/closed-days"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }
}
