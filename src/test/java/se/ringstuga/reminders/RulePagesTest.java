package se.ringstuga.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** Rules made, changed, excepted and taken away on their pages. */
@QuarkusTest
class RulePagesTest extends ReminderTest {

    private static final String RULES = "/o/solna/reminder-rules";

    @Inject
    StaffFixtures staff;

    private String asa = "";
    private int pressed;

    @BeforeEach
    void anOrganizer() {
        asa = staff.session(staff.staff("asa@example.org", "solna", Role.ORGANIZER));
    }

    private RequestSpecification browser() {
        return StaffFixtures.browser(asa);
    }

    private String page(String path) {
        return browser().get(path).then().statusCode(200).extract().asString();
    }

    private Map<String, String> form(String... differently) {
        var form = new HashMap<>(Map.of(
                "kind", Long.toString(kind),
                "title", "Två dagar före",
                "aim", "BEFORE_SIGNED_UP",
                "channel", "SMS",
                "timing", "DAYS",
                "days", "2",
                "localTime", "16.30",
                "smsText", "Vi ses {dag} på {möte}",
                "subject", "",
                "emailText", ""));
        form.put("key", "key" + ++pressed);
        for (int i = 0; i < differently.length; i += 2) {
            form.put(differently[i], differently[i + 1]);
        }
        return form;
    }

    private Response made(String... differently) {
        return StaffFixtures.post(browser(), RULES + "/new", form(differently));
    }

    private JsonPath latest() {
        var id = number("select max(id) as n from reminder_rule");
        return as(token).get(in("solna", "/reminder-rules/" + id)).jsonPath();
    }

    private Response saved(long rule, String... differently) {
        var form = form(differently);
        form.putIfAbsent(
                "version",
                page(RULES + "/" + rule + "/edit").replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1"));
        return StaffFixtures.post(browser(), RULES + "/" + rule + "/edit", form);
    }

    @Test
    void aRuleIsMadeOnceHoweverOftenItIsPressed() {
        assertThat(page(RULES + "/new?kind=" + kind)).contains("Ny påminnelse", "Möte", "{länk till anmälan}");
        var before = number("select count(*) as n from reminder_rule");
        var form = form();

        var first = StaffFixtures.post(browser(), RULES + "/new", form);
        StaffFixtures.post(browser(), RULES + "/new", form);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(303);
        assertThat(number("select count(*) as n from reminder_rule")).isEqualTo(before + 1);
        assertThat(page(RULES + "?kind=" + kind)).contains("2 dagar före kl 16.30 till anmälda");
    }

    @Test
    void everyChoiceIsKeptAsItWasMade() {
        var segment = as(token)
                .body(Map.of("title", "Nya", "filter", Map.of("type", "all", "filters", List.of())))
                .post(in("solna", "/segments"))
                .jsonPath()
                .getLong("id");
        made(
                "aim", "BEFORE_SEGMENT",
                "segment", Long.toString(segment),
                "channel", "FIRST_ALLOWED",
                "timing", "MINUTES",
                "minutes", "36",
                "unit", "HOURS",
                "useful", "180",
                "asks", "true",
                "summons", "true",
                "subject", "Kom till {möte}",
                "emailText", "Hej {förnamn|du}!");

        var rule = latest();
        assertThat(rule.getString("audience")).isEqualTo("SEGMENT");
        assertThat(rule.getLong("segmentId")).isEqualTo(segment);
        assertThat(rule.getInt("timing.minutes")).isEqualTo(36 * 60);
        assertThat(rule.getInt("usefulMinutes")).isEqualTo(180);
        assertThat(rule.getString("channel")).isEqualTo("FIRST_ALLOWED");
        assertThat(rule.getString("purpose")).isEqualTo("NOTICE");
        assertThat(rule.getBoolean("asks")).isTrue();
        assertThat(page(RULES + "/" + rule.getLong("id") + "/edit"))
                .contains("<option value=\"BEFORE_SEGMENT\" selected>", "<option value=\"" + segment + "\" selected>")
                .contains("name=\"minutes\" type=\"text\" value=\"36\"", "<option value=\"HOURS\" selected>")
                .contains("name=\"summons\" value=\"true\" checked", "Nya");
    }

    @ParameterizedTest
    @CsvSource({
        "BEFORE_UNANSWERED, BEFORE, UNANSWERED, INFORMATION",
        "AFTER_ATTENDED, AFTER, ATTENDED, INFORMATION",
        "AFTER_ABSENT, AFTER, ABSENT, INFORMATION",
        "MOVED, MOVED, SIGNED_UP, NOTICE",
        "RELOCATED, RELOCATED, SIGNED_UP, NOTICE",
        "CANCELLED, CANCELLED, SIGNED_UP, NOTICE",
        "PROMOTED, PROMOTED, SIGNED_UP, REMINDER",
        "ANSWERED, ANSWERED, SIGNED_UP, REQUESTED"
    })
    void whateverARuleMayBeForCanBeChosen(String aim, String occasion, String audience, String purpose) {
        assertThat(made("aim", aim, "asks", "true").statusCode()).isEqualTo(303);

        assertThat(latest().getString("occasion")).isEqualTo(occasion);
        assertThat(latest().getString("audience")).isEqualTo(audience);
        assertThat(latest().getString("purpose")).isEqualTo(purpose);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title        |                  | Skriv en rubrik.",
                "aim          | NOTHING          | Välj när och till vem.",
                "kind         |                  | Välj en sort.",
                "kind         | 999999           | Välj en sort.",
                "aim          | BEFORE_SEGMENT   | Välj ett urval som finns.",
                "days         | två              | Skriv ett helt tal, högst 366.",
                "days         | 367              | Skriv ett helt tal, högst 366.",
                "localTime    | snart            | Skriv ett klockslag som 17.00.",
                "smsText      |                  | Skriv vad som ska stå i sms:et.",
                "smsText      | Vi ses {okänt}   | går inte att skicka så",
                "smsText      | Vi ses i morgon  | kan vara en annan",
                "channel      | EMAIL            | Skriv ett ämne."
            })
    void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost(String field, String value, String said) {
        var faulty = made(field, value == null ? "" : value, "emailText", "Hälsningar");

        assertThat(faulty.statusCode()).as(faulty.asString()).isEqualTo(400);
        assertThat(faulty.asString()).contains(said, "Inget sparades", "Hälsningar");
    }

    @ParameterizedTest
    @CsvSource({"title, 101, 100", "smsText, 2001, 2000", "subject, 201, 200", "emailText, 20001, 20000"})
    void whatIsTooLongIsSaidAndKept(String field, int length, int most) {
        var faulty = made(field, "å".repeat(length));

        assertThat(faulty.statusCode()).isEqualTo(400);
        assertThat(faulty.asString()).contains("Skriv högst " + most + " tecken.", "å".repeat(length));
    }

    @Test
    void whatWouldBeSentIsShownAndNothingSaved() {
        var before = number("select count(*) as n from reminder_rule");

        var shown = made(
                "do", "preview", "channel", "FIRST_ALLOWED", "subject", "{möte}", "emailText", "Hej!", "asks", "true");

        assertThat(shown.statusCode()).as(shown.asString()).isEqualTo(200);
        assertThat(shown.asString())
                .contains("Så här blir det", "Vi ses onsdag 25 november på Medlemsmöte", "Svara JA eller NEJ.")
                .contains("<strong>Medlemsmöte</strong>", "Hej!");
        assertThat(number("select count(*) as n from reminder_rule")).isEqualTo(before);
    }

    @Test
    void aRuleIsChangedAndWhoeverSavesSecondIsTold() {
        var rule = dayBefore();
        assertThat(saved(rule, "title", "Snart", "smsText", "Vi ses {dag}").statusCode())
                .isEqualTo(303);
        assertThat(latest().getString("title")).isEqualTo("Snart");
        assertThat(latest().getInt("timing.days")).isEqualTo(2);

        var second = saved(rule, "title", "Jag med", "version", "0");
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(second.asString())
                .contains("Någon annan har ändrat", "value=\"Jag med\"")
                .contains("<p class=\"bubble\">Snart</p>", "<p class=\"bubble\">Vi ses {dag}</p>")
                .doesNotContain("<p class=\"bubble\">Bara sms</p>");
        assertThat(latest().getString("title")).isEqualTo("Snart");
    }

    @Test
    void aRuleIsTakenAway() {
        var rule = dayBefore();
        assertThat(page(RULES + "/" + rule + "/edit")).contains("Ta bort påminnelsen");

        StaffFixtures.post(browser(), RULES + "/" + rule + "/do/archive", Map.of());

        as(token).get(in("solna", "/reminder-rules/" + rule)).then().statusCode(404);
    }

    @Test
    void anEventHasRulesOfItsOwnAndGoesWithoutOneOfItsKind() {
        var rule = dayBefore();
        var event = event("2026-11-24T18:30");
        var reminders = "/o/solna/events/" + event + "/reminders";
        assertThat(page(reminders)).contains("gäller för alla av samma sort", "Skicka inte här");

        var without = StaffFixtures.post(browser(), reminders + "/rules/" + rule + "/except", Map.of());
        assertThat(without.statusCode()).isEqualTo(303);
        assertThat(page(reminders)).contains("gäller inte här", "Skicka här igen");
        assertThat(number("select count(*) as n from reminder_exception where rule_id = " + rule))
                .isEqualTo(1);
        StaffFixtures.post(browser(), reminders + "/rules/" + rule + "/include", Map.of());
        assertThat(number("select count(*) as n from reminder_exception")).isZero();
        assertThat(StaffFixtures.post(browser(), reminders + "/rules/" + rule + "/nothing", Map.of())
                        .statusCode())
                .isEqualTo(404);

        assertThat(page(RULES + "/new?event=" + event)).contains("Medlemsmöte", "name=\"event\"");
        var own = made("event", Long.toString(event), "kind", "");
        assertThat(own.header("Location")).endsWith(reminders);
        assertThat(latest().getLong("eventId")).isEqualTo(event);
        assertThat(page(reminders)).contains("bara här", "Två dagar före");
        var id = latest().getLong("id");
        assertThat(saved(id, "title", "Tre dagar före", "days", "3").header("Location"))
                .endsWith(reminders);
        StaffFixtures.post(browser(), RULES + "/" + id + "/do/off", Map.of());
        as(token)
                .get(in("solna", "/reminder-rules/" + id))
                .then()
                .body("on", equalTo(false))
                .body("kindId", nullValue());
    }

    @Test
    void beforeTheUsualRulesAreThereThePageSaysSo() {
        change("update reminder_rule set archived_at = created_at");

        assertThat(page(RULES)).contains("Inga påminnelser här än");
    }

    @Test
    void theRuleOfAKindThatIsPutAsideStillNamesIt() {
        dayBefore();
        change("update event_kind set archived_at = created_at where id = " + kind);

        assertThat(page(RULES + "?kind=" + kind)).contains("<p>Möte · ");
    }

    @Test
    void anothersRulesAndEventsAreNoPages() {
        a.organization("taby");
        var rule = dayBefore();
        var event = event("2026-11-24T18:30");
        var berit = StaffFixtures.browser(staff.session(staff.staff("berit@example.org", "taby", Role.ORGANIZER)));
        assertThat(berit.get("/o/taby/reminder-rules/new?event=" + event).statusCode())
                .isEqualTo(404);
        for (var path : List.of(
                "/o/taby/reminder-rules/" + rule + "/edit",
                "/o/taby/reminder-rules/" + rule + "/do/archive",
                "/o/taby/events/" + event + "/reminders/rules/" + rule + "/except")) {
            assertThat(StaffFixtures.post(berit, path, form("version", "0")).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(StaffFixtures.visitor().get(RULES + "/new").statusCode()).isNotEqualTo(200);
    }
}
