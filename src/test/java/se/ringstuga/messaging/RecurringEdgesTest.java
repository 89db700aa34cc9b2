package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What monthly texts may not be, and whose they are. */
@QuarkusTest
class RecurringEdgesTest extends RecurringTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "title | ' '",
                "text | 'Hej {förnam}'",
                "channel | 'CALL'",
                "purpose | 'REMINDER'",
                "segmentId | 99999",
                "senderId | 99999",
                "filter | {'type':'x'}",
                "rule | {'time':'17:30'}",
                "rule.nth | {'weekday':'TUESDAY','nth':6,'time':'17:30'}",
                "rule.day | {'day':32,'time':'17:30'}",
                "rule.time | {'day':1}",
                "leadHours | 400",
                "endsOn | '2026-13-01'",
                "unknown | 1",
            })
    void whatCannotBeIsRefusedByName(String field, String value) throws Exception {
        var wanted = newsletter();
        if (field.equals("segmentId")) {
            wanted.remove("filter");
        }
        wanted.put(field.replaceAll("\\..*", ""), new ObjectMapper().readTree(value.replace('\'', '"')));

        as(token)
                .body(wanted)
                .post(in(SOLNA, PATH))
                .then()
                .statusCode(400)
                .body("violations[0].field", containsString(field));
    }

    @Test
    void monthlyTextsBelongToTheirOrganizationAndNeedTheRight() {
        a.organization("taby");
        var id = written(newsletter());
        var one = PATH + "/" + id;
        var stranger = a.token("taby");

        as(stranger).get(in("taby", one)).then().statusCode(404);
        as(stranger).body(newsletter()).put(in("taby", one)).then().statusCode(404);
        for (var what : List.of("pause", "resumption", "ending")) {
            as(stranger).post(in("taby", one + "/" + what)).then().statusCode(404);
            as(reader()).post(in(SOLNA, one + "/" + what)).then().statusCode(403);
            as("none").post(in(SOLNA, one + "/" + what)).then().statusCode(401);
        }
        as(reader()).body(newsletter()).post(in(SOLNA, PATH)).then().statusCode(403);
        as(reader()).body(newsletter()).put(in(SOLNA, one)).then().statusCode(403);
        as("none").get(in(SOLNA, PATH)).then().statusCode(401);
        as(reader()).get(in(SOLNA, PATH)).then().statusCode(200).body("items.id", contains((int) id));
    }

    @Test
    void whatFallsOnAClosedDayGoesOutAtItsHourOnTheNextOpenOneAndIsToldSo() {
        as(token)
                .body(Map.of("kind", "DATES", "name", "Paus", "firstOn", "2026-11-30", "lastOn", "2026-12-03"))
                .post(in(SOLNA, "/closed-days"))
                .then()
                .statusCode(201);
        written(newsletter());

        at(DECEMBER.minus(Duration.ofDays(3)));

        broadcasts()
                .body("items[0].sendAt", equalTo("2026-12-04T16:30:00Z"))
                .body("items[0].notAfter", equalTo("2026-12-05T16:30:00Z"));
        assertThat(told()).containsExactly("broadcast-waits 2026-12-04 17:30");
    }
}
