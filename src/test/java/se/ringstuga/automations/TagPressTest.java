package se.ringstuga.automations;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** Base of the tests about tags that are given to several at once: two members, two organizers, and flows that Åsa wrote. */
abstract class TagPressTest extends AutomationTest {

    @Inject
    StaffFixtures staff;

    long asa;
    long bo;
    long tag;
    long everybody;

    @BeforeEach
    void twoMembersAndTwoOrganizers() {
        asa = staff.staff("asa@example.org", SOLNA, Role.ORGANIZER);
        bo = staff.staff("bo@example.org", SOLNA, Role.ORGANIZER);
        imported(member(5, "Anna", 3), member(6, "Bo", 3));
        tag = made(SOLNA, "/tags", map("title", "Ny"));
        everybody = segment(SOLNA);
    }

    @SafeVarargs
    final long begins(String slug, Map<String, Object>... steps) {
        var id = written(slug, steps);
        as(a.token(slug))
                .body(map("existing", "FROM_NOW"))
                .post(in(slug, "/automations/" + id + "/activation"))
                .then()
                .statusCode(200);
        return id;
    }

    /** By Åsa. */
    @SafeVarargs
    final long written(String slug, Map<String, Object>... steps) {
        return organizer(asa)
                .body(map("title", "Flöde", "definition", definition(map("type", "tagged", "tagId", tag), steps)))
                .post(in(slug, "/automations"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    RequestSpecification organizer(long id) {
        return StaffFixtures.browser(staff.session(id)).accept(ContentType.JSON).contentType(ContentType.JSON);
    }

    /** The same step, whatever it says. */
    static Map<String, Object> keyed(String text) {
        var step = sms(text);
        step.put("key", "hej");
        return step;
    }

    void rewritten(long flow, Map<String, Object> trigger, String people) {
        organizer(asa)
                .body(map("title", "Flöde", "definition", definition(trigger, keyed("Mendat")), "people", people))
                .put(in(SOLNA, "/automations/" + flow))
                .then()
                .statusCode(200);
    }

    void pressed(long flow, String button) {
        as(token).post(in(SOLNA, "/automations/" + flow + "/" + button)).then().statusCode(200);
    }

    List<String> entered() {
        return texts(
                "select p.given_name as t from automation_enrolment e join person p on p.id = e.person_id order by 1");
    }

    ValidatableResponse tagsAll(long by) {
        return tags(by, SOLNA, everybody);
    }

    /** With what the form carries, so that it is known again. */
    ValidatableResponse keyed(long by, String key) {
        return StaffFixtures.post(
                        StaffFixtures.browser(staff.session(by)),
                        "/o/solna/segments/" + everybody + "/tags",
                        Map.of("tag", String.valueOf(tag), "key", key))
                .then();
    }

    ValidatableResponse tags(long by, String slug, long segment) {
        return StaffFixtures.post(
                        StaffFixtures.browser(staff.session(by)),
                        "/o/" + slug + "/segments/" + segment + "/tags",
                        Map.of("tag", String.valueOf(tag)))
                .then();
    }

    static String mark(String page) {
        return page.replaceAll("(?s).*name=\"mark\" value=\"([^\"]*)\".*", "$1");
    }

    void undone(long by, String page) {
        StaffFixtures.post(
                        StaffFixtures.browser(staff.session(by)),
                        "/o/solna/segments/" + everybody + "/tags/removal",
                        Map.of("tag", String.valueOf(tag), "mark", mark(page)))
                .then()
                .statusCode(303);
    }

    ValidatableResponse chosen(long by, String... names) {
        return form("people/tags", by, "", names);
    }

    ValidatableResponse untagged(long by, String mark, String... names) {
        return form("people/tags/removal", by, mark, names);
    }

    ValidatableResponse form(String path, long by, String mark, String... names) {
        return StaffFixtures.browser(staff.session(by))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("tag", tag)
                .formParam("mark", mark)
                .formParam("person", List.of(names).stream().map(this::person).toList())
                .post("/o/solna/" + path)
                .then();
    }

    long tagged() {
        return number("select count(*) as n from person_tag");
    }

    long enrolled() {
        return number("select count(*) as n from automation_enrolment");
    }

    void atMost(String slug, int people) {
        as(a.token(slug))
                .body(Map.of("approvalLimit", people))
                .put(in(slug, "/messaging-settings"))
                .then()
                .statusCode(200);
    }

    /** Two. */
    void importedTo(String slug, String by) {
        for (var name : List.of("Dag", "Eva")) {
            as(by).body(Map.of("givenName", name, "familyName", "Ek"))
                    .post(in(slug, "/people"))
                    .then()
                    .statusCode(201);
        }
    }

    static Map<String, Object> all() {
        return map("title", "Alla", "filter", map("type", "all", "filters", new int[0]));
    }

    long segment(String slug) {
        return made(slug, "/segments", all());
    }

    long made(String slug, String path, Map<String, Object> body) {
        return made(slug, path, body, token);
    }

    long made(String slug, String path, Map<String, Object> body, String by) {
        return as(by).body(body)
                .post(in(slug, path))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    /** A broadcast to both. */
    ValidatableResponse approved() {
        var draft = made(
                SOLNA,
                "/broadcasts",
                map("title", "Utskick", "channel", "SMS", "text", "Hej!", "segmentId", everybody));
        return as(token).post(in(SOLNA, "/broadcasts/" + draft + "/approval")).then();
    }
}
