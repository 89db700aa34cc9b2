package se.ringstuga.messaging;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.database.NamedSql;

/** Base of the tests about monthly texts: a newsletter on the first, at half past five, not in July. */
abstract class RecurringTest extends BroadcastTest {

    static final String PATH = "/recurring-broadcasts";

    /** When the one of 1 December goes out, half past five in Stockholm. */
    static final Instant DECEMBER = Instant.parse("2026-12-01T16:30:00Z");

    @Inject
    MonthlyBroadcasts monthly;

    @BeforeEach
    void aMember() {
        person("Anna", "+46701740605");
    }

    static Map<String, Object> newsletter() {
        return new HashMap<>(Map.of(
                "title",
                "Medlemsblad",
                "channel",
                "SMS",
                "filter",
                Map.of("type", "hasPhone"),
                "text",
                "Hej {förnamn|du}, månadens medlemsblad",
                "rule",
                Map.of("day", 1, "time", "17:30", "exceptMonths", List.of(7))));
    }

    long written(Map<String, Object> wanted) {
        return as(token)
                .body(wanted)
                .post(in(SOLNA, PATH))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    ValidatableResponse recurring(long id) {
        return as(token).get(in(SOLNA, PATH + "/" + id)).then().statusCode(200);
    }

    ValidatableResponse put(long id, Map<String, Object> wanted) {
        return as(token).body(wanted).put(in(SOLNA, PATH + "/" + id)).then();
    }

    ValidatableResponse post(long id, String what) {
        return as(token).post(in(SOLNA, PATH + "/" + id + "/" + what)).then();
    }

    ValidatableResponse broadcasts() {
        return as(token).get(in(SOLNA, "/broadcasts")).then();
    }

    void at(Instant instant) {
        clock.set(instant);
        monthly.make();
        token = a.token(SOLNA);
    }

    List<String> told() {
        return sql.list(
                NamedSql.of("select kind || ' ' || (details ->> 'when') as told from notice order by id"),
                Map.of(),
                row -> row.text("told"));
    }
}
