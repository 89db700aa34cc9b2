package se.ringstuga.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** The pages of closed days, webhooks and jobs, as forms are sent. */
@QuarkusTest
class OfficePagesTest extends ApiTest {

    private static final String DAYS = "/o/solna/closed-days";
    private static final String WEBHOOKS = "/o/solna/webhooks";
    private static final String JOBS = "/o/solna/jobs";

    @Inject
    StaffFixtures staff;

    @Inject
    JobList list;

    @Inject
    JobRows rows;

    private String token;
    private String anna;
    private String bo;

    @BeforeEach
    void anAdministratorAndAnOrganizer() {
        a.organization("solna");
        token = a.token("solna");
        anna = staff.session(staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR));
        bo = staff.session(staff.staff("bo@example.org", "solna", Role.ORGANIZER));
    }

    private RequestSpecification anna() {
        return StaffFixtures.browser(anna);
    }

    private RequestSpecification bo() {
        return StaffFixtures.browser(bo);
    }

    @Test
    void aProposalIsAcceptedDeclinedAndTakenBack() {
        anna().formParam("kind", "CHRISTMAS")
                .formParam("open", "false")
                .post(DAYS + "/proposals")
                .then()
                .statusCode(303);
        anna().formParam("kind", "SUMMER")
                .formParam("open", "true")
                .post(DAYS + "/proposals")
                .then()
                .statusCode(303);
        anna().get(DAYS)
                .then()
                .statusCode(200)
                .body(containsString("torsdag 24 december till och med onsdag 6 januari 2027"));
        var id = as(token)
                .get(in("solna", "/closed-days"))
                .then()
                .body("items", hasSize(2))
                .extract()
                .jsonPath()
                .getLong("items[0].id");

        anna().post(DAYS + "/" + id + "/removal").then().statusCode(303);

        as(token).get(in("solna", "/closed-days")).then().body("items", hasSize(1));
        anna().post(DAYS + "/" + id + "/removal").then().statusCode(404);
        anna().formParam("kind", "NONE").post(DAYS + "/proposals").then().statusCode(404);
    }

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndNothingTypedIsLost() {
        anna().formParam("name", "Kongress")
                .formParam("firstOn", "x")
                .post(DAYS)
                .then()
                .statusCode(400)
                .body(allOf(containsString("Välj en dag mellan"), containsString("value=\"Kongress\"")));
        anna().formParam("name", " ")
                .formParam("firstOn", "2026-12-01")
                .post(DAYS)
                .then()
                .statusCode(400);
        anna().formParam("name", "Kongress")
                .formParam("firstOn", "2026-12-02")
                .formParam("lastOn", "2026-12-01")
                .post(DAYS)
                .then()
                .statusCode(400)
                .body(containsString("till ett år efter den"));
        anna().formParam("name", "Kongress")
                .formParam("firstOn", "2026-12-02")
                .formParam("yearly", "true")
                .post(DAYS)
                .then()
                .statusCode(303);
        as(token).get(in("solna", "/closed-days")).then().body("items[0].kind", equalTo("YEARLY"));
    }

    @Test
    void organizersSeeClosedDaysAndAdministratorsDecide() {
        bo().get(DAYS).then().statusCode(200).body(not(containsString("/proposals")));
        bo().formParam("kind", "EVES").post(DAYS + "/proposals").then().statusCode(403);
        bo().post(DAYS).then().statusCode(403);
        for (var page : List.of(WEBHOOKS, JOBS)) {
            bo().get(page).then().statusCode(403);
        }
        bo().post(JOBS + "/closed-days/run").then().statusCode(403);
        StaffFixtures.visitor().get(DAYS).then().statusCode(303);
    }

    @Test
    void anEndpointIsAddedItsSecretShownOnceAndItIsSwitchedOffAndOn() {
        anna().formParam("title", "Ark")
                .formParam("address", "ftp://x")
                .post(WEBHOOKS)
                .then()
                .statusCode(400)
                .body(allOf(containsString("Välj minst en sak"), containsString("value=\"Ark\"")));
        anna().formParam("title", "Ark")
                .formParam("address", "ftp://x")
                .formParam("types", "opt_out")
                .post(WEBHOOKS)
                .then()
                .statusCode(400)
                .body(containsString("börja med https"));
        anna().formParam("title", "Ark")
                .formParam("address", "https://hooks.example/x")
                .formParam("types", "opt_out")
                .post(WEBHOOKS)
                .then()
                .statusCode(200)
                .body(containsString("whsec_"));
        var id = as(token).get(in("solna", "/webhook-endpoints")).jsonPath().getLong("items[0].id");
        anna().get(WEBHOOKS).then().statusCode(200).body(not(containsString("whsec_")));

        anna().post(WEBHOOKS + "/" + id + "/ping").then().statusCode(303);
        anna().post(WEBHOOKS + "/" + id + "/off").then().statusCode(303);
        anna().get(WEBHOOKS + "?dead=true").then().body(containsString("lades åt sidan"));
        anna().post(WEBHOOKS + "/" + id + "/on").then().statusCode(303);
        anna().post(WEBHOOKS + "/" + id + "/replay").then().statusCode(303);
        var delivery = as(token)
                .get(in("solna", "/webhook-deliveries"))
                .then()
                .body("items[0].state", equalTo("WAITING"))
                .extract()
                .jsonPath()
                .getLong("items[0].id");
        anna().post(WEBHOOKS + "/deliveries/" + delivery + "/replay").then().statusCode(303);
        anna().post(WEBHOOKS + "/" + id + "/secret").then().statusCode(200).body(containsString("whsec_"));
        anna().post(WEBHOOKS + "/" + id + "/removal").then().statusCode(303);
        anna().post(WEBHOOKS + "/" + id + "/ping").then().statusCode(404);
    }

    @Test
    void anEndpointIsChangedAndWhoeverSavesSecondSeesWhatStands() {
        anna().formParam("title", "Ark")
                .formParam("address", "https://hooks.example/x")
                .formParam("types", "opt_out")
                .post(WEBHOOKS)
                .then()
                .statusCode(200);
        var id = as(token).get(in("solna", "/webhook-endpoints")).jsonPath().getLong("items[0].id");
        var edit = WEBHOOKS + "/" + id + "/edit";
        var page = anna().get(edit).then().statusCode(200).extract().asString();
        assertThat(page).contains("value=\"Ark\"", "value=\"https://hooks.example/x\"", "value=\"opt_out\" checked");
        var version = page.replaceAll("(?s).*name=\"version\" value=\"([0-9]+)\".*", "$1");

        anna().formParam("version", version)
                .formParam("title", " ")
                .formParam("address", "http://x")
                .post(edit)
                .then()
                .statusCode(400)
                .body(allOf(containsString("Skriv ett namn"), containsString("Välj minst en sak")));
        anna().formParam("version", version)
                .formParam("title", "Kalkyl")
                .formParam("address", "https://hooks.example/y")
                .formParam("types", "person.created")
                .post(edit)
                .then()
                .statusCode(303);
        anna().formParam("version", version)
                .formParam("title", "Mitt")
                .formParam("address", "https://hooks.example/z")
                .formParam("types", "opt_out")
                .post(edit)
                .then()
                .statusCode(400)
                .body(allOf(
                        containsString("Någon annan har ändrat"),
                        containsString("<strong>Kalkyl</strong>"),
                        containsString("value=\"Mitt\"")));

        as(token)
                .get(in("solna", "/webhook-endpoints"))
                .then()
                .body("items[0].title", equalTo("Kalkyl"))
                .body("items[0].address", equalTo("https://hooks.example/y"))
                .body("items[0].types", hasSize(1));
        bo().get(edit).then().statusCode(403);
        bo().post(edit).then().statusCode(403);
        a.organization("gavle");
        anna().get("/o/gavle/webhooks/" + id + "/edit").then().statusCode(404);
        anna().get(WEBHOOKS + "/0/edit").then().statusCode(404);
        anna().get(WEBHOOKS).then().body(containsString("Det går inte att ångra"));
    }

    @Test
    void everyJobIsOnThePageWithWordsOfItsOwn() {
        var names = as(token).get(in("solna", "/jobs")).jsonPath().getList("items.name", String.class);
        var page = anna().get(JOBS).then().statusCode(200).extract().asString();

        for (var name : names) {
            assertThat(page).contains("<code>" + name + "</code>").doesNotContain(">" + name + "</a></strong>");
        }
    }

    @Test
    void aJobIsRunFromThePage() {
        anna().post(JOBS + "/closed-days/run")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/o/solna/jobs?started=closed-days"));
        anna().get(JOBS + "?started=closed-days").then().body(containsString("Räkna ut stängda dagar är igång."));
        anna().post(JOBS + "/none/run").then().statusCode(404);
        anna().get(JOBS + "?started=whatever").then().statusCode(200).body(not(containsString("whatever")));
    }

    @Test
    void aJobsLatestRunsStandOnAPageOfTheirOwn() {
        var job = list.find("event-series").orElseThrow();
        QuarkusTransaction.requiringNew().run(() -> {
            var run = rows.begin(job, "server", clock.instant(), JobRuns.LEASE).orElseThrow();
            rows.end(job, run, new JobRows.Result(run.startedAt(), clock.instant(), 7L, "SQL 55P03"), null);
        });

        anna().get(JOBS + "/event-series")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("Med 6 timmars mellanrum"),
                        containsString("SQL 55P03"),
                        containsString("server")));
        anna().get(JOBS + "/queue-wake").then().body(containsString("Ingen gång än."));
        anna().get(JOBS + "/none").then().statusCode(404);
        bo().get(JOBS + "/event-series").then().statusCode(403);
    }

    @Test
    void anothersPagesAreNone() {
        a.organization("gavle");
        for (var page : List.of("closed-days", "webhooks", "jobs")) {
            anna().get("/o/gavle/" + page).then().statusCode(404);
        }
    }
}
