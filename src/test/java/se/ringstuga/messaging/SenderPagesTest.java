package se.ringstuga.messaging;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

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

/** Senders on the page of settings: their pace, the one that is used unless another is chosen, and the way out. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class SenderPagesTest extends BroadcastTest {

    private static final String SETTINGS = "/o/" + SOLNA + "/messaging";

    @Inject
    StaffFixtures staff;

    private String asa;
    private long number;

    @BeforeEach
    void anAdministrator() {
        asa = staff.session(staff.staff("asa@example.org", SOLNA, Role.ADMINISTRATOR));
        number = as(token).get(in(SOLNA, "/sms-senders")).jsonPath().getLong("items[0].id");
    }

    private ValidatableResponse press(long sender, String button, Map<String, String> form) {
        return StaffFixtures.post(StaffFixtures.browser(asa), SETTINGS + "/senders/" + sender + button, form)
                .then();
    }

    private ValidatableResponse page() {
        return StaffFixtures.browser(asa).get(SETTINGS).then().statusCode(200);
    }

    private long add(String address) {
        return as(token)
                .body(Map.of("address", address))
                .post(in(SOLNA, "/sms-senders"))
                .jsonPath()
                .getLong("id");
    }

    @Test
    void aTypoIsTakenAwayAndTheOtherIsUsed() {
        var right = add("Solna");
        press(right, "/choice", Map.of()).statusCode(303);
        page().body(containsString("<strong>Solna</strong> <span class=\"tag\">kan inte besvaras</span>"
                + " <span class=\"tag\">används om inget annat väljs</span>"));
        press(number, "/removal", Map.of()).statusCode(303);

        page().body(not(containsString("070-174 06 99")));
    }

    @Test
    void thePaceIsChanged() {
        press(number, "", Map.of("perSecond", "2,5")).statusCode(303);

        page().body(containsString("högst 2,50 i sekunden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "många", "0", "1e300"})
    void aPaceThatCannotBeIsSaidBesideItsSender(String pace) {
        press(number, "", Map.of("perSecond", pace))
                .statusCode(400)
                .body(containsString("Skriv ett tal mellan 0,01 och 100 000."))
                .body(containsString("value=\"" + pace + "\""));
        press(number, "", Map.of()).statusCode(400);
    }

    @Test
    void whatStandsInTheWayOfTakingItAwayIsCounted() {
        var anna = person("Anna", "+46701740605");
        draft("Välkomna");
        for (var i = 0; i < 2; i++) {
            as(token)
                    .body(Map.of("personId", anna, "channel", "SMS", "text", "Hej", "purpose", "REQUESTED"))
                    .post(in(SOLNA, "/messages"));
        }

        press(number, "/removal", Map.of())
                .statusCode(409)
                .body(containsString("2 meddelanden väntar på att skickas, ett utkast använder den"));
        StaffFixtures.post(
                        StaffFixtures.browser(asa).header("Accept-Language", "en"),
                        SETTINGS + "/senders/" + number + "/removal",
                        Map.of())
                .then()
                .body(containsString("2 messages wait to be sent, a draft uses it"));
    }

    @Test
    void thoseBelowSeeItAndHaveNoButtons() {
        a.organizationBelow(SOLNA, "huvudsta");
        as(a.token("huvudsta")).body(broadcast("Välkomna")).post(in("huvudsta", "/broadcasts"));

        page().body(containsString("används också av en förening under er"));
        StaffFixtures.browser(asa)
                .get("/o/huvudsta/messaging")
                .then()
                .body(allOf(containsString("från en förening ovanför"), not(containsString("Ändra eller ta bort"))));
        StaffFixtures.post(StaffFixtures.browser(asa), "/o/huvudsta/messaging/senders/" + number + "/removal", Map.of())
                .then()
                .statusCode(404);
    }

    @Test
    void aBudgetAboveIsToldOfOnlyWhereThereIsOne() {
        a.organizationBelow(SOLNA, "huvudsta");
        var settings = "/o/huvudsta/messaging";
        StaffFixtures.browser(asa)
                .get(settings)
                .then()
                .statusCode(200)
                .body(not(containsString("hör till en förening ovanför")));
        as(token)
                .body(Map.of("smsMonthlyBudget", 100, "smsDailyBudget", 50))
                .put(in(SOLNA, "/messaging-settings"))
                .then()
                .statusCode(200);

        StaffFixtures.browser(asa).get(settings).then().body(containsString("hör till en förening ovanför"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/choice", "/removal"})
    void anothersSenderHasNoButtons(String button) {
        a.organization("taby");
        var mia = staff.session(staff.staff("mia@example.org", "taby", Role.ADMINISTRATOR));
        var form = Map.of("perSecond", "1");

        for (var slug : new String[] {SOLNA, "taby"}) {
            var path = "/o/" + slug + "/messaging/senders/" + number + button;
            StaffFixtures.post(StaffFixtures.browser(mia), path, form).then().statusCode(404);
        }
    }
}
