package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Role;
import se.ringstuga.database.NamedSql;

/** Whoever opens a form and saves it changes what they changed, and nothing else. */
@QuarkusTest
class UnreadFormTest extends OrganizersOfEvents {

    private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
    private static final Pattern SELECT = Pattern.compile("(?s)<select [^>]*name=\"(\\w+)\"[^>]*>(.*?)</select>");
    private static final Pattern CHOSEN = Pattern.compile("value=\"([^\"]*)\" selected");
    private static final Pattern FIRST = Pattern.compile("<option value=\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("name=\"(\\w+)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

    /** What a browser would send of the page as it is. */
    private Map<String, String> asShown(String path) {
        var page = page(path);
        var form = new HashMap<String, String>();
        INPUT.matcher(page).results().map(found -> found.group(1)).forEach(input -> {
            var name = NAME.matcher(input);
            var value = VALUE.matcher(input);
            var open = !input.contains("type=\"radio\"") && !input.contains("type=\"checkbox\"");
            if (name.find() && value.find() && (open || input.endsWith(" checked"))) {
                form.put(name.group(1), value.group(1));
            }
        });
        SELECT.matcher(page).results().forEach(select -> {
            var chosen = CHOSEN.matcher(select.group(2));
            var first = FIRST.matcher(select.group(2));
            form.put(select.group(1), chosen.find() ? chosen.group(1) : first.find() ? first.group(1) : "");
        });
        form.put("text", page.replaceAll("(?s).*<textarea[^>]*>(.*?)</textarea>.*", "$1"));
        return form;
    }

    private JsonPath event(long id) {
        return as(token).get(in("solna", "/events/" + id)).jsonPath();
    }

    private long made(Map<String, Object> more) {
        var body = new HashMap<String, Object>(
                Map.of("kindId", kind, "title", "Medlemsmöte", "startsAt", "2027-03-10T17:30:20Z", "minutes", 120));
        body.putAll(more);
        return as(token)
                .body(body)
                .post(in("solna", "/events"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    @Test
    void aMendedTypoLeavesHoursTermsAndWhateverIsNoChoiceAnyMoreAsTheyWere() {
        var contact = staff.staff("bo@example.org", "solna", Role.ORGANIZER);
        var segment = as(token)
                .body(Map.of("title", "Nya", "filter", Map.of("type", "all", "filters", List.of())))
                .post(in("solna", "/segments"))
                .jsonPath()
                .getLong("id");
        long id = made(Map.of(
                "signUpOpensAt", "2027-02-01T08:00:07Z",
                "signUpClosesAt", "2027-03-10T15:30:20Z",
                "contactStaffId", contact,
                "visibility", "INVITED",
                "segmentId", segment));
        as(token).body(Map.of("archived", true)).patch(in("solna", "/event-kinds/" + kind));
        transactions.in(() -> sql.update(
                NamedSql.of("update staff set disabled_at = :now where id = :id"),
                Map.of("now", clock.instant(), "id", contact)));
        as(token).delete(in("solna", "/segments/" + segment));
        var before = event(id);
        var form = asShown("/o/solna/events/" + id + "/edit");
        assertThat(page("/o/solna/events/" + id + "/edit")).contains("2 timmar innan", "value=\"2027-02-01\"");
        form.put("title", "Medlemsmöten");

        assertThat(post("/o/solna/events/" + id + "/edit", form).statusCode()).isEqualTo(303);

        var after = event(id);
        assertThat(after.getString("title")).isEqualTo("Medlemsmöten");
        for (var field : List.of(
                "kind.id",
                "startsAt",
                "endsAt",
                "signUpOpensAt",
                "signUpClosesAt",
                "contactStaffId",
                "segmentId",
                "visibility")) {
            assertThat(after.<Object>get(field)).as(field).isEqualTo(before.get(field));
        }
    }

    @Test
    void whatIsSavedUnreadIsTheSameAndOwesNothingToItsSeries() {
        long id = made(Map.of("signUpClosesAt", "2027-03-10T18:00:20Z"));
        var form = asShown("/o/solna/events/" + id + "/edit");

        assertThat(post("/o/solna/events/" + id + "/edit", form).statusCode()).isEqualTo(303);

        as(token).get(in("solna", "/events/" + id)).then().body("version", equalTo(0));
    }

    @Test
    void anotherBeginningKeepsTheDeadlineAsFarAheadAndTheEndAsItIsTyped() {
        long id = made(Map.of("signUpClosesAt", "2027-03-10T15:30:20Z"));
        var form = asShown("/o/solna/events/" + id + "/edit");
        form.put("from", "19.00");

        assertThat(post("/o/solna/events/" + id + "/edit", form).statusCode()).isEqualTo(303);

        var after = event(id);
        assertThat(after.getString("startsAt")).isEqualTo("2027-03-10T18:00:00Z");
        assertThat(after.getString("endsAt")).isEqualTo("2027-03-10T19:30:00Z");
        assertThat(after.getString("signUpClosesAt")).isEqualTo("2027-03-10T16:00:00Z");
    }

    @Test
    void theSignUpOpensOnADayOrSoLongBefore() {
        long id = saved();
        var edit = "/o/solna/events/" + id + "/edit";
        var form = asShown(edit);
        form.putAll(Map.of("opens", "DATE", "opensDate", "2027-02-10", "opensTime", "8.00"));
        post(edit, form);
        assertThat(event(id).getString("signUpOpensAt")).isEqualTo("2027-02-10T07:00:00Z");

        var again = asShown(edit);
        assertThat(again).containsEntry("opens", "DATE").containsEntry("opensTime", "8.00");
        again.put("opens", "TWO_WEEKS");
        post(edit, again);
        assertThat(event(id).getString("signUpOpensAt")).isEqualTo("2027-02-24T17:30:00Z");

        var atOnce = asShown(edit);
        atOnce.put("opens", "");
        post(edit, atOnce);
        assertThat(event(id).getString("signUpOpensAt")).isNull();
    }

    @Test
    void aSeriesThatIsSavedUnreadIsTheSame() {
        var made = as(token)
                .body(Map.of(
                        "kindId",
                        kind,
                        "title",
                        "Styrelsemöte",
                        "rule",
                        "FREQ=MONTHLY;BYDAY=2TU;COUNT=9",
                        "exceptMonths",
                        List.of(7),
                        "startsOn",
                        "2026-12-08",
                        "startsAtLocal",
                        "18:00",
                        "minutes",
                        90,
                        "signUpOpensBefore",
                        12_345,
                        "signUpClosesBefore",
                        61))
                .post(in("solna", "/event-series"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var edit = "/o/solna/events/series/" + made.getLong("id") + "/edit";
        assertThat(page(edit)).contains("61 minuter innan", "12345 minuter innan", "Som det är nu");

        assertThat(post(edit, asShown(edit)).statusCode()).isEqualTo(303);

        as(token).get(in("solna", "/event-series/" + made.getLong("id"))).then().body("version", equalTo(0));
    }
}
