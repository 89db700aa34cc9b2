package se.ringstuga.segments;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** Everybody in a segment is tagged once they were counted, and the undo leaves alone who had the tag before. */
@QuarkusTest
class SegmentTagPagesTest extends ApiTest {

    @Inject
    StaffFixtures staff;

    private String olle;
    private String token;
    private int tag;
    private int asa;
    private int bo;
    private String page;

    @BeforeEach
    void aSegmentOfThoseInSolna() {
        a.organization("solna");
        a.organization("boras");
        token = a.token("solna");
        olle = staff.session(staff.staff("olle@example.org", "solna", Role.ORGANIZER));
        asa = person("{\"givenName\": \"Åsa\", \"city\": \"Solna\"}");
        bo = person("{\"givenName\": \"Bo\", \"city\": \"Solna\"}");
        person("{\"givenName\": \"Cia\", \"city\": \"Mora\"}");
        tag = as(token).body(Map.of("title", "Nära")).post(in("solna", "/tags")).path("id");
        as(token).put(in("solna", "/people/" + bo + "/tags/" + tag));
        clock.advance(Duration.ofMinutes(1));
        int segment = as(token)
                .body(
                        "{\"title\": \"Solnabor\", \"filter\": {\"type\": \"personField\", \"field\": \"city\", \"operator\": \"equals\", \"value\": \"Solna\"}}")
                .post(in("solna", "/segments"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        page = "/o/solna/segments/" + segment + "/tags";
    }

    @Test
    void theyAreCountedFirstThenTaggedAndUndoneWithoutThoseWhoHadItBefore() {
        StaffFixtures.browser(olle).get(page).then().statusCode(200).body(containsString("Sätt etiketten på alla 2"));

        var answer = StaffFixtures.post(StaffFixtures.browser(olle), page, Map.of("tag", String.valueOf(tag)));
        answer.then().statusCode(200).body(containsString("1 fick etiketten Nära"));
        tags(asa, 1);
        var mark = answer.asString().replaceAll("(?s).*name=\"mark\" value=\"([^\"]*)\".*", "$1");
        StaffFixtures.post(
                        StaffFixtures.browser(olle),
                        page + "/removal",
                        Map.of("tag", String.valueOf(tag), "mark", mark))
                .then()
                .statusCode(303);
        tags(asa, 0);
        tags(bo, 1);
    }

    @Test
    void withoutATagNothingIsDoneAndAnothersSegmentIsNoPage() {
        StaffFixtures.post(StaffFixtures.browser(olle), page, Map.of("tag", ""))
                .then()
                .statusCode(400)
                .body(containsString("Välj en etikett."));
        StaffFixtures.visitor().get(page).then().statusCode(303);
        var theirs = staff.browserOf("bo@example.org", "boras", Role.ADMINISTRATOR);
        theirs.get(page.replace("solna", "boras")).then().statusCode(404);
        StaffFixtures.post(staff.browserOf("ek@example.org", "boras", Role.ADMINISTRATOR), page, Map.of("tag", "1"))
                .then()
                .statusCode(404);
        tags(asa, 0);
    }

    private void tags(int person, int count) {
        as(token)
                .get(in("solna", "/people/" + person))
                .then()
                .body("tags", hasSize(count))
                .body("id", equalTo(person));
    }

    private int person(String body) {
        return as(token)
                .body(body)
                .post(in("solna", "/people"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
