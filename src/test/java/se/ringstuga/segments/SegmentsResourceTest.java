package se.ringstuga.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;
import se.ringstuga.surveys.Members;

@QuarkusTest
class SegmentsResourceTest extends ApiTest {

    private static final String EVERYBODY = "{'type':'all','filters':[]}";

    @Inject
    Members members;

    long solna;
    String token;

    @BeforeEach
    void anOrganization() {
        solna = a.organization("solna");
        token = a.token("solna");
    }

    @Test
    void aPreviewCountsAndShowsThePeople() {
        members.person(solna, "Bo");
        long anna = members.person(solna, "Anna");

        preview("{'type':'personField','field':'givenName','operator':'startsWith','value':'NN'}")
                .body("count", equalTo(0));
        preview("{'type':'personField','field':'givenName','operator':'startsWith','value':'ÀN'}")
                .body("count", equalTo(1))
                .body("items.id", contains((int) anna))
                .body("items[0].name", equalTo("Anna"))
                .body("next", nullValue());
    }

    @Test
    void aPreviewGoesPageByPageInTheOrderOfNames() {
        members.person(solna, "Cecilia");
        members.person(solna, "Anna");
        members.person(solna, "Bo");

        String next = send("{'filter':" + EVERYBODY + "}", "/segments/preview?limit=2")
                .statusCode(200)
                .body("count", equalTo(3))
                .body("items.name", contains("Anna", "Bo"))
                .extract()
                .path("next");
        send("{'filter':" + EVERYBODY + "}", "/segments/preview?limit=2&cursor=" + next)
                .body("items.name", contains("Cecilia"))
                .body("next", nullValue());
    }

    @Test
    void peopleWithAProtectedIdentityAreInNoSegment() {
        members.restrict(members.person(solna, "Hemlig"));
        members.person(solna, "Anna");

        preview(EVERYBODY).body("count", equalTo(1)).body("items.name", contains("Anna"));
    }

    @Test
    void anOrganizationSeesItsOwnPeopleThoseBelowAndThoseConnectedToIt() {
        long huvudsta = a.organizationBelow("solna", "huvudsta");
        long connected = members.person(solna, "Connected");
        members.connect(connected, huvudsta);
        members.person(solna, "Above");
        members.person(huvudsta, "Below");
        members.person(a.organization("boras"), "Beside");

        preview(EVERYBODY).body("items.name", contains("Above", "Below", "Connected"));
        as(token)
                .body(json("{'filter':" + EVERYBODY + "}"))
                .post(in("huvudsta", "/segments/preview"))
                .then()
                .body("items.name", contains("Below", "Connected"));
    }

    @Test
    void aSavedSegmentIsLive() {
        long segment = create("Alla", EVERYBODY);
        String people = "/segments/" + segment + "/people";

        as(token).get(in("solna", people)).then().body("items.size()", equalTo(0));
        members.person(solna, "Anna");
        as(token).get(in("solna", people)).then().body("items.name", contains("Anna"));
    }

    @Test
    void aSegmentIsReadListedChangedAndDeleted() {
        long segment = create("Alla", EVERYBODY);
        String path = in("solna", "/segments/" + segment);

        as(token).get(path).then().header("ETag", "\"0\"").body("filter.type", equalTo("all"));
        as(token).get(in("solna", "/segments")).then().body("items.title", contains("Alla"));
        String changed = json("{'title':'Med telefon','filter':{'type':'hasPhone'}}");
        as(token)
                .header("If-Match", "\"0\"")
                .body(changed)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        as(token).header("If-Match", "\"0\"").body(changed).put(path).then().statusCode(412);
        as(token).delete(path).then().statusCode(204);
        as(token).get(path).then().statusCode(404);
    }

    @Test
    void whatCannotBeReadIsRefusedNamingThePath() {
        send("{'title':'x','filter':{'type':'all','filters':[{'type':'joined','sinceDays':3}]}}", "/segments")
                .statusCode(400)
                .body("violations.field", contains("filter.filters[0].sinceDays", "filter.filters[0]"));
        send("{'title':' ','filter':" + EVERYBODY + "}", "/segments")
                .statusCode(400)
                .body("violations.field", contains("title"));
    }

    @Test
    void anotherOrganizationsThingsLookAsIfTheyDidNotExist() {
        a.organization("boras");
        String boras = a.token("boras");
        long tag = members.newTag(solna, "Flygblad");
        String filter = json("{'filter':{'type':'any','filters':[{'type':'tag','anyOf':[" + tag
                + "]},{'type':'organization','organization':'solna'},{'type':'surveyAnswered','surveyId':1}]}}");

        as(boras)
                .body(filter)
                .post(in("boras", "/segments/preview"))
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        contains(
                                "filter.filters[0].anyOf[0]",
                                "filter.filters[1].organization",
                                "filter.filters[2].surveyId"))
                .body("violations[0].message", equalTo("there is no tag " + tag + " here"));
        long segment = create("Alla", EVERYBODY);
        for (String path : List.of("/segments/" + segment, "/segments/" + segment + "/people")) {
            as(boras).get(in("boras", path)).then().statusCode(404);
            as(boras).get(in("solna", path)).then().statusCode(404);
        }
        as(boras).delete(in("boras", "/segments/" + segment)).then().statusCode(404);
    }

    @Test
    void aSegmentOfTheOrganizationAboveIsUsedNotChanged() {
        a.organizationBelow("solna", "huvudsta");
        long segment = create("Alla", EVERYBODY);

        as(token).get(in("huvudsta", "/segments/" + segment + "/people")).then().statusCode(200);
        as(token)
                .delete(in("huvudsta", "/segments/" + segment))
                .then()
                .statusCode(403)
                .body("type", containsString("defined-above"));
    }

    @Test
    void theExplanationAnswersEveryFilterWithWhatItFound() {
        long anna = members.person(solna, "Anna");
        long tag = members.newTag(solna, "Flygblad");
        members.tag(anna, tag);
        String filter = "{'type':'all','filters':[{'type':'tag','anyOf':[" + tag
                + "]},{'type':'not','filter':{'type':'hasEmail'}},{'type':'callHistory','result':'reached'}]}";

        long segment = create("Flygbladsdelare", filter);
        as(token)
                .get(in("solna", "/segments/" + segment + "/people/" + anna + "/explanation"))
                .then()
                .statusCode(200)
                .body("matches", equalTo(false))
                .body("filter.filters.holds", contains(true, true, false))
                .body("filter.filters[0].found", equalTo("Flygblad"))
                .body("filter.filters[1].filters[0].path", equalTo("filter.filters[1].filter"))
                .body("filter.filters[2].found", equalTo("0 called, 0 reached"));
        send("{'filter':{'type':'hasPhone'},'personId':" + anna + "}", "/segments/explanation")
                .statusCode(200)
                .body("matches", equalTo(false));
    }

    @Test
    void nobodyUnseenIsExplained() {
        long hidden = members.person(solna, "Hemlig");
        members.restrict(hidden);
        long bo = members.person(a.organization("boras"), "Bo");
        long segment = create("Alla", EVERYBODY);
        String organizer = a.token("solna", Permission.PEOPLE_READ);
        String explanation = "/segments/" + segment + "/people/%d/explanation";

        as(token).get(in("solna", explanation.formatted(bo))).then().statusCode(404);
        as(organizer).get(in("solna", explanation.formatted(hidden))).then().statusCode(404);
        as(token)
                .get(in("solna", explanation.formatted(hidden)))
                .then()
                .body("matches", equalTo(false))
                .body("restricted", equalTo(true));
    }

    @Test
    void theAccessLogHoldsTheFilterAndWhoWasShown() {
        long anna = members.person(solna, "Anna");
        preview(EVERYBODY);

        assertThat(members.count("select count(*) from access_log where action = 'segment.preview' and person_ids = '{"
                        + anna + "}' and subject like '%\"all\"%'"))
                .isOne();
    }

    @Test
    void theAccessLogDoesNotRepeatWhatWasTypedToSearchFor() {
        long anna = members.person(solna, "Anna");
        String typed = """
                {"type":"any","filters":[{"type":"personField","field":"givenName","operator":"contains","value":"Hemlig"},
                  {"type":"personField","field":"city","operator":"in","values":["Hemlig","Solna"]},
                  {"type":"surveyText","contains":"Hemlig"}]}""";
        preview(typed);
        as(token)
                .body("{\"filter\":" + typed + ",\"personId\":" + anna + "}")
                .post(in("solna", "/segments/explanation"))
                .then()
                .statusCode(200);

        assertThat(members.count("select count(*) from access_log where subject like '%Hemlig%'"))
                .isZero();
        assertThat(members.count("select count(*) from access_log where subject like '%\"any\"%givenName%contains%'"))
                .isEqualTo(2);
    }

    @Test
    void everyCallNeedsItsRight() {
        String powerless = a.token("solna", Permission.CALLS_CALL);

        as("wrong").get(in("solna", "/segments")).then().statusCode(401);
        as(powerless).get(in("solna", "/segments")).then().statusCode(403);
        as(powerless).get(in("solna", "/segments/1")).then().statusCode(403);
        as(powerless).get(in("solna", "/segments/1/people")).then().statusCode(403);
        as(powerless)
                .get(in("solna", "/segments/1/people/1/explanation"))
                .then()
                .statusCode(403);
        as(powerless).delete(in("solna", "/segments/1")).then().statusCode(403);
        as(powerless).body("{}").put(in("solna", "/segments/1")).then().statusCode(403);
        for (String path : List.of("/segments", "/segments/preview", "/segments/explanation")) {
            as(powerless).body("{}").post(in("solna", path)).then().statusCode(403);
        }
    }

    private ValidatableResponse preview(String filter) {
        return send("{'filter':" + filter + "}", "/segments/preview").statusCode(200);
    }

    private long create(String title, String filter) {
        return send("{'title':'" + title + "','filter':" + filter + "}", "/segments")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private ValidatableResponse send(String body, String path) {
        return as(token).body(json(body)).post(in("solna", path)).then();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
