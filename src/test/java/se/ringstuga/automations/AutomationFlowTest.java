package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AutomationFlowTest extends AutomationTest {

    @Test
    void whoJoinsIsWelcomedAtOnceAndTheFlowGoesOnAfterItsWaits() {
        running(definition(
                joined(), sms("Hej {förnamn|du}!"), wait(2), map("type", "sms", "key", "sen", "text", "Hur är det?")));
        imported(member(5, "Anna", 0), member(6, "Bo", 400));

        goOn();

        same(phones(), "Hej Anna!");
        same(log("Anna"), "sms DONE");
        assertThat(place("Anna")).isEqualTo("WAITING wait");
        assertThat(place("Bo")).isEmpty();

        goOn(Duration.ofDays(2).minusMinutes(1));
        same(phones(), "Hej Anna!");

        goOn(Duration.ofMinutes(1));
        same(phones(), "Hej Anna!", "Hur är det?");
        same(log("Anna"), "sms DONE", "wait DONE", "sen DONE");
        assertThat(place("Anna")).isEqualTo("FINISHED");
    }

    @Test
    void nobodyIsInAnAutomationTwice() {
        var id = running(definition(joined(), sms("Hej!")));
        imported(member(5, "Anna", 0));
        goOn();
        imported(member(5, "Annika", 0));

        goOn(Duration.ofMinutes(5));

        assertThat(number("select count(*) as n from automation_enrolment where automation_id = " + id))
                .isEqualTo(1);
        assertThat(phones()).hasSize(1);
    }

    @Test
    void aConditionIsAskedAfreshOfEachPerson() {
        var filter = map("type", "personField", "field", "givenName", "operator", "equals", "value", "Anna");
        running(definition(
                joined(),
                wait(1),
                map(
                        "type",
                        "branch",
                        "filter",
                        filter,
                        "then",
                        List.of(sms("Du heter Anna")),
                        "otherwise",
                        List.of(map("type", "sms", "key", "annan", "text", "Du heter inte Anna"))),
                map("type", "sms", "key", "alla", "text", "Hej alla")));
        imported(member(5, "Bea", 0), member(6, "Bo", 0));
        goOn();
        change("update person set given_name = 'Anna' where given_name = 'Bea'");

        goOn(Duration.ofDays(1));

        same(log("Anna"), "wait DONE", "branch YES", "sms DONE", "alla DONE");
        same(log("Bo"), "wait DONE", "branch NO", "annan DONE", "alla DONE");
    }

    @Test
    void somethingIsWaitedForUntilItHappensOrTheTimeIsOut() {
        var tagged = map("type", "tag", "anyOf", List.of(tag("Hört av sig")));
        running(definition(
                joined(),
                map(
                        "type",
                        "waitFor",
                        "filter",
                        tagged,
                        "atMost",
                        map("days", 7),
                        "happened",
                        List.of(sms("Tack!")),
                        "timedOut",
                        List.of(map("type", "sms", "key", "paminn", "text", "Hör av dig"))),
                wait(1)));
        imported(member(5, "Anna", 0), member(6, "Bo", 0));
        goOn();
        assertThat(place("Anna")).isEqualTo("WAITING waitfor");
        as(token)
                .put(in(SOLNA, "/people/" + person("Anna") + "/tags/" + number("select id as n from tag")))
                .then()
                .statusCode(204);

        goOn(Duration.ofMinutes(11));
        same(log("Anna"), "waitfor YES", "sms DONE");
        same(log("Bo"));

        goOn(Duration.ofDays(7));
        same(log("Bo"), "waitfor NO", "paminn DONE");
    }

    @Test
    void atNightAWelcomeWaitsForTheMorning() {
        at(Instant.parse("2026-11-20T22:30:00Z"));
        running(definition(joined(), sms("Hej!")));
        imported(member(5, "Anna", 0));

        goOn();
        same(phones());

        at(Instant.parse("2026-11-21T08:00:30Z"));
        goOn();
        same(phones(), "Hej!");
    }

    @Test
    void tagsAreSetAndRemoved() {
        var tag = tag("Ny");
        var other = tag("Gammal");
        running(definition(joined(), map("type", "tag", "tagId", tag), map("type", "untag", "tagId", other)));
        imported(member(5, "Anna", 0));
        as(token)
                .put(in(SOLNA, "/people/" + person("Anna") + "/tags/" + other))
                .then()
                .statusCode(204);

        goOn();

        same(texts("select t.title as t from person_tag p join tag t on t.id = p.tag_id"), "Ny");
    }

    @Test
    void otherToolsAreToldOnceForEachPerson() {
        var id = running(definition(joined(), map("type", "webhook")));
        as(token)
                .body(map("title", "Ark", "address", "https://hooks.example/x", "types", List.of("automation.step")))
                .post(in(SOLNA, "/webhook-endpoints"))
                .then()
                .statusCode(201);
        imported(member(5, "Anna", 0), member(6, "Bo", 0));

        goOn();

        same(
                texts(
                        "select d.type || ' ' || (d.ids ->> 'automationId') || ' ' || p.given_name as t from webhook_delivery d"
                                + " join automation_enrolment e on e.id = cast(d.ids ->> 'enrolmentId' as bigint)"
                                + " join person p on p.id = cast(d.ids ->> 'personId' as bigint) and p.id = e.person_id order by p.id"),
                "automation.step " + id + " Anna",
                "automation.step " + id + " Bo");
        same(log("Anna"), "webhook DONE");
    }

    @Test
    void theOrganizersAreToldOnceForAllWhoComeToIt() {
        running(definition(joined(), map("type", "tell", "text", "Någon borde ringa dem.")));
        imported(member(5, "Anna", 0), member(6, "Bo", 0));

        goOn();

        same(
                texts("select kind || ' ' || (details ->> 'count') || ' ' || (details ->> 'text') as t from notice"),
                "automation-tells 2 Någon borde ringa dem.");
        as(token)
                .get(in(SOLNA, "/notices"))
                .then()
                .statusCode(200)
                .body("items[0].text", org.hamcrest.Matchers.equalTo("”Flöde” om 2 personer: Någon borde ringa dem."));
    }

    @Test
    void peopleComeOntoACallListOfTheAutomationsOwn() {
        var id = written(definition(joined(), map("type", "call", "title", "Nya medlemmar")));
        activate(id, map("existing", "FROM_NOW")).statusCode(200);
        same(texts("select title as t from call_assignment"), "Nya medlemmar");
        imported(member(5, "Anna", 0), member(6, "Bo", 100));

        goOn();

        same(
                texts(
                        "select p.given_name as t from call_queue_entry e join person p on p.id = e.person_id where e.done_at is null"),
                "Anna");
        assertThat(log("Anna").getFirst()).isEqualTo("call DONE");
    }

    @Test
    void whatIsOverIsSkippedWithTheReasonAfterADowntimeAndTheFlowGoesOn() {
        running(definition(
                joined(),
                sms("Välkommen!"),
                wait(2),
                map("type", "call", "title", "Ring"),
                map("type", "sms", "key", "sen", "text", "Hej igen", "withinHours", 48)));
        imported(member(5, "Anna", 0));

        goOn(Duration.ofDays(3));

        same(log("Anna"), "sms SKIPPED TOO_LATE", "wait DONE", "call DONE", "sen DONE");
        same(phones(), "Hej igen");
    }

    private long tag(String title) {
        return as(token)
                .body(Map.of("title", title))
                .post(in(SOLNA, "/tags"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }
}
