package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Role;

/** Flows written on their pages, as an organizer without the API does. */
@QuarkusTest
class FlowWritingTest extends AutomationPageTest {

    static final Object[] SMS = {
        "text", "Hej {förnamn|du}!", "purpose", "welcome", "survey", "NONE", "withinHours", "24"
    };

    @Test
    void aFlowIsWrittenFromNothingAndASimpleBranchIsGoneThrough() {
        var draft = begun("Nya", "NOTHING");
        page(draft + "/start").statusCode(200).body(containsString("Vad sätter igång det?"));
        var branch = added(draft, "branch", "steps", "is", "CONTACT", "isContact", "hasEmail");
        page(draft).body(containsString("Lägg till minst ett steg under Ja eller Nej."));
        post(draft + "/publish").statusCode(400).body(containsString("Något är inte klart än."));
        post(draft + "/new-step?kind=sms&in=" + branch + "&way=then", SMS).statusCode(303);
        post(draft + "/new-step?kind=tell&in=" + branch + "&way=otherwise", "text", "Saknar e-post.")
                .statusCode(303);
        page(draft)
                .body(allOf(
                        containsString("Är det så att personen har en e-postadress?"),
                        containsString("Hej {förnamn|du}!"),
                        not(containsString("Lägg till minst ett steg"))));

        var flow = path(post(draft + "/publish").statusCode(303));
        page(draft).statusCode(404);
        page(flow).statusCode(200).body(containsString("Den är inte påslagen."));
        post(flow + "/activation", "existing", "FROM_NOW").statusCode(303);
        imported(member(5, "Anna", 0), "6;Bo;Ek;+46701740606;;" + today());
        goOn();
        assertThat(log("Anna")).containsExactly("branch YES", "sms DONE");
        assertThat(log("Bo")).containsExactly("branch NO", "tell DONE");
        same(phones(), "Hej Anna!");
    }

    @Test
    void stepsOfEveryKindAreAddedByTheirForms() {
        var tag = as(token)
                .body(Map.of("title", "Ny"))
                .post(in(SOLNA, "/tags"))
                .then()
                .extract()
                .jsonPath()
                .getLong("id");
        var kind = as(token)
                .get(in(SOLNA, "/event-kinds"))
                .then()
                .extract()
                .jsonPath()
                .getLong("find { it.key == 'nya-medlemmar' }.id");
        var draft = begun("Allt", "NOTHING");
        var letter = new Object[] {
            "subject", "Hej", "text", "Hej!", "purpose", "information", "survey", "NONE", "withinHours", "72"
        };
        added(draft, "sms", "steps", SMS);
        added(draft, "email", "steps", letter);
        added(
                draft,
                "message",
                "steps",
                "subject",
                "Hej",
                "text",
                "Svara: {länk}",
                "survey",
                "OWN",
                "withinHours",
                "72");
        added(
                draft,
                "invite",
                "steps",
                "subject",
                "{möte}",
                "text",
                "Kom {dag}! {länk till anmälan}",
                "kind",
                kind,
                "inviteDays",
                "60",
                "withinHours",
                "72");
        added(draft, "call", "steps", "list", "OWN", "listTitle", "Nya");
        added(draft, "tag", "steps", "tag", tag);
        added(draft, "untag", "steps", "tag", tag);
        added(draft, "tell", "steps", "text", "Titta!");
        added(draft, "webhook", "steps");
        added(draft, "wait", "steps", "amount", "3", "unit", "hours");
        added(draft, "waitUntil", "steps", "from", "10", "to", "19.00");
        added(
                draft,
                "waitFor",
                "steps",
                "is",
                "CALLS",
                "isCall",
                "reached",
                "isCallTimes",
                "1",
                "isCallDays",
                "",
                "patience",
                "DAY",
                "untilDay",
                "14");
        var branch = added(draft, "branch", "steps", "is", "TAG", "isTag", tag, "isNot", "true");
        post(draft + "/new-step?kind=wait&in=" + branch + "&way=then", "amount", "1", "unit", "days")
                .statusCode(303);
        var id = Long.parseLong(path(post(draft + "/publish").statusCode(303)).substring(1));

        var written = automation(id);
        assertThat(written.getList("definition.steps.type", String.class))
                .containsExactly(
                        "sms",
                        "email",
                        "message",
                        "invite",
                        "call",
                        "tag",
                        "untag",
                        "tell",
                        "webhook",
                        "wait",
                        "waitUntil",
                        "waitFor",
                        "branch");
        assertThat(written.getInt("definition.steps[9].hours")).isEqualTo(3);
        assertThat(written.getString("definition.steps[3].kind")).isEqualTo("nya-medlemmar");
        assertThat(written.getString("definition.steps[12].filter.type")).isEqualTo("not");
        page("/" + id).body(containsString("Är det så att personen inte har etiketten ”Ny”?"));
    }

    @Test
    void everyFaultStandsByItsField() {
        var draft = begun("Fel", "NOTHING");
        refused(draft, "sms", "Skriv något här.", "text", "");
        refused(draft, "sms", "Texten blir 7 sms", "text", "Hej ".repeat(240), "withinHours", "24");
        refused(draft, "sms", "”i kväll” är en ny dag", "text", "Vi ses i kväll!", "withinHours", "24");
        refused(draft, "sms", "ser ut som ett personnummer", "text", "Hej 19811218-9876", "withinHours", "24");
        refused(draft, "sms", "mellan 1 och 720", "text", "Hej!", "withinHours", "0");
        refused(draft, "email", "Skriv något här.", "text", "Hej!", "withinHours", "24");
        refused(
                draft,
                "sms",
                "Välj en enkät som är öppen.",
                "text",
                "Hej {länk}",
                "survey",
                "CHOSEN",
                "withinHours",
                "24");
        refused(draft, "wait", "högst 730 dagar", "amount", "1000", "unit", "days");
        refused(draft, "waitUntil", "Skriv en tid, till exempel", "from", "x");
        refused(draft, "waitUntil", "senare än den första", "from", "10", "to", "9");
        refused(
                draft,
                "waitFor",
                "mellan 1 och 730",
                "is",
                "CONTACT",
                "isContact",
                "hasEmail",
                "patience",
                "DAY",
                "untilDay",
                "");
        refused(draft, "branch", "Välj något här.", "is", "");
        refused(draft, "branch", "mellan 1 och 3650", "is", "JOINED", "isJoinedDays", "0");
        refused(draft, "call", "Namnet ska ha 1 till 200 tecken.", "list", "OWN", "listTitle", "");
        refused(draft, "call", "Välj en ringlista", "list", "CHOSEN");
        refused(draft, "tag", "Välj en etikett.", "tag", "");
        refused(draft, "tag", "Välj en etikett.", "tag", "999999");
        refused(
                draft,
                "invite",
                "Välj vad det bjuds in till.",
                "subject",
                "Hej",
                "text",
                "Hej!",
                "withinHours",
                "24",
                "inviteDays",
                "60");
        refused(draft, "tell", "Skriv något här.", "text", " ");
        page(draft).body(containsString("Lägg till minst ett steg."));
    }

    @Test
    void whatStartsAFlowIsChosenWithItsSettings() {
        var draft = begun("Start", "NOTHING");
        var start = draft + "/start";
        started(start, "Tyst", "nothingHeard", "is", "EVERYBODY", "silentDays", "200")
                .statusCode(303);
        page(draft).body(containsString("När vi inte har hört av någon på 200 dagar"));
        started(start, "Tyst", "notReached", "is", "CONTACT", "isContact", "hasMobile", "calls", "2")
                .statusCode(303);
        page(draft).body(containsString("När någon har ringts 2 gånger utan att nås, om personen har ett mobilnummer"));
        started(
                        start,
                        "Årsdag",
                        "date",
                        "is",
                        "EVERYBODY",
                        "dateField",
                        "joinedOn",
                        "dateDays",
                        "7",
                        "dateWhen",
                        "BEFORE")
                .statusCode(303);
        page(draft).body(allOf(containsString("7 dagar före inträdet"), containsString("Årsdag")));
        started(start, "Var med", "attended", "is", "EVERYBODY").statusCode(303);
        started(start, "X", "tagged", "is", "EVERYBODY").statusCode(400).body(containsString("Välj en etikett."));
        started(start, "X", "answered", "is", "EVERYBODY").statusCode(400).body(containsString("Välj en enkät"));
        started(start, "X", "joined", "is", "EVERYBODY", "withinDays", "999")
                .statusCode(400)
                .body(containsString("mellan 1 och 366"));
        started(start, " ", "joined", "is", "EVERYBODY", "withinDays", "9")
                .statusCode(400)
                .body(containsString("1 till 200 tecken"));
        started(start, "X", "", "is", "EVERYBODY").statusCode(400).body(containsString("Välj vad som ska sätta igång"));
        post(start, "mark", "other", "title", "Mitt", "trigger", "attended", "is", "EVERYBODY")
                .statusCode(400)
                .body(allOf(
                        containsString("Någon annan ändrade"),
                        containsString("Var med. När någon har varit med"),
                        containsString("Mitt")));
    }

    @Test
    void theOptionsOfAChosenSurveyAreOfferedAndKept() {
        var survey = as(token)
                .body(map(
                        "title",
                        "Enkät",
                        "questions",
                        List.of(map("type", "SINGLE_CHOICE", "text", "Hur?", "options", List.of("Bra", "Dåligt")))))
                .post(in(SOLNA, "/surveys"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var good = survey.getLong("questions[0].options[0].id");
        var id = survey.getLong("id");
        var draft = begun("Svar", "NOTHING");
        var start = draft + "/start";
        started(start, "Svar", "answered", "is", "EVERYBODY", "survey", id).statusCode(303);
        page(start).body(containsString("Hur?: Dåligt"));
        started(start, "Svar", "answered", "is", "EVERYBODY", "survey", id, "option", good)
                .statusCode(303);
        page(draft).body(containsString("När någon väljer ett visst svar i ”Enkät”"));
        assertThat(texts("select cast(definition #> '{trigger,optionIds}' as text) as t from automation_draft"))
                .containsExactly("[" + good + "]");
    }

    @Test
    void stepsForThoseWhoMovedGoWithJoiningAlone() {
        var draft = begun("Kopia", "WELCOME");
        page(draft).body(containsString("För den som har flyttat hit"));
        started(draft + "/start", "Kopia", "attended", "is", "EVERYBODY")
                .statusCode(400)
                .body(containsString("Ta bort dem först."));
        for (var key : List.of("flyttat-sms", "flyttat-tva-dagar", "flyttat-ring")) {
            post(draft + "/steps/" + key + "/do/remove").statusCode(303);
        }
        started(draft + "/start", "Kopia", "attended", "is", "EVERYBODY").statusCode(303);
        post(draft + "/publish").statusCode(303);
    }

    @Test
    void aRunningFlowIsChangedAsOneAndPeopleFinishOrMove() {
        var id = running(definition(joined(), wait(5), sms("Gammalt")));
        imported(member(5, "Anna", 0));
        goOn();
        var draft = draftOf(id);
        page(draft).body(containsString("Vad gäller för dem som redan är med?"));
        post(draft + "/steps/sms/do/up").statusCode(303).header("Location", endsWith("#sms"));
        assertThat(automation(id).getInt("number")).isEqualTo(1);
        assertThat(draftOf(id)).isEqualTo(draft);
        page("/" + id).body(containsString("Det finns ett utkast med ändringar."));
        post(draft + "/publish", "people", "MOVE").statusCode(303);
        assertThat(automation(id).getInt("number")).isEqualTo(2);
        assertThat(number("select version as n from automation_enrolment")).isEqualTo(2);
    }

    @Test
    void somebodyIsLetInByHandAfterItWasSaidWhatThatMeans() {
        var id = written(definition(joined(), sms("Hej {förnamn}!")));
        imported(member(5, "Anna", 900), member(6, "Bo", 900));
        page("/" + id + "/people/new").statusCode(200).body(containsString("Ingen kan släppas in förrän"));
        post("/" + id + "/people/new", "person", person("Anna")).statusCode(400);
        activate(id, map("existing", "FROM_NOW"));
        page("/" + id + "/people/new?search=anna")
                .body(allOf(
                        containsString("Släpp in Anna Ek"),
                        containsString("börjar på det första steget nu"),
                        containsString("Skicka sms"),
                        not(containsString("Bo Ek"))));
        post("/" + id + "/people/new", "person", person("Anna")).statusCode(303);
        goOn(Duration.ofMinutes(1));
        same(phones(), "Hej Anna!");
        post("/" + id + "/people/new", "person", person("Anna")).statusCode(400).body(containsString("en gång"));
        post("/" + id + "/people/new", "person", 999_999).statusCode(400).body(containsString("kan inte vara med"));
        page("/" + id + "/people/new?search=anna")
                .body(allOf(containsString("är eller har varit med: Klara"), not(containsString("Släpp in Anna"))));
    }

    @Test
    void draftsAreForThoseWhoManageFlowsOfTheAssociation() {
        var draft = begun("Mitt", "NOTHING");
        var step = added(draft, "wait", "steps", "amount", "3", "unit", "days");
        a.organization("taby");
        session = staff.session(staff.staff("bo@example.org", "taby", Role.ORGANIZER));
        for (var path : List.of("", "/start", "/new-step", "/steps/" + step)) {
            asStaff().get("/o/taby/automations" + draft + path).then().statusCode(404);
            page(draft + path).statusCode(404);
        }
        for (var path : List.of(
                "/publish",
                "/discard",
                "/start",
                "/new-step?kind=wait",
                "/steps/" + step,
                "/steps/" + step + "/do/up")) {
            asStaff()
                    .formParam("x", "1")
                    .post("/o/taby/automations" + draft + path)
                    .then()
                    .statusCode(404);
        }
        session = "";
        page(draft).header("Location", containsString("/sign-in"));
        page("/new").header("Location", containsString("/sign-in"));
    }

    private String added(String draft, String kind, String way, Object... fields) {
        page(draft + "/new-step?kind=" + kind + "&way=" + way).statusCode(200);
        var all = new ArrayList<Object>(List.of("mark", ""));
        all.addAll(List.of(fields));
        return post(draft + "/new-step?kind=" + kind + "&way=" + way, all.toArray())
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst(".*#", "");
    }

    private void refused(String draft, String kind, String why, Object... fields) {
        post(draft + "/new-step?kind=" + kind, fields).statusCode(400).body(containsString(why));
    }

    private ValidatableResponse started(String start, String title, String trigger, Object... fields) {
        var all = new ArrayList<Object>(List.of("mark", mark(start), "title", title, "trigger", trigger));
        all.addAll(List.of(fields));
        return post(start, all.toArray());
    }
}
