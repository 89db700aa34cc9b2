package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.messaging.email.EmailGateways;
import se.ringstuga.messaging.sms.SmsGateways;

/** An installation without anybody to carry messages says so, and lets nothing wait (rule 26). */
@QuarkusTest
class NoGatewayTest extends BroadcastTest {

    private static final String SENTENCE = "Ingen förmedlar sådana meddelanden här än";

    @Inject
    SmsGateways sms;

    @Inject
    EmailGateways email;

    @Inject
    StaffFixtures staff;

    private long anna;
    private String organizer;

    @BeforeEach
    void nobodyCarriesAnything() {
        anna = person("Anna", "+46701740605", "anna@example.org");
        organizer = staff.session(staff.staff("asa@example.org", SOLNA, Role.ORGANIZER));
        QuarkusMock.installMockForType(new CarriesOnly(sms, email, clock), Carriers.class);
    }

    private ValidatableResponse refused(String path, Object body) {
        return as(token)
                .body(body)
                .post(in(SOLNA, path))
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/no-gateway"))
                .body("detail", containsString("RINGSTUGA_SMS_GATEWAY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMS", "EMAIL"})
    void neitherOneMessageNorATestIsTaken(String channel) {
        var wanted = Map.of("personId", anna, "channel", channel, "subject", "Hej", "text", "Hej");

        refused("/messages", wanted);
        refused("/broadcasts/tests", wanted);
        assertThat(count("message")).isZero();
    }

    @Test
    void aTextCanBeWrittenAndIsNotApproved() {
        var id = draft("Kallelse");

        refused("/broadcasts/" + id + "/approval", Map.of());
        refused("/broadcasts/" + id + "/tests", Map.of("personId", anna));
        read(id).body("state", equalTo("DRAFT"));
        assertThat(count("message")).isZero();
    }

    @Test
    void thePagesSaySo() {
        var id = draft("Kallelse");

        StaffFixtures.post(
                        StaffFixtures.browser(organizer),
                        "/o/solna/broadcasts/" + id + "/do/approval",
                        Map.of("version", "0"))
                .then()
                .statusCode(409)
                .body(containsString(SENTENCE));
        StaffFixtures.post(
                        StaffFixtures.browser(organizer),
                        "/o/solna/people/" + anna + "/message",
                        Map.of("key", "k", "channel", "SMS", "text", "Hej /solna"))
                .then()
                .body(containsString(SENTENCE));
        assertThat(count("message")).isZero();
    }
}
