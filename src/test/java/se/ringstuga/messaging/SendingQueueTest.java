package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.fence.Fence;

/** The queue, as tools and as staff see it. */
@QuarkusTest
class SendingQueueTest extends ApiTest {

    @Inject
    SendingFixtures sending;

    @Inject
    StaffFixtures staff;

    @Inject
    Fence fence;

    @Inject
    Sql sql;

    private String token;
    private long anna;

    @BeforeEach
    void anAssociation() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        token = a.token("solna");
        sending.sender(token, "solna");
        anna = sending.person(token, "solna", "+46701740605");
        fence.look();
    }

    @Test
    void itTellsWhatWaitsAndWhatIsUnknownOrFailedAndWhy() {
        sending.message(token, "solna", anna, "Hej [SILENT]");
        sending.message(token, "solna", anna, "Hej [REFUSED]");
        sending.sendAll();
        sending.message(token, "solna", anna, "Hej");
        clock.advance(Duration.ofMinutes(1));

        as(token)
                .get(in("solna", "/sending"))
                .then()
                .statusCode(200)
                .body("gateways.SMS", equalTo("sandbox"))
                .body("simulated", equalTo(true))
                .body("hold", empty())
                .body("stops", empty())
                .body("waiting", equalTo(1))
                .body("underWay", equalTo(0))
                .body("oldestDue", equalTo(clock.instant().minusSeconds(60).toString()))
                .body("lanes.waiting", contains(1))
                .body("lanes.sender", contains("+46701740699"))
                .body("lanes.urgent", contains(true))
                .body("unknown.sandbox-silent", equalTo(1))
                .body("failed.sandbox-refused", equalTo(1));
        as(a.token("huvudsta"))
                .get(in("huvudsta", "/sending"))
                .then()
                .body("waiting", equalTo(0))
                .body("lanes", empty())
                .body("unknown", equalTo(Map.of()));
    }

    @Test
    void countsSayThatTheyAreSimulated() {
        var message = sending.message(token, "solna", anna, "Hej");
        as(token).get(in("solna", "/messages/" + message)).then().body("simulated", equalTo(true));
        var draft = as(token)
                .body(Map.of(
                        "title",
                        "Blad",
                        "channel",
                        "SMS",
                        "purpose",
                        "NOTICE",
                        "text",
                        "Hej",
                        "filter",
                        Map.of("type", "hasPhone")))
                .post(in("solna", "/broadcasts"));
        draft.then().statusCode(201).body("simulated", equalTo(true));
    }

    @Test
    void whoeverMayNotReadMessagesDoesNotSeeIt() {
        a.organization("taby");
        as("nobody").get(in("solna", "/sending")).then().statusCode(401);
        as(a.token("taby")).get(in("solna", "/sending")).then().statusCode(404);
        as(a.token("solna", Permission.PEOPLE_READ))
                .get(in("solna", "/sending"))
                .then()
                .statusCode(403);
        StaffFixtures.visitor().get("/o/solna/sending").then().statusCode(not(equalTo(200)));
    }

    @Test
    void thePageShowsItMovesAndCarriesTheSwitch() {
        sending.message(token, "solna", anna, "Hej");
        var browser = staff.browserOf("anna@example.org", "solna", Role.ADMINISTRATOR);
        browser.get("/o/solna/sending")
                .then()
                .statusCode(200)
                .body(containsString("Simulerat"))
                .body(containsString("hx-get=\"/o/solna/sending/now\""))
                .body(containsString("id=\"waiting\">1</dd>"))
                .body(containsString("Stoppa alla utskick"));

        var again = StaffFixtures.browser(staff.session(staff.staff("bo@example.org", "solna", Role.ORGANIZER)));
        StaffFixtures.post(again, "/o/solna/sending/stop", Map.of("why", "Fel text"))
                .then()
                .statusCode(303);
        again = StaffFixtures.browser(staff.session(staff.staff("cia@example.org", "solna", Role.ORGANIZER)));
        again.get("/o/solna/sending/now")
                .then()
                .statusCode(200)
                .body(containsString("bo stoppade utskicken från solna"))
                .body(containsString("Fel text"))
                .body(not(containsString("<html")));
        StaffFixtures.post(again, "/o/solna/sending/start", Map.of()).then().statusCode(403);
        var administrator =
                StaffFixtures.browser(staff.session(staff.staff("dan@example.org", "solna", Role.ADMINISTRATOR)));
        StaffFixtures.post(administrator, "/o/solna/sending/start", Map.of())
                .then()
                .statusCode(303);
        as(token).get(in("solna", "/sending")).then().body("stops", empty());
    }

    @Test
    void aHoldIsExplainedAndReleasedOnThePage() {
        sending.message(token, "solna", anna, "Hej");
        sql.update(NamedSql.of("update fence set actor = actor"), Map.of());
        fence.look();
        try {
            var organizer =
                    StaffFixtures.browser(staff.session(staff.staff("bo@example.org", "solna", Role.ORGANIZER)));
            organizer
                    .get("/o/solna/sending")
                    .then()
                    .body(containsString("<li>Dess rader är inlästa på nytt.</li>"))
                    .body(containsString("Ett meddelande skulle ha skickats sedan dess"))
                    .body(not(containsString("/o/solna/sending/release")));
            StaffFixtures.post(organizer, "/o/solna/sending/release", Map.of())
                    .then()
                    .statusCode(403);
            var administrator =
                    StaffFixtures.browser(staff.session(staff.staff("cia@example.org", "solna", Role.ADMINISTRATOR)));
            StaffFixtures.post(administrator, "/o/solna/sending/release", Map.of())
                    .then()
                    .statusCode(303);
            assertThat(fence.mayAct()).isTrue();
        } finally {
            QuarkusTransaction.requiringNew().run(() -> fence.release("system:0"));
            fence.look();
        }
    }
}
