package se.ringstuga.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.accounts.Permission;

/** The rules as tools see them, and what came with the kinds of events. */
@QuarkusTest
class ReminderRulesTest extends ReminderTest {

    private static final String RULES = "/reminder-rules";

    private Map<String, Object> body(Map<String, ?> changes) {
        var body = new HashMap<String, Object>(Map.of(
                "kindId", kind,
                "title", "Dagen före",
                "occasion", "BEFORE",
                "channel", "SMS",
                "timing", Map.of("days", 1, "localTime", "17:00"),
                "smsText", "{möte} {dag}"));
        body.putAll(changes);
        return body;
    }

    private ValidatableResponse posted(Map<String, ?> changes) {
        return as(token).body(body(changes)).post(in("solna", RULES)).then();
    }

    private void refused(String field, Map<String, ?> changes) {
        posted(changes).statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void aKindComesWithWhatAnAssociationWouldWant() {
        change("insert into event_kind (organization_id, title, key, created_at, created_by) select id, 'Medlemsmöte',"
                + " 'medlemsmote', created_at, 'staff:1' from organization where slug = 'solna'");
        var meeting = number("select id as n from event_kind where key = 'medlemsmote'");
        rounds.run();
        rounds.run();

        as(token)
                .queryParam("kindId", meeting)
                .get(in("solna", RULES))
                .then()
                .statusCode(200)
                .body("items.key", hasItems("inbjudan", "dagen-fore", "flyttat", "installt", "plats", "svar", "tack"))
                .body("items.find { it.key == 'inbjudan' }.audience", equalTo("UNANSWERED"))
                .body("items.find { it.key == 'inbjudan' }.channel", equalTo("EMAIL"))
                .body("items.find { it.key == 'inbjudan' }.timing.days", equalTo(7))
                .body("items.find { it.key == 'inbjudan' }.purpose", equalTo("INFORMATION"))
                .body("items.find { it.key == 'dagen-fore' }.timing.localTime", equalTo("17:00:00"))
                .body("items.find { it.key == 'dagen-fore' }.purpose", equalTo("REMINDER"))
                .body("items.find { it.key == 'tack' }.on", equalTo(true))
                .body("items.find { it.key == 'saknade' }.on", equalTo(false))
                .body("items.key.countBy { it }.values()", everyItem(equalTo(1)))
                .body("next", nullValue());
    }

    @Test
    void everyTextThatComesWithAKindCouldHaveBeenWrittenByHand() {
        for (var rule : DefaultRule.ALL) {
            var body = new HashMap<String, Object>(Map.of(
                    "kindId", kind,
                    "title", rule.title(),
                    "occasion", rule.occasion(),
                    "channel", rule.channel(),
                    "audience", rule.audience(),
                    "purpose", rule.purpose(),
                    "asks", rule.asks(),
                    "smsText", rule.texts().sms(),
                    "subject", rule.texts().subject(),
                    "emailText", rule.texts().email()));
            if (rule.occasion().timed()) {
                body.put("timing", rule.timing());
            }
            as(token).body(body).post(in("solna", RULES)).then().statusCode(201);
        }
    }

    @Test
    void aRuleIsReadChangedAndTakenAway() {
        var id = posted(Map.of()).statusCode(201).extract().jsonPath().getLong("id");
        var tag = as(token)
                .get(in("solna", RULES + "/" + id))
                .then()
                .statusCode(200)
                .body("usefulMinutes", nullValue())
                .body("on", equalTo(true))
                .body("own", equalTo(true))
                .extract()
                .header("ETag");
        as(token)
                .header("If-Match", tag)
                .body(body(Map.of("title", "I god tid", "timing", Map.of("minutes", 10_080), "on", false)))
                .put(in("solna", RULES + "/" + id))
                .then()
                .statusCode(200)
                .body("title", equalTo("I god tid"))
                .body("usefulMinutes", equalTo(1440))
                .body("on", equalTo(false));
        as(token)
                .header("If-Match", tag)
                .body(body(Map.of()))
                .put(in("solna", RULES + "/" + id))
                .then()
                .statusCode(412);
        as(token).delete(in("solna", RULES + "/" + id)).then().statusCode(204);
        as(token).get(in("solna", RULES + "/" + id)).then().statusCode(404);
    }

    @Test
    void whatCannotBeMeantIsRefusedWithTheField() {
        refused("title", Map.of("title", " "));
        refused("kindId", Map.of("kindId", 999_999));
        refused("timing", Map.of("timing", Map.of("days", 1)));
        refused("timing", Map.of("timing", Map.of("days", 1, "localTime", "17:00", "minutes", 3)));
        refused("timing", Map.of("occasion", "MOVED"));
        refused("timing.days", Map.of("timing", Map.of("days", 400, "localTime", "17:00")));
        refused("audience", Map.of("audience", "ABSENT"));
        refused("audience", Map.of("occasion", "AFTER", "audience", "UNANSWERED"));
        refused("segmentId", Map.of("audience", "SEGMENT"));
        refused("segmentId", Map.of("audience", "SEGMENT", "segmentId", 999_999));
        refused("segmentId", Map.of("segmentId", 1));
        refused("purpose", Map.of("purpose", "NOTICE"));
        refused("purpose", Map.of("audience", "UNANSWERED", "purpose", "REMINDER"));
        refused("usefulMinutes", Map.of("usefulMinutes", 0));
        refused("asks", Map.of("occasion", "AFTER", "asks", true));
        refused("smsText", Map.of("smsText", ""));
        refused("smsText", Map.of("smsText", "{okänt}"));
        refused("smsText", Map.of("smsText", "lång text ".repeat(150)));
        refused("subject", Map.of("channel", "EMAIL", "emailText", "Hej"));
        refused("emailText", Map.of("channel", "EMAIL", "subject", "Hej"));
        refused("emailText", Map.of("channel", "EMAIL", "subject", "Hej", "emailText", "{okänt}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vi ses i morgon!", "Kom ikväll", "Mötet är i dag"})
    void aDayThatIsTypedHasToBeMeant(String text) {
        refused("relativeDayMeant", Map.of("smsText", text));
        posted(Map.of("smsText", text, "relativeDayMeant", true)).statusCode(201);
    }

    @Test
    void aOneWaySenderCannotAskForAnAnswer() {
        change("update sms_sender set address = 'Solna'");
        refused("smsText", Map.of("smsText", "Svara JA om du kommer"));
        posted(Map.of("asks", true)).statusCode(201);
    }

    @Test
    void anEventHasRulesOfItsOwnAndGoesWithoutOneOfItsKind() {
        var ofKind = posted(Map.of()).statusCode(201).extract().jsonPath().getLong("id");
        var event = event("2026-11-24T18:30");
        signUp(event, member(5));
        var path = in("solna", "/events/" + event + "/reminder-rules");
        var own = body(Map.of("title", "Extra", "timing", Map.of("minutes", 60)));
        as(token).body(own).post(path).then().statusCode(400).body("violations.field", contains("kindId"));
        own.remove("kindId");
        as(token).body(own).post(path).then().statusCode(201).body("eventId", equalTo((int) event));
        as(token).put(path + "/" + ofKind + "/exception").then().statusCode(204);

        as(token)
                .get(path)
                .then()
                .statusCode(200)
                .body("findAll { it.on }.title", contains("Dagen före", "Extra"))
                .body("findAll { it.on }.excepted", contains(true, false));
        workAt("2026-11-23T17:00");
        assertThat(arrived()).isEmpty();
        as(token).delete(path + "/" + ofKind + "/exception").then().statusCode(204);
        workAt("2026-11-23T17:10");
        assertThat(arrived()).containsExactly("Medlemsmöte i morgon");
        as(token).put(path + "/999999/exception").then().statusCode(404);
    }

    @Test
    void aRuleOfTheOrganizationAboveHoldsBelowAndIsNotChangedThere() {
        a.organizationBelow("solna", "huvudsta");
        var theirs = a.token("huvudsta");
        var id = posted(Map.of()).statusCode(201).extract().jsonPath().getLong("id");

        as(theirs).get(in("huvudsta", RULES + "/" + id)).then().statusCode(200).body("own", equalTo(false));
        as(theirs)
                .body(body(Map.of()))
                .put(in("huvudsta", RULES + "/" + id))
                .then()
                .statusCode(404);
        as(theirs).delete(in("huvudsta", RULES + "/" + id)).then().statusCode(404);
    }

    @Test
    void theAccountCountsByRuleStateAndReasonAndNamesEach() {
        dayBefore();
        var event = event("2026-11-24T18:30");
        signUp(event, member(5));
        signUp(event, member(6));
        workAt("2026-11-23T17:00");
        signUp(event, member(7));
        work();

        as(token)
                .queryParam("limit", 2)
                .get(in("solna", "/events/" + event + "/reminders"))
                .then()
                .statusCode(200)
                .body("counts.people", hasItems(2, 1))
                .body("counts.find { it.state == 'SKIPPED' }.reason", equalTo("SIGNED_UP_LATE"))
                .body("items", hasSize(2))
                .body("items.name", hasItem("Anna Ek"))
                .body("items.channel", hasItem("SMS"))
                .body("next", not(nullValue()));
    }

    @Test
    void thePreviewShowsWhoWouldGetWhatAndWhen() {
        dayBefore();
        rule(Map.of("occasion", "BEFORE", "audience", "UNANSWERED", "timing", Map.of("days", 2, "localTime", "12:00")));
        whenIt(Occasion.CANCELLED);
        var event = event("2026-11-24T18:30");
        signUp(event, member(5));
        member(6);
        member(7);

        as(token)
                .get(in("solna", "/events/" + event + "/reminders/preview"))
                .then()
                .statusCode(200)
                .body("audience", contains("UNANSWERED", "SIGNED_UP", "SIGNED_UP"))
                .body("people", contains(2, 1, null))
                .body("dueAt", contains("2026-11-22T11:00:00Z", "2026-11-23T16:00:00Z", null))
                .body("[1].sms", containsString("Medlemsmöte i morgon kl 18.30, Folkets hus"));
        assertThat(states(event)).isEmpty();
    }

    @Test
    void guestsAreLeftToBeCalledByName() {
        var event = event("2026-11-24T18:30");
        change(
                "insert into sign_up (organization_id, event_id, guest_name, guest_address, state, source, signed_up_at, created_at,"
                        + " changed_at, changed_by) select organization_id, id, 'Gäst Gästsson', '+46701740688', 'SIGNED_UP', 'PUBLIC',"
                        + " created_at, created_at, created_at, 'staff:1' from event where id = " + event);

        as(token)
                .get(in("solna", "/events/" + event + "/reminders/unreached"))
                .then()
                .statusCode(200)
                .body("items.name", contains("Gäst Gästsson"))
                .body("items.personId", contains(nullValue()))
                .body("items.reason", contains("GUEST"))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reminder-rules",
                "/events/{e}/reminder-rules",
                "/events/{e}/reminders",
                "/events/{e}/reminders/preview",
                "/events/{e}/reminders/unreached"
            })
    void whoeverMayNotReadEventsDoesNotSeeThem(String path) {
        a.organization("taby");
        var event = event("2026-11-24T18:30");
        var address = in("solna", path.replace("{e}", String.valueOf(event)));
        as("nobody").get(address).then().statusCode(401);
        as(a.token("solna", Permission.PEOPLE_READ)).get(address).then().statusCode(403);
        as(a.token("taby")).get(address).then().statusCode(404);
        if (path.contains("{e}")) {
            as(a.token("taby")).get(address.replace("/solna/", "/taby/")).then().statusCode(404);
        }
    }

    @Test
    void whoeverMayNotWriteEventsChangesNothing() {
        var id = posted(Map.of()).statusCode(201).extract().jsonPath().getLong("id");
        var event = event("2026-11-24T18:30");
        var reader = a.token("solna", Permission.EVENTS_READ);
        as(reader).body(body(Map.of())).post(in("solna", RULES)).then().statusCode(403);
        as(reader)
                .body(body(Map.of()))
                .put(in("solna", RULES + "/" + id))
                .then()
                .statusCode(403);
        as(reader).delete(in("solna", RULES + "/" + id)).then().statusCode(403);
        var own = in("solna", "/events/" + event + "/reminder-rules");
        as(reader).body(body(Map.of())).post(own).then().statusCode(403);
        as(reader).put(own + "/" + id + "/exception").then().statusCode(403);
        as(reader).delete(own + "/" + id + "/exception").then().statusCode(403);
        as(token).get(in("solna", RULES)).then().body("items.findAll { it.id == " + id + " }", not(empty()));
    }
}
