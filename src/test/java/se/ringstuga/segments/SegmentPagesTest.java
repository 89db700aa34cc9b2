package se.ringstuga.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.surveys.Members;

/** What the pages of segments answer: the builder's form, the plain words, and why somebody is in or out. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class SegmentPagesTest extends ApiTest {

    @Inject
    StaffFixtures staff;

    @Inject
    Members members;

    private long solna;
    private long anna;
    private String token;
    private String asa;

    @BeforeEach
    void anAssociation() {
        solna = a.organization("solna");
        token = a.token("solna");
        anna = as(token)
                .body(Map.of("givenName", "Anna", "familyName", "Ek"))
                .post(in("solna", "/people"))
                .jsonPath()
                .getLong("id");
        members.person(solna, "Bo");
        asa = staff.session(staff.staff("asa@example.org", "solna", Role.ORGANIZER));
    }

    @Test
    void aFilterIsBuiltByPlainButtonsCountedAndSaved() {
        var tag = members.newTag(solna, "Ringare");
        members.tag(anna, tag);
        page("/segments").statusCode(200).body(containsString("Här finns inga urval än"));
        page("/segments/build")
                .statusCode(200)
                .body(allOf(containsString("Alla i registret."), containsString("2 personer")));
        var form = form("f.add", "TAG", "do", "add f");
        post("/segments/build", form)
                .statusCode(200)
                .body(allOf(containsString("name=\"f.0.kind\" value=\"TAG\""), containsString("Ringare")))
                .body(containsString("Fyll i villkoren"))
                .body(not(containsString("Fyll i villkoret, eller")));

        form.putAll(Map.of("f.0.kind", "TAG", "f.0.match", "anyOf", "f.0.tags", String.valueOf(tag), "do", "count"));
        post("/segments/build", form)
                .statusCode(200)
                .body(allOf(
                        containsString("De som har etiketten ”Ringare”."),
                        containsString("En person är med"),
                        containsString("Anna")));
        form.put("f.0.no", "true");
        post("/segments/build", form).body(containsString("De som inte har etiketten ”Ringare”."));
        form.put("do", "save");
        post("/segments/build", form).statusCode(400).body(containsString("Skriv ett namn"));
        form.put("title", "Inte ringare");
        var saved = send("/segments/build", form);
        assertThat(saved.statusCode()).isEqualTo(303);
        browser().get(saved.header("Location")).then().statusCode(200).body(containsString("Inte ringare"));
        page("/segments").body(containsString("De som inte har etiketten ”Ringare”."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JOINED     | withinDays | många        | Fyll i villkoret",
                "JOINED     | after      | i går        | Fyll i villkoret",
                "ANSWERED   | survey     | surveyId:99  | finns inte här längre",
                "WRITTEN    | contains   | 850709-9805  | ser ut som ett personnummer",
                "FIELD      | operator   | atLeast      | passar inte uppgiften",
                "BROADCAST  | broadcast  | ''           | Fyll i villkoret"
            })
    void whatCannotStandIsSaidAtItsConditionAndNothingTypedIsLost(
            String kind, String member, String value, String said) {
        var form = form("title", "Mitt urval", "f.0.kind", kind, "f.0." + member, value, "do", "save");
        form.putIfAbsent("f.0.field", "city");
        post("/segments/build", form)
                .statusCode(400)
                .body(allOf(
                        containsString("inte sparat än"),
                        containsString(said),
                        containsString("value=\"Mitt urval\"")));
    }

    @Test
    void whoeverSavesSecondSeesBothVersions() {
        var id = segment("Alla", "{'type':'all','filters':[]}");
        var mine =
                form("version", "0", "title", "Mina", "f.0.kind", "REACHABLE", "f.0.means", "hasEmail", "do", "save");
        post("/segments/" + id + "/edit", form("version", "0", "title", "Deras", "do", "save"))
                .statusCode(303);

        post("/segments/" + id + "/edit", mine)
                .statusCode(400)
                .body(allOf(
                        containsString("Någon annan sparade"),
                        containsString("Deras. Alla i registret."),
                        containsString("value=\"Mina\""),
                        containsString("name=\"version\" value=\"1\"")));
        mine.put("version", "1");
        post("/segments/" + id + "/edit", mine).statusCode(303);
    }

    @Test
    void aSegmentInUseSaysWhereAndIsNotTakenAway() {
        var id = segment("Alla", "{'type':'all','filters':[]}");
        var kind = as(token).get(in("solna", "/event-kinds")).jsonPath().getLong("[0].id");
        as(token)
                .body(Map.of(
                        "title",
                        "Årsmöte",
                        "kindId",
                        kind,
                        "startsAtLocal",
                        "2026-12-10T18:00",
                        "minutes",
                        120,
                        "visibility",
                        "INVITED",
                        "segmentId",
                        id))
                .post(in("solna", "/events"))
                .then()
                .statusCode(201);

        as(token)
                .get(in("solna", "/segments/" + id + "/uses"))
                .then()
                .statusCode(200)
                .body("kind", hasItems("EVENT"))
                .body("title", hasItems("Årsmöte"));
        as(token)
                .delete(in("solna", "/segments/" + id))
                .then()
                .statusCode(409)
                .body("uses[0].title", equalTo("Årsmöte"));
        page("/segments/" + id)
                .body(allOf(containsString("Inbjudna till ”Årsmöte”"), containsString("så länge det används")));
        page("/segments/" + id + "/edit").body(containsString("När du sparar ändras"));
        post("/segments/" + id + "/removal", Map.of()).statusCode(409);
        var unused = segment("Ingen", "{'type':'any','filters':[]}");
        post("/segments/" + unused + "/removal", Map.of()).statusCode(303);
        page("/segments/" + unused).statusCode(404);
    }

    @Test
    void whySomebodyIsInOrOutIsSaidConditionByCondition() {
        var tag = members.newTag(solna, "Ringare");
        members.tag(anna, tag);
        var id = segment(
                "Ringare utan e-post",
                "{'type':'all','filters':[{'type':'tag','anyOf':[" + tag
                        + "]},{'type':'not','filter':{'type':'callHistory','result':'called'}},"
                        + "{'type':'any','filters':[{'type':'hasEmail'},{'type':'hasMobile'}]}]}");

        page("/segments/" + id + "/why?search=ann").body(containsString("person=" + anna));
        page("/segments/" + id + "/why?person=" + anna)
                .statusCode(200)
                .body(allOf(
                        containsString("Anna Ek är inte med."),
                        containsString("har etiketten ”Ringare”"),
                        containsString("Vi ser: Ringare"),
                        containsString("inte har blivit uppringd"),
                        containsString("Vi ser: ringd 0 gånger, nådd 0"),
                        containsString("Minst ett av det här ska stämma")));
        page("/segments/" + id + "/why?person=" + anna, "en")
                .body(allOf(containsString("has not been called"), containsString("has a mobile number")));
    }

    @Test
    void peopleBehindANumberAreShownAndKept() {
        var people = browser()
                .queryParam("title", "Utan e-post")
                .queryParam("filter", "{\"type\":\"not\",\"filter\":{\"type\":\"hasEmail\"}}")
                .get("/o/solna/segments/found")
                .then()
                .statusCode(200)
                .body(allOf(containsString("Anna"), containsString("De som saknar e-postadress.")))
                .extract()
                .asString();
        assertThat(people).contains("/o/solna/segments/new?title=Utan", "/o/solna/call-assignments/new?title=Utan");
        browser()
                .queryParam("filter", "{")
                .get("/o/solna/segments/found")
                .then()
                .statusCode(400);
        assertThat(members.count("select count(*) from access_log where action = 'segment.people'"))
                .isOne();
    }

    @Test
    void anothersSegmentsAreNoPagesAndThoseFromAboveAreUsedNotChanged() {
        var id = segment("Alla", "{'type':'all','filters':[]}");
        a.organization("boras");
        a.organizationBelow("solna", "huvudsta");
        var mia = StaffFixtures.browser(staff.session(staff.staff("mia@example.org", "boras", Role.ADMINISTRATOR)));
        for (var path : List.of("", "/edit", "/why")) {
            mia.get("/o/boras/segments/" + id + path).then().statusCode(404);
            mia.get("/o/solna/segments/" + id + path).then().statusCode(404);
            StaffFixtures.visitor()
                    .get("/o/solna/segments/" + id + path)
                    .then()
                    .statusCode(303)
                    .header("Location", containsString("/sign-in"));
        }
        mia.post("/o/boras/segments/" + id + "/removal").then().statusCode(404);
        mia.post("/o/boras/segments/" + id + "/edit").then().statusCode(404);
        browser().get("/o/huvudsta/segments").then().body(containsString("från nivån över"));
        browser().get("/o/huvudsta/segments/" + id).then().body(not(containsString("/edit")));
        browser().get("/o/huvudsta/segments/" + id + "/edit").then().statusCode(403);
        var powerless = a.token("solna", Permission.CALLS_CALL);
        as(powerless).get(in("solna", "/segments/" + id + "/uses")).then().statusCode(403);
        as(a.token("boras"))
                .get(in("boras", "/segments/" + id + "/uses"))
                .then()
                .statusCode(404);
    }

    private long segment(String title, String filter) {
        return as(token)
                .body(("{'title':'" + title + "','filter':" + filter + "}").replace('\'', '"'))
                .post(in("solna", "/segments"))
                .jsonPath()
                .getLong("id");
    }

    @Test
    void whatWasMadeOfASegmentIsNamedThereAndAskedAboutBeforeItGoes() {
        var filter = Map.of("type", "hasPhone");
        var id = as(token)
                .body(Map.of("title", "Med telefon", "filter", filter))
                .post(in("solna", "/segments"))
                .jsonPath()
                .getLong("id");
        var list = as(token)
                .body(Map.of("title", "Ring dem", "target", filter, "segmentId", id))
                .post(in("solna", "/call-assignments"))
                .then()
                .statusCode(201)
                .body("segmentId", equalTo((int) id))
                .extract()
                .jsonPath()
                .getLong("id");
        for (Object wrong : List.of(id + 1, id)) {
            as(token)
                    .body(Map.of("title", "X", "target", Map.of("type", "hasEmail"), "segmentId", wrong))
                    .post(in("solna", "/call-assignments"))
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("segmentId"));
        }
        send(
                "/call-assignments/new",
                form("title", "Från sidan", "filter", "{\"type\":\"hasPhone\"}", "segment", "" + id));

        page("/call-assignments/new?to=SEGMENT&segment=" + id)
                .body(containsString("value=\"SEGMENT\" checked"), containsString("value=\"" + id + "\" selected"));
        page("/segments/" + id)
                .body(containsString("Ringlistan ”Ring dem”"), containsString("Ringlistan ”Från sidan”"))
                .body(containsString("Det här är gjort av urvalet och behåller sina personer:"));
        as(token)
                .body(Map.of("target", Map.of("type", "hasEmail")))
                .patch(in("solna", "/call-assignments/" + list))
                .then()
                .statusCode(200)
                .body("segmentId", nullValue());
        page("/segments/" + id)
                .body(not(containsString("Ringlistan ”Ring dem”")), containsString("Ringlistan ”Från sidan”"));
        as(token).delete(in("solna", "/segments/" + id)).then().statusCode(204);
    }

    private static Map<String, String> form(String... fields) {
        var form = new HashMap<>(Map.of("f.kind", "ALL", "version", "0", "title", ""));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    private RequestSpecification browser() {
        return StaffFixtures.browser(asa).header("Accept-Language", "sv");
    }

    private ValidatableResponse page(String path) {
        return browser().get("/o/solna" + path).then();
    }

    private ValidatableResponse page(String path, String language) {
        return StaffFixtures.browser(asa)
                .header("Accept-Language", language)
                .get("/o/solna" + path)
                .then();
    }

    private Response send(String path, Map<String, String> form) {
        return StaffFixtures.post(browser(), "/o/solna" + path, form);
    }

    private ValidatableResponse post(String path, Map<String, String> form) {
        return send(path, form).then();
    }
}
