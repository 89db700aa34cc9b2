package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;
import se.ringstuga.database.NamedSql;

/** Signing up, for whom, when, and taking it back. */
@QuarkusTest
class SignUpsTest extends EventTest {

    @Test
    void anOrganizerSignsSomebodyUpOnce() {
        var wanted = meeting();
        wanted.put("needs", List.of("CHILDCARE", "FOOD"));
        var event = published(wanted);
        var anna = person("Anna");
        var id = signUp(event, Map.of("personId", anna, "needs", List.of("FOOD", "ACCESS"), "remark", "Två barn"))
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("status", equalTo("REGISTERED"))
                .body("source", equalTo("API"))
                .body("person.name", equalTo("Anna Ek"))
                .body("guest", nullValue())
                .body("needs", contains("FOOD"))
                .body("remark", equalTo("Två barn"))
                .extract()
                .jsonPath()
                .getInt("id");

        signUp(event, Map.of("personId", anna)).statusCode(200).body("id", equalTo(id));
        signUps(event).body("items", hasSize(1)).body("next", nullValue());
        event(event).body("counts.registered", equalTo(1));
        assertThat(witness.heard(SignUpChanged.class))
                .containsExactly(new SignUpChanged(id, event, solna, known(anna), null, SignUpState.SIGNED_UP, "API"));
        as(token)
                .get(in(SOLNA, "/people/" + anna + "/sign-ups"))
                .then()
                .statusCode(200)
                .body("items.event.title", contains("Decembermöte"));
    }

    @Test
    void aGuestIsOneAnAddress() {
        var event = published(meeting());
        var guest = Map.of("guest", Map.of("name", "Bo", "phone", "070-174 06 05"));
        signUp(event, guest)
                .statusCode(201)
                .body("guest.address", equalTo("+46701740605"))
                .body("person", nullValue());
        signUp(event, guest).statusCode(200);
        signUp(event, Map.of("guest", Map.of("name", "Bo", "email", "Bo@Example.org")))
                .statusCode(201);
        signUp(event, Map.of("guest", Map.of("name", "Bo", "email", "bo@example.org")))
                .statusCode(200);
        signUps(event).body("items", hasSize(2));
    }

    @Test
    void whatIsNotPublishedOrPastOrCalledOffTakesNobody() {
        var anna = person("Anna");
        var draft = made(meeting());
        assertThat(byLink(draft, anna)).isEqualTo(new SignUpResult.EventGone());
        signUp(draft, Map.of("personId", anna)).statusCode(409).body("type", endsWith("/event-in-state"));
        var off = published(meeting());
        post(off, "cancellation");
        assertThat(byLink(off, anna)).isEqualTo(new SignUpResult.EventGone());
        assertThat(byLink(4711, anna)).isEqualTo(new SignUpResult.EventGone());
        var past = published(meeting());
        at(MEETING.plus(Duration.ofHours(3)));
        assertThat(byLink(past, anna)).isEqualTo(new SignUpResult.EventGone());
        assertThat(cancelled(past, anna)).isEqualTo(new CancelResult.EventGone());
    }

    @Test
    void peopleKeepToTheHoursOfTheSignUpAndOrganizersNeedNot() {
        var wanted = meeting();
        wanted.put("signUpOpensAt", "2026-11-25T17:00:00Z");
        wanted.put("signUpClosesAt", "2026-12-08T17:00:00Z");
        var event = published(wanted);
        var anna = person("Anna");
        var opens = MEETING.minus(Duration.ofDays(14)).minus(Duration.ofMinutes(30));
        assertThat(byLink(event, anna)).isEqualTo(new SignUpResult.Closed(opens));
        signUp(event, Map.of("personId", person("Bo"))).statusCode(201);

        clock.set(opens);
        assertThat(byLink(event, anna)).isInstanceOf(SignUpResult.SignedUp.class);
        at(MEETING.minus(Duration.ofHours(24)));
        assertThat(byLink(event, person("Cia"))).isEqualTo(new SignUpResult.Closed(null));
        signUp(event, Map.of("personId", person("Dan"))).statusCode(201);
        assertThat(cancelled(event, anna)).isInstanceOf(CancelResult.Cancelled.class);
    }

    @Test
    void aMeetingForMembersIsForThoseWhoAreMembersAtTheTime() {
        a.organizationBelow(SOLNA, "huvudsta");
        a.organization("boras");
        var event = published(meeting());
        var former = person("Anna");
        sql("update membership set left_on = '2026-11-24' where person_id = :id", former);
        var leaving = person("Bo");
        sql("update membership set left_on = '2026-11-25' where person_id = :id", leaving);
        var stopped = person("Cia");
        sql("update person set stopped_at = '2026-11-01', stopped_reason = 'DECEASED' where id = :id", stopped);

        assertThat(byLink(event, former)).isEqualTo(new SignUpResult.NotInvited());
        assertThat(byLink(event, leaving)).isInstanceOf(SignUpResult.SignedUp.class);
        assertThat(byLink(event, stopped)).isEqualTo(new SignUpResult.NotInvited());
        assertThat(byLink(event, person("huvudsta", "Dan"))).isInstanceOf(SignUpResult.SignedUp.class);
        signUp(event, Map.of("personId", former)).statusCode(201);
        signUp(event, Map.of("personId", stopped)).statusCode(400);
        token = a.token("boras");
        assertThat(byLink(event, person("boras", "Eva"))).isEqualTo(new SignUpResult.NotInvited());
    }

    @Test
    void aPublicEventIsForTheWholeTreeAndForGuests() {
        a.organizationBelow(SOLNA, "huvudsta");
        a.organization("boras");
        token = a.token("huvudsta");
        var wanted = Map.of(
                "kindId",
                0,
                "title",
                "Pub",
                "startsAtLocal",
                "2026-12-09T18:30",
                "minutes",
                60,
                "visibility",
                "PUBLIC");
        var kind = as(token).get(in("huvudsta", "/event-kinds")).jsonPath().getLong("[0].id");
        var body = new HashMap<String, Object>(wanted);
        body.put("kindId", kind);
        var event = as(token)
                .body(body)
                .post(in("huvudsta", "/events"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        as(token)
                .post(in("huvudsta", "/events/" + event + "/publication"))
                .then()
                .statusCode(200);
        token = a.token(SOLNA);
        assertThat(byLink(event, person("Anna"))).isInstanceOf(SignUpResult.SignedUp.class);
        assertThat(guest(event)).isInstanceOf(SignUpResult.SignedUp.class);
        token = a.token("boras");
        assertThat(byLink(event, person("boras", "Bo"))).isEqualTo(new SignUpResult.NotInvited());
    }

    @Test
    void guestsAreNotForMeetingsOfMembers() {
        assertThat(guest(published(meeting()))).isEqualTo(new SignUpResult.NotInvited());
    }

    @Test
    void theInvitedAreThoseOfTheSegmentAsItIsAtThatMoment() {
        var segment = as(token)
                .body(Map.of(
                        "title",
                        "Annor",
                        "filter",
                        Map.of("type", "personField", "field", "givenName", "operator", "equals", "value", "Anna")))
                .post(in(SOLNA, "/segments"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        var wanted = meeting();
        wanted.put("visibility", "INVITED");
        wanted.put("segmentId", segment);
        var event = published(wanted);
        var bo = person("Bo");
        assertThat(byLink(event, person("Anna"))).isInstanceOf(SignUpResult.SignedUp.class);
        assertThat(byLink(event, bo)).isEqualTo(new SignUpResult.NotInvited());
        sql("update person set given_name = 'Anna' where id = :id", bo);
        assertThat(byLink(event, bo)).isInstanceOf(SignUpResult.SignedUp.class);

        var cia = person("Cia");
        assertThat(transactions.in(
                        () -> signUps.invite(event, known(cia), new SignUps.By(SignUpSource.ORGANIZER, "staff:1"))))
                .isTrue();
        assertThat(statuses(event)).containsExactly("REGISTERED", "REGISTERED", "INVITED");
        assertThat(byLink(event, cia)).isInstanceOf(SignUpResult.SignedUp.class);
    }

    @Test
    void whoeverSaysNoGivesTheirPlaceBackAndMayComeAgain() {
        var event = places(1);
        var anna = person("Anna");
        var id = signedUp(event, anna);
        as(token)
                .delete(in(SOLNA, "/events/" + event + "/sign-ups/" + id))
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("cancelledAt", notNullValue());
        as(token)
                .delete(in(SOLNA, "/events/" + event + "/sign-ups/" + id))
                .then()
                .statusCode(200);
        assertThat(cancelled(event, anna)).isEqualTo(new CancelResult.AlreadyCancelled(id));
        event(event).body("placesLeft", equalTo(1));
        signUp(event, Map.of("personId", anna)).statusCode(201).body("status", equalTo("REGISTERED"));
        signUps(event).body("items", hasSize(1)).body("items[0].cancelledAt", notNullValue());
    }

    @Test
    void whoeverIsAskedAndSaysNoIsNotedWithoutHavingHadAPlace() {
        var event = published(meeting());
        var anna = person("Anna");
        assertThat(cancelled(event, anna)).isInstanceOf(CancelResult.Cancelled.class);
        assertThat(statuses(event)).containsExactly("CANCELLED");
        var bo = person("Bo");
        transactions.in(() -> signUps.invite(event, known(bo), BY_LINK));
        assertThat(cancelled(event, bo)).isInstanceOf(CancelResult.Cancelled.class);
        assertThat(transactions.in(() -> signUps.invite(event, known(bo), BY_LINK)))
                .isFalse();
    }

    @Test
    void whoeverSaysAgainThatTheyComeIsConfirmedUntilTheMeetingIsMoved() {
        var event = published(meeting());
        var anna = person("Anna");
        assertThat(transactions.in(() -> signUps.confirm(event, known(anna), BY_LINK)))
                .isFalse();
        signedUp(event, anna);
        assertThat(transactions.in(() -> signUps.confirm(event, known(anna), BY_LINK)))
                .isTrue();
        assertThat(statuses(event)).containsExactly("CONFIRMED");
        as(token)
                .get(in(SOLNA, "/events/" + event + "/sign-ups?status=REGISTERED"))
                .then()
                .body("items", hasSize(0));
        clock.advance(Duration.ofMinutes(1));
        patch(event, Map.of("startsAtLocal", "2026-12-10T18:30")).statusCode(200);
        assertThat(statuses(event)).containsExactly("REGISTERED");
    }

    @Test
    void needsAndRemarkAreChangedByWhoeverReadThemLast() {
        var wanted = meeting();
        wanted.put("needs", List.of("CHILDCARE"));
        var event = published(wanted);
        var path = in(SOLNA, "/events/" + event + "/sign-ups/" + signedUp(event, person("Anna")));
        as(token)
                .header("If-Match", "\"0\"")
                .body(Map.of("needs", List.of("CHILDCARE"), "remark", "Ett barn"))
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("needs", contains("CHILDCARE"))
                .body("remark", equalTo("Ett barn"));
        as(token)
                .header("If-Match", "\"0\"")
                .body(Map.of("remark", "x"))
                .patch(path)
                .then()
                .statusCode(412);
        as(token)
                .body(Map.of("needs", List.of(), "remark", ""))
                .patch(path)
                .then()
                .statusCode(200)
                .body("needs", hasSize(0))
                .body("remark", nullValue());
    }

    @Test
    void aProtectedPersonStandsInNoListButTheAdministrators() {
        var event = published(meeting());
        var anna = person("Anna");
        signedUp(event, anna);
        sql("update person set restricted_at = '2026-11-01', restricted_by = 'x' where id = :id", anna);
        signUps(event).body("items", hasSize(1));
        token = a.token(SOLNA, Permission.EVENTS_READ);
        signUps(event).body("items", hasSize(0));
        as(token).get(in(SOLNA, "/people/" + anna + "/sign-ups")).then().statusCode(404);
    }

    @Test
    void signingUpToARingstugaFillsItsListAndLetsNobodyIn() {
        var wanted = meeting();
        wanted.put("kindId", kind("ringstuga"));
        var event = published(wanted);
        signedUp(event, person("Anna"));
        assertThat(byLink(event, person("Bo"))).isInstanceOf(SignUpResult.SignedUp.class);

        event(event).body("kind.ringstuga", equalTo(true));
        signUps(event).body("items.person.name", containsInAnyOrder("Anna Ek", "Bo Ek"));
        for (var table : List.of("caller", "session", "link_token")) {
            assertThat(sql.first(NamedSql.of("select count(*) as n from " + table), Map.of(), row -> row.number("n")))
                    .contains(0L);
        }
    }

    private SignUpResult guest(long event) {
        return transactions.in(() -> signUps.signUp(
                event,
                new Attendee.Guest("Gun", "+46701740606"),
                new SignUps.By(SignUpSource.PUBLIC, "public:0"),
                Wishes.NONE));
    }

    private void sql(String statement, long id) {
        sql.update(NamedSql.of(statement), Map.of("id", id));
    }
}
