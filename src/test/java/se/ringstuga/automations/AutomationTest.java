package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.ApiTest;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.SendingFixtures;

/** Base of the tests about automations: an association at noon that can send SMS and e-mail through the sandbox. */
abstract class AutomationTest extends ApiTest {

    static final String SOLNA = "solna";
    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    /** Friday 20 November 2026, noon in Stockholm. */
    static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

    @Inject
    AutomationTick tick;

    @Inject
    SendingFixtures sending;

    @Inject
    Sql sql;

    String token;

    @BeforeEach
    void anAssociationThatCanSend() {
        clock.set(NOON);
        a.organization(SOLNA);
        token = a.token(SOLNA);
        as(token)
                .body(Map.of("address", "+46701740699", "perSecond", 1000))
                .post(in(SOLNA, "/sms-senders"))
                .then()
                .statusCode(201);
    }

    /** Tokens live for a month, and flows for longer. */
    void at(Instant instant) {
        clock.set(instant);
        token = a.token(SOLNA);
    }

    void after(Duration time) {
        at(clock.instant().plus(time));
    }

    /** A register as it comes from the party. */
    void imported(String... rows) {
        var file = "Medlemsnummer;Förnamn;Efternamn;Mobil;E-post;Inträdesdatum\n" + String.join("\n", rows) + "\n";
        imports(file, "").statusCode(200);
    }

    ValidatableResponse imports(String file, String query) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .contentType("text/csv")
                .body(file)
                .post(in(SOLNA, "/people/imports" + query))
                .then();
    }

    /** A row of the register: who joined so many days ago. */
    String member(int number, String name, int daysAgo) {
        return "%d;%s;Ek;+467017406%02d;%s@example.org;%s"
                .formatted(number, name, number, name.toLowerCase(Locale.ROOT), today().minusDays(daysAgo));
    }

    LocalDate today() {
        return clock.instant().atZone(STOCKHOLM).toLocalDate();
    }

    long person(String name) {
        return number("select id as n from person where given_name = '" + name + "'");
    }

    long number(String statement) {
        return sql.first(NamedSql.of(statement), Map.of(), row -> row.number("n"))
                .orElseThrow();
    }

    List<String> texts(String statement) {
        return sql.list(NamedSql.of(statement), Map.of(), row -> row.text("t"));
    }

    int change(String statement) {
        return sql.update(NamedSql.of(statement), Map.of());
    }

    static Map<String, Object> map(Object... pairs) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    static Map<String, Object> joined() {
        return map("type", "joined");
    }

    static Map<String, Object> sms(String text) {
        return map("type", "sms", "purpose", "welcome", "text", text);
    }

    static Map<String, Object> wait(int days) {
        return map("type", "wait", "days", days);
    }

    @SafeVarargs
    static Map<String, Object> definition(Map<String, Object> trigger, Map<String, Object>... steps) {
        return map("trigger", trigger, "steps", List.of(steps));
    }

    long written(Map<String, Object> definition) {
        return as(token)
                .body(map("title", "Flöde", "definition", definition))
                .post(in(SOLNA, "/automations"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    /** The same, switched on for whoever comes from now on. */
    long running(Map<String, Object> definition) {
        var id = written(definition);
        activate(id, map("existing", "FROM_NOW")).statusCode(200);
        return id;
    }

    ValidatableResponse activate(long id, Map<String, Object> choice) {
        return as(token)
                .body(choice)
                .post(in(SOLNA, "/automations/" + id + "/activation"))
                .then();
    }

    long welcome() {
        as(token).get(in(SOLNA, "/automations")).then().statusCode(200);
        return number("select id as n from automation where key = 'valkomna'");
    }

    /** The tick's rounds until nothing is due, and whatever is to be sent. */
    void goOn() {
        tick.run();
        sending.sendAll();
    }

    void goOn(Duration time) {
        after(time);
        goOn();
    }

    JsonPath automation(long id) {
        return as(token)
                .get(in(SOLNA, "/automations/" + id))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** What stands on the sandbox's phones, without the name of the association before it. */
    List<String> phones() {
        return texts("select text as t from sandbox_sms where outgoing order by id").stream()
                .map(text -> text.replaceFirst("^solna: ", ""))
                .toList();
    }

    /** What came of the steps of a person, in their order: {@code sms DONE}. */
    List<String> log(String name) {
        return texts(
                "select concat_ws(' ', r.step, r.outcome, r.reason) as t from automation_run r join person p on p.id = r.person_id"
                        + " where p.given_name = '" + name + "' order by r.id");
    }

    /** Where a person stands: {@code WAITING wait}. */
    String place(String name) {
        return texts(
                        "select concat_ws(' ', e.state, e.step, e.reason) as t from automation_enrolment e join person p on p.id = e.person_id"
                                + " where p.given_name = '" + name + "'")
                .stream()
                .findFirst()
                .orElse("");
    }

    static void same(List<String> actual, String... wanted) {
        assertThat(actual).containsExactly(wanted);
    }
}
