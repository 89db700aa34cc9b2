package se.ringstuga.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** What no database can keep is refused as the mistake of whoever sent it, in the API and on the pages. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class HostileTextsTest extends ApiTest {

    private static final String BROADCAST = """
            {"title": "Möte%s", "channel": "SMS", "filter": {"type": "all", "filters": []}, "text": "Hej%s"%s}""";
    private static final String BEYOND = "+999999999-12-31T23:59:59";

    @Inject
    StaffFixtures staff;

    @Inject
    SendingFixtures sending;

    private String token;
    private String asa;
    private long anna;

    @BeforeEach
    void anAssociation() {
        a.organization("solna");
        token = a.token("solna");
        asa = staff.session(staff.staff("asa@example.org", "solna", Role.ORGANIZER));
        sending.sender(token, "solna");
        anna = sending.person(token, "solna", "+46701740605");
    }

    private void refused(String path, String body) {
        as(token).body(body).post(in("solna", path)).then().statusCode(400).body("type", endsWith("/unstorable"));
    }

    @Test
    void theCharacterNulIsRefusedWhereverItStands() {
        refused("/broadcasts", BROADCAST.formatted("\\u0000", "", ""));
        refused("/broadcasts", BROADCAST.formatted("", "\\u0000", ""));
        refused("/messages", """
                {"personId": %d, "channel": "SMS", "text": "a\\u0000b"}""".formatted(anna));
        as(token)
                .body("{\"why\": \"a\\u0000b\"}")
                .put(in("solna", "/sending-stop"))
                .then()
                .statusCode(400);

        as(token).get(in("solna", "/sending-stop")).then().body("stops.size()", is(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\ude00", "a\\ud83d b", "\\ude00\\ud83d"})
    void halfACharacterIsRefusedWhereverItStands(String half) {
        refused("/broadcasts", BROADCAST.formatted(half, "", ""));
        refused("/broadcasts", BROADCAST.formatted("", half, ""));
        refused("/messages", """
                {"personId": %d, "channel": "SMS", "text": "%s"}""".formatted(anna, half));
        var draft = as(token).body(BROADCAST.formatted("", "", "")).post(in("solna", "/broadcasts"));
        as(token)
                .body("{\"subject\": \"" + half + "\"}")
                .patch(in("solna", "/broadcasts/" + draft.jsonPath().getLong("id")))
                .then()
                .statusCode(400)
                .body("type", endsWith("/unstorable"));
        refused("/segments", """
                {"title": "Ort", "filter": {"type": "city", "anyOf": ["%s"]}}""".formatted(half));
    }

    @Test
    void aWholeOneIsKeptAsItIs() {
        as(token)
                .body(BROADCAST.formatted("\\ud83d\\ude00", "", ""))
                .post(in("solna", "/broadcasts"))
                .then()
                .statusCode(201)
                .body("title", is("Möte😀"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sendAt\": \"" + BEYOND + "Z", "sendAtLocal\": \"" + BEYOND, "notAfter\": \"" + BEYOND + "Z"})
    void aTimeBeyondAllCalendarsIsRefusedByName(String field) {
        as(token)
                .body(BROADCAST.formatted("", "", ", \"" + field + "\""))
                .post(in("solna", "/broadcasts"))
                .then()
                .statusCode(400)
                .body("violations[0].field", is(field.replaceAll("\".*", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "/o/solna/broadcasts/new, title, a%00b",
        "/o/solna/broadcasts/new, text, a%00b",
        "/o/solna/broadcasts/new, sendAt, %2B999999999-01-01T10:00",
        "/o/solna/recurring/new, text, a%00b",
        "/o/solna/sending/stop, why, a%00b",
    })
    void thePagesRefuseItToo(String page, String field, String value) {
        var form = new HashMap<>(Map.of(
                "title", "Möte", "channel", "SMS", "to", "ALL", "text", "Hej", "when", "LATER", "on", "DAY", "day",
                "1"));
        form.put("sendAt", "2030-01-01T10:00");
        form.put("time", "10:00");
        form.put(field, URLDecoder.decode(value, UTF_8));

        assertThat(StaffFixtures.post(StaffFixtures.browser(asa), page, form).statusCode())
                .isEqualTo(400);
    }
}
