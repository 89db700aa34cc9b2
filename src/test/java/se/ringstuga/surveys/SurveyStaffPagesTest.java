package se.ringstuga.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** What the pages answer on which an organizer writes surveys. */
@QuarkusTest
class SurveyStaffPagesTest extends SurveyStaffTest {

    @Test
    void aHelpTextStandsBelowItsQuestion() {
        as(token)
                .get(in("solna", "/surveys/" + survey))
                .then()
                .body("questions[0].help", equalTo("Välj det roligaste."));
        as(token)
                .body(Map.of(
                        "title",
                        "x",
                        "questions",
                        List.of(Map.of("type", "TEXT", "text", "?", "help", "x".repeat(501)))))
                .post(in("solna", "/surveys"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("questions[0].help"));
        page("/" + survey + "/edit")
                .body(containsString("<p class=\"soft\" id=\"option-1-help\">Välj det roligaste.</p>"));
    }

    @Test
    void aSurveyIsWrittenByPlainButtonsAndPreviewed() {
        page("").statusCode(200).body(allOf(containsString("Medlemsenkäten"), containsString("3 frågor")));
        page("/new").statusCode(200).body(containsString("Lägg till en fråga"));
        var form = form("title", "Ny", "do", "add", "addType", "SINGLE_CHOICE");
        post("/new", form)
                .statusCode(200)
                .body(allOf(containsString("name=\"q.0.o.1.text\""), containsString("Välj ett svar")));
        form.putAll(Map.of(
                "q.0.type", "SINGLE_CHOICE", "q.0.text", "Kaffe?", "q.0.o.0.text", "Ja tack", "q.0.o.1.text", ""));
        form.putAll(Map.of("q.1.type", "TEXT", "q.1.text", "Intryck", "q.1.callersOnly", "true"));
        form.put("do", "save");
        post("/new", form)
                .statusCode(400)
                .body(allOf(
                        containsString("inte sparad än"), containsString("Skriv ett svar"), containsString("Kaffe?")));
        form.put("q.0.o.1.text", "Nej tack");
        form.put("do", "up q.1");
        post("/new", form)
                .body(containsString("name=\"q.0.text\" rows=\"2\" maxlength=\"2000\">Intryck<"))
                .body(not(containsString("<label class=\"q\" for=\"text-1\">Intryck")));
        form.put("as", "CALLER");
        post("/new", form).body(containsString("<label class=\"q\" for=\"text-1\">Intryck"));
        form.put("do", "save");
        var saved = send("/new", form);
        assertThat(saved.statusCode()).isEqualTo(303);
        var made = read(Long.parseLong(saved.header("Location").replaceAll(".*/", "")));
        assertThat(made.getList("questions.text")).isEqualTo(List.of("Kaffe?", "Intryck"));
        assertThat(made.getList("questions[0].options.text")).isEqualTo(List.of("Ja tack", "Nej tack"));
    }

    @Test
    void aSurveyOfAHundredQuestionsIsOneForm() {
        var form = form("title", "Lång", "do", "save");
        for (int i = 0; i < 100; i++) {
            form.put("q." + i + ".type", "SINGLE_CHOICE");
            form.put("q." + i + ".text", "Fråga " + i);
            for (int option = 0; option < 20; option++) {
                form.put("q." + i + ".o." + option + ".text", "Svar " + option);
            }
        }

        var saved = send("/new", form);
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(read(Long.parseLong(saved.header("Location").replaceAll(".*/", "")))
                        .getList("questions"))
                .hasSize(100);
    }

    @ParameterizedTest
    @CsvSource({
        "title,'',Skriv ett namn",
        "q.0.text,'',Skriv frågan",
        "q.0.o.1.text,Ringa,finns redan",
        "q.1.to,1,Skalan ska stiga",
        "q.1.from,många,Skalan ska stiga"
    })
    void whatCannotStandIsSaidAtItsQuestionAndNothingTypedIsLost(String field, String value, String said) {
        var form = edited();
        form.put(field, value);
        post("/" + survey + "/edit", form)
                .statusCode(400)
                .body(allOf(containsString(said), containsString("Hur nöjd är du?")));
    }

    @Test
    void changedQuestionsBecomeANewVersionAndOldAnswersAreKept() {
        answered("Anna", 0, 3, "Mer fika");
        page("/" + survey + "/edit").body(containsString("Enkäten har ett svar."));
        var form = edited();
        form.put("q.0.o.0.text", "Ringa medlemmar");
        post("/" + survey + "/edit", form).statusCode(303);

        var now = read(survey);
        assertThat(now.getInt("version")).isEqualTo(2);
        page("/" + survey)
                .body(allOf(
                        containsString("version 2"), containsString("Ringa medlemmar"), containsString("Ett svar")));
        as(token)
                .get(in("solna", "/surveys/" + survey + "/results"))
                .then()
                .body("questions[0].options.count", contains(1, 0));
    }

    @Test
    void whoeverSavesSecondSeesBothVersions() {
        var mine = edited();
        var theirs = edited();
        theirs.put("q.0.text", "Deras fråga");
        post("/" + survey + "/edit", theirs).statusCode(303);
        mine.put("q.0.text", "Min fråga");

        var shown = send("/" + survey + "/edit", mine);
        assertThat(shown.statusCode()).isEqualTo(400);
        assertThat(shown.asString()).contains("Någon annan sparade", "Deras fråga", "Min fråga");
        mine.put("version", shown.asString().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1"));
        List.of("q.0.id", "q.1.id", "q.2.id", "q.0.o.0.id", "q.0.o.1.id")
                .forEach(field -> mine.put(
                        field, shown.asString().replaceAll("(?s).*name=\"" + field + "\" value=\"(\\d+)\".*", "$1")));
        post("/" + survey + "/edit", mine).statusCode(303);
        assertThat(read(survey).getString("questions[0].text")).isEqualTo("Min fråga");
        as(token).get(in("solna", "/surveys/" + survey + "/results")).then().body("questions.size()", equalTo(3));
    }

    @Test
    void anothersSurveysAreNoPagesAndThoseFromAboveAreUsedNotChanged() {
        a.organization("boras");
        a.organizationBelow("solna", "huvudsta");
        var mia = staff.session(staff.staff("mia@example.org", "boras", Role.ADMINISTRATOR));
        for (var path : List.of("", "/edit", "/texts?question=1", "/cross?row=1&column=2")) {
            StaffFixtures.browser(mia)
                    .get("/o/boras/surveys/" + survey + path)
                    .then()
                    .statusCode(404);
            StaffFixtures.browser(mia)
                    .get("/o/solna/surveys/" + survey + path)
                    .then()
                    .statusCode(404);
            StaffFixtures.visitor()
                    .get("/o/solna/surveys/" + survey + path)
                    .then()
                    .statusCode(303)
                    .header("Location", containsString("/sign-in"));
        }
        StaffFixtures.browser(mia)
                .post("/o/boras/surveys/" + survey + "/do/closure")
                .then()
                .statusCode(404);
        StaffFixtures.browser(mia)
                .post("/o/boras/surveys/" + survey + "/edit")
                .then()
                .statusCode(404);
        browser().get("/o/huvudsta/surveys").then().body(containsString("från nivån över"));
        browser().get("/o/huvudsta/surveys/" + survey).then().body(not(containsString("/edit")));
        browser().get("/o/huvudsta/surveys/" + survey + "/edit").then().statusCode(403);
        as(a.token("boras"))
                .get(in("boras", "/surveys/" + survey + "/results/cross?row=1&column=2"))
                .then()
                .statusCode(404);
    }

    /** The survey as the editor's form sends it unchanged. */
    private Map<String, String> edited() {
        var now = read(survey);
        var version =
                as(token).get(in("solna", "/surveys/" + survey)).header("ETag").replace("\"", "");
        return form(
                "version",
                version,
                "title",
                "Medlemsenkäten",
                "do",
                "save",
                "q.0.type",
                "SINGLE_CHOICE",
                "q.0.id",
                now.getString("questions[0].id"),
                "q.0.text",
                "Vad vill du göra?",
                "q.0.help",
                "Välj det roligaste.",
                "q.0.o.0.id",
                now.getString("questions[0].options[0].id"),
                "q.0.o.0.text",
                "Ringa",
                "q.0.o.1.id",
                now.getString("questions[0].options[1].id"),
                "q.0.o.1.text",
                "Baka",
                "q.1.type",
                "SCALE",
                "q.1.id",
                now.getString("questions[1].id"),
                "q.1.text",
                "Hur nöjd är du?",
                "q.1.from",
                "1",
                "q.1.to",
                "3",
                "q.2.type",
                "TEXT",
                "q.2.id",
                now.getString("questions[2].id"),
                "q.2.text",
                "Något annat?");
    }
}
