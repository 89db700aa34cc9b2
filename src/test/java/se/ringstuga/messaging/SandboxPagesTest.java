package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The phones of the sandbox: seen by their own administrators, and answered through the same door as real ones. */
@QuarkusTest
class SandboxPagesTest extends ApiTest {

    private static final String PHONE = "+46701740605";
    private static final String SENDER = "+46701740699";
    private static final String PAGE = "/o/solna/sandbox";

    @Inject
    SendingFixtures sending;

    @Inject
    StaffFixtures staff;

    @Inject
    Sql sql;

    private String token;
    private String session;
    private long anna;

    @BeforeEach
    void anAssociationInTheSandbox() {
        clock.set(Instant.parse("2026-11-20T12:00:00Z"));
        a.organization("solna");
        token = a.token("solna");
        session = staff.session(staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR));
        as(token)
                .body(Map.of("address", SENDER, "perSecond", 1000))
                .post(in("solna", "/sms-senders"))
                .then()
                .statusCode(201);
        anna = as(token)
                .body(Map.of("givenName", "Anna", "familyName", "Ek", "phone", PHONE))
                .post(in("solna", "/people"))
                .jsonPath()
                .getLong("id");
    }

    private RequestSpecification administrator() {
        return StaffFixtures.browser(session);
    }

    private long send(String text) {
        var id = as(token)
                .body(Map.of("personId", anna, "channel", "SMS", "text", text, "purpose", "REQUESTED"))
                .post(in("solna", "/messages"))
                .jsonPath()
                .getLong("id");
        sending.sendAll();
        return id;
    }

    private String state(long message) {
        return as(token).get(in("solna", "/messages/" + message)).jsonPath().getString("state");
    }

    private void choose(String behaviour) {
        StaffFixtures.post(administrator(), PAGE + "/behaviour", Map.of("phone", PHONE, "behaviour", behaviour))
                .then()
                .statusCode(303);
    }

    private void type(String phone, String text) {
        StaffFixtures.post(administrator(), PAGE + "/texts", Map.of("phone", phone, "to", SENDER, "text", text))
                .then()
                .statusCode(303);
    }

    @Test
    void whatWasSentLandsOnThePhoneOfItsRecipientAndTheReadingIsLogged() {
        send("Hej <b>Anna</b>");

        var page = administrator().get(PAGE).then().statusCode(200).extract().asString();
        assertThat(page).contains("Hej &lt;b&gt;Anna&lt;/b&gt;", "Anna Ek", "Simulerat");
        assertThat(sql.list(
                        NamedSql.of("select action from access_log where :person = any (person_ids)"),
                        Map.of("person", anna),
                        row -> row.text("action")))
                .contains("sandbox.read");
    }

    @Test
    void whatIsTypedOnAPhoneComesThroughTheDoorOfEveryProviderAtOnce() {
        send("Hej");
        type(PHONE, "Vem är det?");

        assertThat(as(token).get(in("solna", "/inbox")).jsonPath().getList("items.text"))
                .containsExactly("Vem är det?");
        assertThat(administrator().get(PAGE).asString()).contains("Vem är det?");
        assertThat(hooks()).contains("/hooks/sandbox/inbound read");
    }

    private List<String> hooks() {
        return sql.list(
                NamedSql.of(
                        "select path || case when read_at is null then ' waits' else ' read' end as hook from provider_hook"),
                Map.of(),
                row -> row.text("hook"));
    }

    @Test
    void aPhoneThatNobodyHasWrittenToCanTextToo() {
        type("070-174 06 88", "Vem är ni?");

        assertThat(as(token).get(in("solna", "/inbox")).jsonPath().getList("items.phone"))
                .containsExactly("+46701740688");
    }

    @Test
    void whatTheNextMessageMeetsIsChosenForEachPhone() {
        choose("FAILED");
        assertThat(state(send("Hej"))).isEqualTo("FAILED");
        choose("REFUSED");
        assertThat(state(send("Hej"))).isEqualTo("FAILED");
        choose("SILENT");
        assertThat(state(send("Hej"))).isEqualTo("UNKNOWN");
        choose("BUSY");
        var busy = send("Hej");
        assertThat(state(busy)).isEqualTo("QUEUED");
        choose("DELIVERED");
        clock.advance(Duration.ofSeconds(31));
        sending.sendAll();
        assertThat(state(busy)).isEqualTo("DELIVERED");
    }

    @Test
    void anotherOrganizationsPhonesAreNotShown() {
        a.organization("taby");
        var stranger = StaffFixtures.browser(staff.session(staff.staff("t@example.org", "taby", Role.ADMINISTRATOR)));
        send("Hej Anna");

        stranger.get(PAGE).then().statusCode(404);
        var own = StaffFixtures.browser(staff.session(staff.staff("u@example.org", "taby", Role.ADMINISTRATOR)));
        assertThat(own.get("/o/taby/sandbox").then().statusCode(200).extract().asString())
                .doesNotContain("Hej Anna")
                .doesNotContain("070-174 06 05");
        StaffFixtures.post(own, "/o/taby/sandbox/texts", Map.of("phone", PHONE, "to", SENDER, "text", "STOPP"))
                .then()
                .statusCode(400);
        assertThat(state(send("Hej igen"))).isEqualTo("DELIVERED");
    }

    @Test
    void organizersDoNotSeeThePhones() {
        var organizer = staff.browserOf("o@example.org", "solna", Role.ORGANIZER);

        organizer.get(PAGE).then().statusCode(404);
        StaffFixtures.visitor().get(PAGE).then().statusCode(303);
    }

    @Test
    void whatIsTypedIsATextFromANumber() {
        for (var form : List.of(
                Map.of("phone", PHONE, "to", SENDER),
                Map.of("phone", PHONE, "to", SENDER, "text", " "),
                Map.of("phone", PHONE, "to", SENDER, "text", "x".repeat(1601)),
                Map.of("phone", "Anna", "to", SENDER, "text", "Hej"),
                Map.of("phone", PHONE, "to", "+46701740600", "text", "Hej"))) {
            StaffFixtures.post(administrator(), PAGE + "/texts", form).then().statusCode(400);
        }
        StaffFixtures.post(administrator(), PAGE + "/behaviour", Map.of("phone", PHONE))
                .then()
                .statusCode(400);
    }
}
