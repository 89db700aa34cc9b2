package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;

/** What is done with one message on its page, and what every page about messages says while nothing is really sent. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class MessageActionPagesTest extends BroadcastTest {

    @Inject
    StaffFixtures staff;

    private String asa;
    private long anna;
    private String page;
    private String id;

    @BeforeEach
    void aMessageToAnna() {
        asa = staff.session(staff.staff("asa@example.org", SOLNA, Role.ORGANIZER));
        anna = person("Anna", "+46701740605");
        var form = Map.of("key", "k", "channel", "SMS", "text", "Hej /solna");
        page = StaffFixtures.post(browser(), "/o/solna/people/" + anna + "/message", form)
                .header("Location")
                .replaceAll(".*?(/o/.*)", "$1");
        id = page.replaceAll("\\D+", "");
    }

    private RequestSpecification browser() {
        return StaffFixtures.browser(asa);
    }

    private void became(String state, String code) {
        sql.update(
                NamedSql.of("update message set state = :state, code = :code where id = :id"),
                Map.of("id", Long.parseLong(id), "state", state, "code", code));
    }

    private String press(String what) {
        var pressed = StaffFixtures.post(browser(), page + "/do/" + what, Map.of());
        assertThat(pressed.statusCode()).as(pressed.asString()).isEqualTo(303);
        return pressed.header("Location").replaceAll(".*?(/o/.*)", "$1");
    }

    @Test
    void whatMayHaveArrivedIsAskedAboutAndSentAgainOnceHoweverOftenItIsPressed() {
        became("UNKNOWN", "");
        browser().get(page).then().body(containsString(page + "/do/again"));
        browser().get(page + "/do/again").then().statusCode(200).body(containsString("kan Anna Ek få det två gånger"));

        var again = press("again");
        assertThat(press("again")).isEqualTo(again).isNotEqualTo(page);

        browser()
                .get(page)
                .then()
                .body(containsString("Ett annat meddelande gäller"))
                .body(containsString("Skickades igen"))
                .body(not(containsString("/do/again")));
        browser().get("/o/solna/people/" + anna).then().body(containsString("ersatt av ett annat"));
    }

    @Test
    void whatDidNotArriveIsSentAgainWithoutThatWarning() {
        became("FAILED", "30006");
        browser().get(page + "/do/again").then().statusCode(200).body(not(containsString("två gånger")));

        became("FAILED", "NEVER_CONFIRMED");
        browser().get(page + "/do/again").then().statusCode(200).body(containsString("två gånger"));
    }

    @Test
    void ofACancelledBroadcastNothingIsOfferedAndWhyIsSaid() {
        var broadcast = draft("Kallelse");
        sql.update(
                NamedSql.of("update message set source = 'BROADCAST', source_id = :broadcast where id = :id"),
                Map.of("id", Long.parseLong(id), "broadcast", broadcast));
        became("FAILED", "30006");
        browser().get(page).then().body(containsString(page + "/do/again"));

        act(broadcast, "cancellation");
        browser().get(page).then().body(containsString("Utskicket är avbrutet")).body(not(containsString("/do/again")));
        browser().redirects().follow(false).get(page + "/do/again").then().statusCode(303);
        assertThat(press("again")).isEqualTo(page);
        assertThat(count("message")).isEqualTo(1);
    }

    @Test
    void whatWaitsIsStoppedAndWhatArrivedIsNot() {
        browser().get(page).then().body(containsString("id=\"stop\""));
        assertThat(press("cancellation")).isEqualTo(page);
        press("cancellation");
        browser().get(page).then().body(containsString("avbrutet")).body(not(containsString("id=\"stop\"")));

        became("DELIVERED", "");
        press("cancellation");
        assertThat(press("again")).isEqualTo(page);
        browser().get(page).then().body(containsString("framme"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"again", "cancellation"})
    void anothersMessageIsNeitherSentAgainNorStopped(String what) {
        a.organization("malmo");
        became("FAILED", "30006");
        var mia = StaffFixtures.browser(staff.session(staff.staff("mia@example.org", "malmo", Role.ADMINISTRATOR)));

        StaffFixtures.post(mia, page.replace("/o/solna", "/o/malmo") + "/do/" + what, Map.of())
                .then()
                .statusCode(404);
        mia.get(page.replace("/o/solna", "/o/malmo") + "/do/again").then().statusCode(404);
    }

    @Test
    void everyPageAboutMessagesSaysThatNothingIsReallySent() {
        var broadcast = draft("Kallelse");
        var mine = "/o/solna/broadcasts/" + broadcast;
        var pages = new String[] {
            page,
            mine,
            mine + "/do/approval",
            "/o/solna/broadcasts",
            "/o/solna/broadcasts/new",
            "/o/solna/recurring",
            "/o/solna/recurring/new",
            "/o/solna/inbox",
            "/o/solna/sending",
            "/o/solna/people/" + anna + "/message"
        };
        for (var one : pages) {
            browser().get(one).then().statusCode(200).body(containsString("Simulerat: inget skickas"));
        }
        act(broadcast, "approval");
        for (var one : new String[] {mine, mine + "/people"}) {
            browser()
                    .get(one)
                    .then()
                    .body(containsString("Simulerat: inget skickas"))
                    .body(containsString("<span class=\"tag\">simulerat</span>"));
        }
    }

    @Test
    void whyOnePersonGotNothingIsNotSaidAsOfMany() {
        sql.update(
                NamedSql.of("update message set state = 'SKIPPED', reason = 'CONTACTED_RECENTLY_HERE' where id = :id"),
                Map.of("id", Long.parseLong(id)));

        browser()
                .get(page)
                .then()
                .body(containsString("Det skickades inte: kontaktad nyligen av er."))
                .body(not(containsString("Inget har hänt än")));
    }

    @Test
    void everyReasonOfOursIsSaidInWords() {
        for (var reason : Reason.values()) {
            sql.update(
                    NamedSql.of("update message set state = 'SKIPPED', reason = :reason where id = :id"),
                    Map.of("id", Long.parseLong(id), "reason", reason.name()));
            browser()
                    .get(page)
                    .then()
                    .body(containsString("Det skickades inte: "))
                    .body(not(containsString("leverantören svarade")))
                    .body(not(containsString(reason.name())));
        }
    }
}
