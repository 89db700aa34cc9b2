package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.fence.Fence;
import se.ringstuga.messaging.sms.SwitchedOff;

/** An installation that was started with RINGSTUGA_SENDING=off works, and sends nothing. */
@QuarkusTest
@TestProfile(SwitchedOff.class)
class SwitchedOffTest extends ApiTest {

    @Inject
    SendingFixtures sending;

    @Inject
    Fence fence;

    @Test
    void whatIsDueWaitsAndTheHealthTellsOfItWithoutAnAlarm() {
        a.organization("solna");
        var token = a.token("solna");
        sending.sender(token, "solna");
        var message = sending.message(token, "solna", sending.person(token, "solna", "+46701740605"), "Hej");

        sending.sendAll();

        assertThat(fence.isSwitchedOff()).isTrue();
        assertThat(sending.state(message)).isEqualTo("QUEUED");
        RestAssured.get("/q/health/ready").then().statusCode(200);
        RestAssured.get("/q/health/well")
                .then()
                .body("checks.find { it.name == 'sending' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'sending' }.data.switchedOff", equalTo(true));
    }
}
