package se.ringstuga.messaging;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody can mean as the time of a message is refused with the field and the mend. */
@QuarkusTest
class SendTimesTest extends BroadcastTest {

    private static final String BROADCAST = """
            {"title": "Möte", "channel": "SMS", "filter": {"type": "all", "filters": []}, "text": "Hej", "%s": %s}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "sendAt      | \"1970-01-01T00:00:00Z\" | has passed",
                "sendAt      | \"2026-11-20T10:54:00Z\" | has passed",
                "sendAt      | \"9999-12-31T00:00:00Z\" | before 2028-11-20T11:00:00Z",
                "sendAt      | \"+999999999-12-31T23:59:59Z\" | more than two years ahead",
                "sendAt      | 1e300                    | must be a moment such as",
                "sendAt      | 1795000000               | must be a moment such as",
                "sendAt      | \"1795000000\"           | must be a moment such as",
                "sendAtLocal | \"2028-11-20T12:01\"     | more than two years ahead",
                "sendAtLocal | \"1970-01-01T10:00\"     | has passed",
                "notAfter    | \"9999-12-31T00:00:00Z\" | more than two years ahead",
                "notAfter    | 1e300                    | must be a moment such as",
            })
    void aDraftNamesTheFieldAndTheMend(String field, String value, String said) {
        as(token)
                .body(BROADCAST.formatted(field, value))
                .post(in(SOLNA, "/broadcasts"))
                .then()
                .statusCode(400)
                .body("violations.field", contains(field))
                .body("violations[0].message", containsString(said));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "sendAt   | \"1970-01-01T00:00:00Z\"",
                "sendAt   | \"9999-12-31T00:00:00Z\"",
                "sendAt   | 1e300",
                "notAfter | \"9999-12-31T00:00:00Z\"",
                "notAfter | 1e300",
            })
    void aChangeOfADraftToo(String field, String value) {
        var id = draft("Välkomna");

        as(token)
                .body("{\"" + field + "\": " + value + "}")
                .patch(in(SOLNA, "/broadcasts/" + id))
                .then()
                .statusCode(400)
                .body("violations.field", contains(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"\"9999-12-31T00:00:00Z\"", "\"1970-01-01T00:00:00Z\"", "1e300"})
    void soDoesASingleMessage(String value) {
        var anna = person("Anna", "+46701740605");

        as(token)
                .body("{\"personId\": %d, \"channel\": \"SMS\", \"text\": \"Hej\", \"notAfter\": %s}"
                        .formatted(anna, value))
                .post(in(SOLNA, "/messages"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("notAfter"));
    }

    @Test
    void aMonthlyTextEndsWithinTenYears() {
        var monthly = new HashMap<>(broadcast("Brev"));
        monthly.put("rule", Map.of("day", 1, "time", "10:00"));
        monthly.put("endsOn", "9999-12-31");
        as(token)
                .body(monthly)
                .post(in(SOLNA, "/recurring-broadcasts"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("endsOn"))
                .body("violations[0].message", containsString("2036-11-20"));
        monthly.put("endsOn", "2036-11-20");
        as(token).body(monthly).post(in(SOLNA, "/recurring-broadcasts")).then().statusCode(201);
    }

    @Test
    void whatWasUnderWayForAMinuteIsStillMeantAndSoIsTheLastDay() {
        for (var at : new String[] {"2026-11-20T10:59:00Z", "2028-11-20T11:00:00Z", "2027-06-01T10:00:00+02:00"}) {
            as(token)
                    .body(BROADCAST.formatted("sendAt", "\"" + at + "\""))
                    .post(in(SOLNA, "/broadcasts"))
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void aTimeThatHasPassedMeanwhileStandsInNoWayOfAnotherChange() {
        var wanted = broadcast("Välkomna");
        wanted.put("sendAt", "2026-11-21T11:00:00Z");
        var id = draft(wanted);
        clock.advance(Duration.ofDays(3));

        as(token)
                .body(Map.of("title", "Nytt namn"))
                .patch(in(SOLNA, "/broadcasts/" + id))
                .then()
                .statusCode(200)
                .body("sendAt", equalTo("2026-11-21T11:00:00Z"));
    }
}
