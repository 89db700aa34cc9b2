package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** The page on which somebody says yes: for what it shows, in words that say whose yes it is (rule 23). */
@QuarkusTest
class ApprovalPagesTest extends BroadcastTest {

    @Inject
    StaffFixtures staff;

    private String asa;
    private String bea;
    private String page;

    @BeforeEach
    void aDraftByAsa() {
        person("Anna", "+46701740605");
        person("Bo", "+46701740606");
        asa = staff.session(staff.staff("asa@example.org", SOLNA, Role.ORGANIZER));
        bea = staff.session(staff.staff("bea@example.org", SOLNA, Role.ORGANIZER));
        page = save("/o/solna/broadcasts/new", form("Vi ses på tisdag /solna"))
                .header("Location")
                .replaceAll(".*?(/o/.*)", "$1");
    }

    private static Map<String, String> form(String text) {
        return new HashMap<>(Map.of(
                "key", "one", "title", "Möte", "channel", "SMS", "to", "ALL", "text", text, "when", "NOW", "purpose",
                "NOTICE"));
    }

    private Response save(String path, Map<String, String> form) {
        var saved = StaffFixtures.post(StaffFixtures.browser(asa), path, form);
        assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(303);
        return saved;
    }

    private void edit(int version, Map<String, String> form) {
        form.put("draft", page.replaceAll("\\D+", ""));
        form.put("version", String.valueOf(version));
        save(page + "/edit", form);
    }

    private static String shown(String session, String path) {
        return StaffFixtures.browser(session)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** What the form on the page sends when its button is pressed. */
    private Map<String, String> seen(String session) {
        var html = shown(session, page + "/do/approval");
        var fields = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">")
                .matcher(html);
        var form = new HashMap<String, String>();
        while (fields.find()) {
            form.put(fields.group(1), fields.group(2));
        }
        return form;
    }

    private Response approve(String session, Map<String, String> form) {
        return StaffFixtures.post(StaffFixtures.browser(session), page + "/do/approval", form);
    }

    private void limit(int people) {
        as(token)
                .body(Map.of("approvalLimit", people))
                .put(in(SOLNA, "/messaging-settings"))
                .then()
                .statusCode(200);
    }

    @Test
    void itsAuthorSendsItAndSomebodyElseApprovesIt() {
        assertThat(shown(asa, page)).contains("Granska och skicka").doesNotContain("Granska och godkänn");
        assertThat(shown(asa, page + "/do/approval"))
                .contains(">Skicka</button>")
                .doesNotContain("Godkänn");
        assertThat(shown(bea, page)).contains("Granska och godkänn").doesNotContain("Granska och skicka");
        assertThat(shown(bea, page + "/do/approval")).contains(">Godkänn och skicka</button>");

        approve(asa, seen(asa)).then().statusCode(303);
        assertThat(shown(bea, page)).doesNotContain("Godkänt av");
    }

    @Test
    void aboveTheLimitItsAuthorReadsThatSomebodyElseIsToApproveAndHasNoButton() {
        limit(1);

        assertThat(shown(asa, page)).contains("någon annan än den som skrev eller sist ändrade");
        assertThat(shown(asa, page + "/do/approval"))
                .contains("någon annan än den som skrev eller sist ändrade")
                .doesNotContain(">Skicka</button>");
        approve(asa, Map.of("version", "0")).then().statusCode(409);
        approve(bea, seen(bea)).then().statusCode(303);
        assertThat(shown(asa, page)).contains("Godkänt av");
    }

    @Test
    void whatWasChangedWhileSomebodyReadIsNotSentAndThePageShowsIt() {
        var seen = seen(bea);
        edit(0, form("Vi ses på onsdag /solna"));

        approve(bea, seen)
                .then()
                .statusCode(412)
                .body(containsString("ändrades medan du läste, så inget är skickat"))
                .body(containsString("<del>Vi ses på tisdag /solna</del>"))
                .body(containsString("<ins>Vi ses på onsdag /solna</ins>"))
                .body(not(containsString("<ins>Möte</ins>")))
                .body(containsString("name=\"version\" value=\"1\""));
        read(Long.parseLong(page.replaceAll("\\D+", ""))).body("state", equalTo("DRAFT"));
        assertThat(count("message")).isZero();

        approve(bea, seen(bea)).then().statusCode(303);
        assertThat(count("message")).isEqualTo(2);
    }

    @Test
    void aPageThatDoesNotSayWhatItShowedSendsNothing() {
        approve(bea, Map.of()).then().statusCode(412);
        assertThat(count("message")).isZero();
    }

    @Test
    void pressedTwiceItIsSentOnce() {
        var seen = seen(asa);
        approve(asa, seen).then().statusCode(303);
        approve(asa, seen).then().statusCode(303);

        assertThat(count("message")).isEqualTo(2);
    }

    /** What it costs is only known when everybody has been written down: nothing of that may stay. */
    @Test
    void whatTheBudgetHasNoRoomForIsRefusedAndNothingOfItStays() {
        as(token)
                .body(Map.of("smsPartPrice", 1, "smsDailyBudget", 1, "smsMonthlyBudget", 100))
                .put(in(SOLNA, "/messaging-settings"))
                .then()
                .statusCode(200);

        approve(bea, seen(bea))
                .then()
                .statusCode(409)
                .body(containsString("Det skulle kosta mer än budgeten tillåter"));

        read(Long.parseLong(page.replaceAll("\\D+", ""))).body("state", equalTo("DRAFT"));
        assertThat(count("message")).isZero();
        assertThat(count("send_lane where next_at is not null")).isZero();
    }

    @Test
    void aNoticeOfAMovedMeetingIsChosenShownAndStored() {
        var id = Long.parseLong(page.replaceAll("\\D+", ""));
        read(id).body("aboutChange", equalTo(false));
        var moved = form("Mötet är flyttat till torsdag /solna");
        moved.put("aboutChange", "true");
        edit(0, moved);

        read(id).body("aboutChange", equalTo(true));
        assertThat(shown(asa, page)).contains("Kallelse, om ett ändrat eller inställt möte");
        assertThat(shown(asa, page + "/edit")).contains("name=\"aboutChange\" value=\"true\" checked");
        moved.put("purpose", "INFORMATION");
        edit(1, moved);
        read(id).body("aboutChange", equalTo(false));
        edit(2, form("Mötet blir som det var /solna"));
        assertThat(shown(asa, page + "/edit")).doesNotContain("name=\"aboutChange\" value=\"true\" checked");
        assertThat(shown(asa, "/o/solna/recurring/new")).doesNotContain("aboutChange");
    }

    @Test
    void theFormShowsWhatItIsAboutWhileItIsWritten() {
        var form = form("Mötet är flyttat");
        form.put("aboutChange", "true");

        StaffFixtures.post(StaffFixtures.browser(asa), "/o/solna/broadcasts/new/preview", form)
                .then()
                .statusCode(200)
                .body(containsString("name=\"aboutChange\" value=\"true\" checked"))
                .body(containsString("Går ut även om pengarna till SMS är slut"));
    }
}
