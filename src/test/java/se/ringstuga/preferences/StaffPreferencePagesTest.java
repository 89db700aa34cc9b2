package se.ringstuga.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;

/** Staff writes down what somebody told them about being contacted. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class StaffPreferencePagesTest extends ApiTest {

    private static final String NUMBER = "+46701740605";

    @Inject
    StaffFixtures staff;

    @Inject
    Consents consents;

    private String token;
    private String asa;
    private long anna;
    private long solna;
    private String page;

    @BeforeEach
    void aMember() {
        solna = a.organization("solna");
        token = a.token("solna");
        asa = staff.session(staff.staff("asa@example.org", "solna", Role.ORGANIZER));
        anna = as(token)
                .body(Map.of(
                        "givenName",
                        "Anna",
                        "familyName",
                        "Ek",
                        "phone",
                        NUMBER,
                        "email",
                        "anna@example.org",
                        "joinedOn",
                        "2020-01-01"))
                .post(in("solna", "/people"))
                .jsonPath()
                .getLong("id");
        page = "/o/solna/people/" + anna + "/preferences";
    }

    private RequestSpecification browser() {
        return StaffFixtures.browser(asa);
    }

    private void choose(String channel, String... purposes) {
        browser()
                .contentType("application/x-www-form-urlencoded")
                .formParam(channel, List.of(purposes))
                .formParam("CALL", "CALL")
                .post(page)
                .then()
                .statusCode(303);
    }

    private List<String> said() {
        return as(token)
                .get(in("solna", "/people/" + anna + "/preferences"))
                .jsonPath()
                .getList(
                        "preferences.findAll { it.state != 'NOT_SAID' }.collect { it.channel + ' ' + it.purpose + ' ' + it.state + ' ' + it.source }");
    }

    @Test
    void whatAPersonToldStaffIsWrittenDownOnceAndTheHistorySaysWhoNotedIt() {
        browser().get("/o/solna/people/" + anna).then().body(containsString(page));
        browser().get(page).then().statusCode(200).body(containsString("Vad Anna vill få"));

        choose("EMAIL", "NOTICE", "REMINDER", "WELCOME");
        choose("EMAIL", "NOTICE", "REMINDER", "WELCOME");

        assertThat(said()).containsExactlyInAnyOrder("SMS ANY WITHDRAWN staff", "EMAIL INFORMATION WITHDRAWN staff");
        browser().get("/o/solna/people/" + anna).then().body(containsString("Sa nej till SMS, noterat av er"));
        as(token)
                .get(in("solna", "/people/" + anna + "/timeline"))
                .then()
                .body("items.findAll { it.kind == 'CONSENT' }.size()", equalTo(2));
    }

    @Test
    void theNoOfANumberStaysUntilItsOwnerUndoesIt() {
        QuarkusTransaction.requiringNew().run(() -> consents.suppress(solna, Channel.SMS, NUMBER, "sms"));
        browser()
                .get(page)
                .then()
                .body(containsString("Bara den som har numret kan ändra det"))
                .body(containsString("disabled"));

        choose("SMS", "NOTICE", "REMINDER", "WELCOME", "INFORMATION");

        assertThat(said()).noneMatch(word -> word.startsWith("SMS"));
        browser().get(page).then().body(containsString("Bara den som har numret kan ändra det"));
    }

    @Test
    void anothersPeopleAreNoPage() {
        a.organization("malmo");
        var mia = StaffFixtures.browser(staff.session(staff.staff("mia@example.org", "malmo", Role.ADMINISTRATOR)));

        mia.get(page).then().statusCode(404);
        mia.get(page.replace("/o/solna", "/o/malmo")).then().statusCode(404);
        StaffFixtures.post(mia, page.replace("/o/solna", "/o/malmo"), Map.of())
                .then()
                .statusCode(404);
        StaffFixtures.visitor().get(page).then().statusCode(303).header("Location", containsString("/sign-in"));
    }
}
