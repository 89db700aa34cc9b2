package se.ringstuga.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** The inbox's pages, as a browser asks for them. */
@QuarkusTest
class InboxPagesTest extends InboundTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    @Inject
    StaffFixtures staff;

    private String session = "";

    @BeforeEach
    void anOrganizer() {
        session = staff.session(staff.staff("o@example.org", "solna", Role.ORGANIZER));
    }

    private RequestSpecification organizer() {
        return StaffFixtures.browser(session);
    }

    private String page() {
        return "/o/solna/inbox/" + inbox("open").getLong("items[0].id");
    }

    @Test
    void whatPeopleTextIsShownAsTextAndNothingElse() {
        comes(PHONE, "<script>alert(1)</script>");

        assertThat(organizer().get("/o/solna/inbox").asString())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(organizer().get(page()).asString())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void anAnswerThatIsPressedTwiceIsSentOnce() {
        comes(PHONE, "Hej");
        var page = page();
        var key = KEY.matcher(organizer().get(page).asString())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        for (int i = 0; i < 2; i++) {
            StaffFixtures.post(organizer(), page + "/answers", Map.of("text", "Hej själv", "key", key))
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith("?said=sent"));
        }
        sendAll();

        assertThat(arrived()).containsExactly("solna: Hej själv");
    }

    @Test
    void anAnswerThatCannotBeSentComesBackWithWhatWasTyped() {
        comes(PHONE, "Hej");

        for (var text : List.of("Vi ses {fel}", "😀".repeat(700))) {
            assertThat(StaffFixtures.post(organizer(), page() + "/answers", Map.of("text", text))
                            .then()
                            .statusCode(400)
                            .extract()
                            .asString())
                    .contains("Svaret kan inte skickas så här")
                    .contains(text);
        }
    }

    @Test
    void aFaultIsSaidBesideTheFieldAndWhatWasTypedStays() {
        person("Bo", Map.of("phone", PHONE));
        comes(PHONE, "Hej");

        assertThat(StaffFixtures.post(organizer(), page() + "/answers", Map.of("text", "Vi ses"))
                        .then()
                        .statusCode(400)
                        .extract()
                        .asString())
                .contains("Välj vem du svarar.", "Vi ses");
        StaffFixtures.post(organizer(), page() + "/answers", Map.of("text", " "))
                .then()
                .statusCode(400);
    }

    @Test
    void whoeverIsNotStaffHereSeesNothing() {
        comes(PHONE, "Hej");
        a.organization("taby");
        var stranger = staff.session(staff.staff("t@example.org", "taby", Role.ADMINISTRATOR));

        StaffFixtures.visitor().get("/o/solna/inbox").then().statusCode(303);
        StaffFixtures.browser(stranger).get("/o/solna/inbox").then().statusCode(404);
        StaffFixtures.browser(stranger).get(page()).then().statusCode(404);
        StaffFixtures.browser(stranger)
                .get(page().replace("solna", "taby"))
                .then()
                .statusCode(404);
        StaffFixtures.post(StaffFixtures.browser(stranger), page().replace("solna", "taby") + "/handling", Map.of())
                .then()
                .statusCode(404);
    }
}
