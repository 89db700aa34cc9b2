package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;
import se.ringstuga.database.NamedSql;

/** Whom an event is for when it is for some. */
@QuarkusTest
class InvitationsTest extends EventTest {

    @Inject
    Invitations invitations;

    @Test
    void publishingInvitesThoseOfTheSegmentAndAJobThoseWhoComeLater() {
        person("Anna");
        var bo = person("Bo");
        var wanted = meeting();
        wanted.put("visibility", "INVITED");
        wanted.put("segmentId", segment("Anna"));
        var event = published(wanted);
        assertThat(statuses(event)).containsExactly("INVITED");
        event(event).body("counts.invited", equalTo(1));

        sql.update(NamedSql.of("update person set given_name = 'Anna' where id = :id"), Map.of("id", bo));
        assertThat(invitations.catchUp()).isEqualTo(1);
        assertThat(invitations.catchUp()).isZero();
        assertThat(statuses(event)).containsExactly("INVITED", "INVITED");
        clock.set(MEETING.plus(Duration.ofHours(3)));
        assertThat(invitations.catchUp()).isZero();
    }

    @Test
    void peopleAreInvitedByNameOrBySegmentAndThoseWhoStandThereAreLeftAsTheyAre() {
        var event = published(meeting());
        var anna = person("Anna");
        var bo = person("Bo");
        signedUp(event, anna);
        cancelled(event, bo);
        a.organization("boras");
        token = a.token("boras");
        var stranger = person("boras", "Cia");
        token = a.token(SOLNA);

        invite(event, Map.of("personIds", List.of(anna, bo, stranger, person("Dan"))))
                .statusCode(200)
                .body("invited", equalTo(1));
        assertThat(statuses(event)).containsExactly("REGISTERED", "CANCELLED", "INVITED");
        person("Eva");
        invite(event, Map.of("segmentId", segment("Eva"))).statusCode(200).body("invited", equalTo(1));
    }

    @Test
    void theInvitedOfASeriesAndOfAnotherSegmentStandThereAtOnce() {
        person("Anna");
        person("Bo");
        var series = as(token)
                .body(Map.of(
                        "kindId", kind("medlemsmote"),
                        "title", "Cirkel",
                        "rule", "FREQ=WEEKLY;BYDAY=WE;COUNT=2",
                        "startsOn", "2026-12-02",
                        "startsAtLocal", "18:00",
                        "minutes", 120,
                        "visibility", "INVITED",
                        "segmentId", segment("Anna")))
                .post(in(SOLNA, "/event-series"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        as(token)
                .post(in(SOLNA, "/event-series/" + series + "/publication"))
                .then()
                .statusCode(200);
        assertThat(names()).containsExactly("Anna", "Anna");
        var bo = segment("Bo");
        as(token)
                .body(Map.of("segmentId", bo))
                .patch(in(SOLNA, "/event-series/" + series))
                .then()
                .statusCode(200);
        assertThat(names()).containsExactly("Anna", "Anna", "Bo", "Bo");

        var wanted = meeting();
        wanted.put("visibility", "INVITED");
        wanted.put("segmentId", segment("Anna"));
        var event = published(wanted);
        patch(event, Map.of("segmentId", bo)).statusCode(200);
        assertThat(statuses(event)).containsExactly("INVITED", "INVITED");
    }

    private List<String> names() {
        return sql.list(
                NamedSql.of("select p.given_name from sign_up s join person p on p.id = s.person_id order by 1"),
                Map.of(),
                row -> row.text("given_name"));
    }

    @Test
    void whatCannotBeIsRefused() {
        var draft = made(meeting());
        invite(draft, Map.of("personIds", List.of(1))).statusCode(409);
        var event = published(meeting());
        invite(event, Map.of()).statusCode(400).body("violations[0].field", equalTo("personIds"));
        invite(event, Map.of("personIds", List.of())).statusCode(400);
        invite(event, Map.of("segmentId", 4711)).statusCode(400).body("violations[0].field", equalTo("segmentId"));
        invite(4711, Map.of("personIds", List.of(1))).statusCode(404);
        token = a.token(SOLNA, Permission.EVENTS_READ);
        invite(event, Map.of("personIds", List.of(1))).statusCode(403);
        token = "nobody";
        invite(event, Map.of("personIds", List.of(1))).statusCode(401);
        a.organization("boras");
        token = a.token("boras");
        as(token)
                .body(Map.of("personIds", List.of(1)))
                .post(in("boras", "/events/" + event + "/invitations"))
                .then()
                .statusCode(404);
    }

    @Test
    void whoeverSignsUpLeavesTheQueueOfThoseToInvite() {
        var event = published(meeting());
        var anna = as(token)
                .body(Map.of("givenName", "Anna", "phone", "+46701740605", "joinedOn", "2026-01-10"))
                .post(in(SOLNA, "/people"))
                .jsonPath()
                .getLong("id");
        as(token)
                .body(Map.of(
                        "title",
                        "Bjud in",
                        "target",
                        Map.of("type", "hasPhone"),
                        "goal",
                        Map.of("type", "eventHistory", "result", "signedUp", "eventId", event)))
                .post(in(SOLNA, "/call-assignments"))
                .then()
                .statusCode(201);
        assertThat(waiting()).isEqualTo(1);
        byLink(event, anna);
        assertThat(waiting()).isZero();
        cancelled(event, anna);
        assertThat(waiting()).isEqualTo(1);
    }

    private long waiting() {
        return sql.first(
                        NamedSql.of("select count(*) as n from call_queue_entry where done_at is null"),
                        Map.of(),
                        row -> row.number("n"))
                .orElseThrow();
    }

    private long segment(String givenName) {
        return as(token)
                .body(Map.of(
                        "title",
                        givenName,
                        "filter",
                        Map.of("type", "personField", "field", "givenName", "operator", "equals", "value", givenName)))
                .post(in(SOLNA, "/segments"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private ValidatableResponse invite(long event, Map<String, ?> whom) {
        return as(token)
                .body(whom)
                .post(in(SOLNA, "/events/" + event + "/invitations"))
                .then();
    }
}
