package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** Rule 13 on the pages: an organizer rewords a note or takes it away, from the page of whom it is about. */
@QuarkusTest
class NotePagesTest extends CallTest {

    @Inject
    StaffFixtures staff;

    private String olle;
    private long anna;
    private long claim;
    private String note;

    @BeforeEach
    void aNoteAboutAnna() {
        olle = staff.session(staff.staff("olle@example.org", SOLNA, Role.ORGANIZER));
        anna = calls.person(SOLNA, "Anna", CallFixtures.number(0));
        claim = claimed(assignment("")).getLong("id");
        report(claim, "{\"outcome\":\"BUSY\",\"note\":\"Ring sent\"}").statusCode(200);
        note = "/o/solna/call-notes/" + calls.count("select id as count from call_note");
    }

    @Test
    void itIsRewordedAndRemovedFromThePersonsPage() {
        browser(olle).get(person()).then().statusCode(200).body(containsString(note), containsString("Ring sent"));
        browser(olle).get(note).then().statusCode(200).body(containsString(">Ring sent<"), containsString("Anna Test"));
        for (var nothing : new String[] {"  ", "x".repeat(5001)}) {
            post(note, nothing).then().statusCode(400).body(containsString("Skriv något, högst 5000 tecken"));
        }

        post(note, "Ring <b>tidigt</b>").then().statusCode(303).header("Location", containsString(person()));

        browser(olle)
                .get(person())
                .then()
                .body(containsString("Ring &lt;b&gt;tidigt"), not(containsString("Ring sent")));
        StaffFixtures.post(browser(olle), note + "/removal", Map.of()).then().statusCode(303);
        browser(olle).get(person()).then().body(not(containsString("tidigt")));
        browser(olle).get(note).then().statusCode(404);
        assertThat(calls.count("select count(*) from call_note where removed_by like 'staff:%'"))
                .isEqualTo(1);
    }

    @Test
    void whatBelongsToAThreatOrToSomebodyProtectedIsForAdministratorsOnly() {
        as(token)
                .body("{\"outcome\":\"BUSY\",\"note\":\"Ring sent\",\"personFact\":\"THREAT\"}")
                .put(in(SOLNA, "/claims/" + claim + "/correction"))
                .then()
                .statusCode(200);
        var secret = "/o/solna/call-notes/" + calls.count("select max(id) as count from call_note");
        var eva = staff.session(staff.staff("eva@example.org", SOLNA, Role.ADMINISTRATOR));
        browser(olle).get(secret).then().statusCode(404);
        post(secret, "Annat").then().statusCode(404);
        browser(eva).get(secret).then().statusCode(200);

        calls.change("update call_note set administrators_only = false", Map.of());
        browser(olle).get(secret).then().statusCode(200);
        calls.change("update person set restricted_at = '2026-11-01'", Map.of());
        browser(olle).get(secret).then().statusCode(404);
        StaffFixtures.post(browser(olle), secret + "/removal", Map.of()).then().statusCode(404);
        var organizers = a.token(SOLNA, Permission.CALLS_MANAGE);
        as(organizers)
                .body("{\"text\":\"Annat\"}")
                .put(in(SOLNA, secret.replace("/o/solna", "")))
                .then()
                .statusCode(404);
        browser(eva).get(secret).then().statusCode(200);
    }

    @Test
    void whoeverSavesSecondSeesWhatStandsThereBeforeItIsWrittenOver() {
        post(note, "Ring tidigt").then().statusCode(303);

        var second = post(note, "Ring på söndag");

        second.then()
                .statusCode(412)
                .body(containsString("Nu står det: ”Ring tidigt”"), containsString(">Ring på söndag<"));
        browser(olle).get(person()).then().body(containsString("Ring tidigt"), not(containsString("Ring på söndag")));
        var read = second.htmlPath().getString("**.find { it.@name == 'read' }.@value");
        StaffFixtures.post(browser(olle), note, Map.of("text", "Ring på söndag", "read", read))
                .then()
                .statusCode(303);
        browser(olle).get(person()).then().body(containsString("Ring på söndag"));
    }

    @Test
    void othersDoNotComeHere() {
        a.organization("boras");
        var bo = staff.session(staff.staff("bo@example.org", "boras", Role.ADMINISTRATOR));
        StaffFixtures.visitor().get(note).then().statusCode(303);
        browser(bo).get(note).then().statusCode(404);
        browser(bo).get(note.replace("solna", "boras")).then().statusCode(404);
        StaffFixtures.post(browser(bo), note.replace("solna", "boras") + "/removal", Map.of())
                .then()
                .statusCode(404);
    }

    private Response post(String path, String text) {
        return StaffFixtures.post(browser(olle), path, Map.of("text", text, "read", "0"));
    }

    private String person() {
        return "/o/solna/people/" + anna;
    }

    private static RequestSpecification browser(String session) {
        return StaffFixtures.browser(session);
    }
}
