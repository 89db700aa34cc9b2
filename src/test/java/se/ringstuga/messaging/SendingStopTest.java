package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;

/** The switch: what it stops, who may pull it and who may put it back. */
@QuarkusTest
class SendingStopTest extends ApiTest {

    @Inject
    SendingFixtures sending;

    @Inject
    OverdueMessages overdue;

    private String token;
    private long anna;

    @BeforeEach
    void anAssociationWithAGroup() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        token = a.token("solna");
        sending.sender(token, "solna");
        anna = sending.person(token, "solna", "+46701740605");
    }

    private void stop(String slug, String why) {
        as(token).body(Map.of("why", why)).put(in(slug, "/sending-stop")).then().statusCode(200);
    }

    @Test
    void nothingIsSentFromAStoppedOrganizationOrBelowUntilItIsStartedAgain() {
        var bo = sending.person(token, "huvudsta", "+46701740606");
        a.organization("taby");
        var other = a.token("taby");
        sending.sender(other, "taby");
        var elsewhere = sending.message(other, "taby", sending.person(other, "taby", "+46701740607"), "Från Täby");
        var here = sending.message(token, "solna", anna, "Hej!");
        var below = sending.message(token, "huvudsta", bo, "Hej!");
        stop("solna", "Fel text");

        sending.sendAll();
        assertThat(sending.state(here)).isEqualTo("QUEUED");
        assertThat(sending.state(below)).isEqualTo("QUEUED");
        assertThat(sending.state(elsewhere)).isEqualTo("DELIVERED");
        as(a.token("huvudsta"))
                .get(in("huvudsta", "/sending-stop"))
                .then()
                .body("stops", hasSize(1))
                .body("stops[0].organization", equalTo("solna"))
                .body("stops[0].why", equalTo("Fel text"))
                .body("stops[0].stoppedBy", containsString("token:"))
                .body("switchedOff", equalTo(false));

        var whileStopped = sending.message(token, "solna", anna, "Nytt");
        as(token).delete(in("solna", "/sending-stop")).then().statusCode(200).body("stops", empty());
        sending.sendAll();
        assertThat(sending.state(here)).isEqualTo("DELIVERED");
        assertThat(sending.state(below)).isEqualTo("DELIVERED");
        assertThat(sending.state(whileStopped)).isEqualTo("DELIVERED");
    }

    @Test
    void aStopOfTheGroupHoldsAlsoWhenTheOneAboveHasEnded() {
        var bo = sending.person(token, "huvudsta", "+46701740606");
        var message = sending.message(token, "huvudsta", bo, "Hej!");
        stop("solna", "");
        stop("huvudsta", "");
        sending.sendAll();

        as(token).delete(in("solna", "/sending-stop")).then().statusCode(200);
        sending.sendAll();
        assertThat(sending.state(message)).isEqualTo("QUEUED");
        as(token).delete(in("huvudsta", "/sending-stop")).then().statusCode(200);
        sending.sendAll();
        assertThat(sending.state(message)).isEqualTo("DELIVERED");
    }

    @Test
    void whatBecomesTooOldMeanwhileExpires() {
        var message = sending.message(token, "solna", anna, "Hej!");
        stop("solna", "");
        clock.advance(Duration.ofDays(3));

        assertThat(overdue.expire()).isEqualTo(1);
        assertThat(sending.state(message)).isEqualTo("EXPIRED");
    }

    @Test
    void howeverItIsPulledAndPutBackNoLaneIsForgotten() throws Exception {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < 10; round++) {
                var message = sending.message(token, "solna", anna, "Nummer " + round);
                stop("solna", "");
                var start = new CountDownLatch(1);
                var sender = hands.submit(() -> {
                    start.await();
                    sending.sendAll();
                    return true;
                });
                start.countDown();
                as(token).delete(in("solna", "/sending-stop")).then().statusCode(200);
                sender.get();
                sending.sendAll();
                assertThat(sending.state(message)).isEqualTo("DELIVERED");
            }
        }
    }

    @Test
    void stoppedTwiceTheFirstOneStandsAndAdministratorsAreTold() {
        stop("solna", "Fel text");
        stop("solna", "En gång till");
        as(token).get(in("solna", "/sending-stop")).then().body("stops.why", contains("Fel text"));
        as(token).delete(in("solna", "/sending-stop")).then().statusCode(200);
        as(token).delete(in("solna", "/sending-stop")).then().statusCode(200);

        as(token)
                .get(in("solna", "/notices"))
                .then()
                .body("items", hasSize(2))
                .body("items.text", hasItem(containsString("har stoppat alla utskick från solna: Fel text")))
                .body("items.text", hasItem(containsString("har startat utskicken från solna igen")));
    }

    @Test
    void organizersStopAndAdministratorsStartAgain() {
        var organizer = a.token("solna", Permission.MESSAGES_READ, Permission.MESSAGES_SEND);
        as(organizer).put(in("solna", "/sending-stop")).then().statusCode(200).body("stops", hasSize(1));
        as(organizer).delete(in("solna", "/sending-stop")).then().statusCode(403);
        var reader = a.token("solna", Permission.MESSAGES_READ);
        as(reader).put(in("solna", "/sending-stop")).then().statusCode(403);
        as(a.token("solna", Permission.PEOPLE_READ))
                .get(in("solna", "/sending-stop"))
                .then()
                .statusCode(403);
    }

    @Test
    void othersAreRefusedAndAWhyHasAnEnd() {
        a.organization("taby");
        var stranger = a.token("taby");
        for (var who : Map.of("nobody", 401, stranger, 404).entrySet()) {
            as(who.getKey()).get(in("solna", "/sending-stop")).then().statusCode(who.getValue());
            as(who.getKey()).put(in("solna", "/sending-stop")).then().statusCode(who.getValue());
            as(who.getKey()).delete(in("solna", "/sending-stop")).then().statusCode(who.getValue());
        }
        as(token)
                .body(Map.of("why", "x".repeat(501)))
                .put(in("solna", "/sending-stop"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("why"));
    }
}
