package se.ringstuga.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;

@QuarkusTest
class TagsResourceTest extends ApiTest {

    @Inject
    StoredRows rows;

    private String token;

    @BeforeEach
    void anAssociationWithALocalGroup() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        a.organization("boras");
        token = a.token("solna");
    }

    @Test
    void aTagIsPutOnAPersonAndTakenOffAndTwiceIsOnce() {
        int tag = tag("solna", "Kan baka");
        int person = person("solna");
        var path = in("solna", "/people/" + person + "/tags/" + tag);

        as(token).put(path).then().statusCode(204);
        as(token).put(path).then().statusCode(204);
        as(token).get(in("solna", "/people/" + person)).then().body("tags.title", contains("Kan baka"));
        as(token).delete(path).then().statusCode(204);
        as(token).delete(path).then().statusCode(204);
        as(token).get(in("solna", "/people/" + person)).then().body("tags", empty());
        assertThat(rows.values("select action from access_log where subject = 'tag:" + tag + "' order by id"))
                .containsExactly("person.tagged", "person.tagged", "person.untagged", "person.untagged");
    }

    @Test
    void oneTitleIsOneTag() {
        assertThat(tag("solna", "Chaufför")).isEqualTo(tag("solna", " chaufför "));
    }

    @Test
    void tagsFromAboveAreUsedBelowButNotTheOtherWayRound() {
        int above = tag("solna", "Kan baka");
        int below = tag("huvudsta", "Lokal");
        int boras = as(a.token("boras"))
                .body("{\"title\": \"Boråsare\"}")
                .post(in("boras", "/tags"))
                .path("id");
        int person = person("huvudsta");

        as(token)
                .put(in("huvudsta", "/people/" + person + "/tags/" + above))
                .then()
                .statusCode(204);
        as(token)
                .put(in("solna", "/people/" + person + "/tags/" + below))
                .then()
                .statusCode(404);
        as(token)
                .put(in("solna", "/people/" + person + "/tags/" + boras))
                .then()
                .statusCode(404);
        as(token).get(in("huvudsta", "/tags")).then().body("items.title", contains("Kan baka", "Lokal"));
        as(token).get(in("solna", "/tags")).then().body("items.title", contains("Kan baka"));
    }

    @Test
    void aTagNeedsATitleAndARight() {
        as(token)
                .body("{}")
                .post(in("solna", "/tags"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("title"));
        given().get(in("solna", "/tags")).then().statusCode(401);
        as(a.token("solna", Permission.PEOPLE_READ))
                .body("{\"title\": \"x\"}")
                .post(in("solna", "/tags"))
                .then()
                .statusCode(403);
        as(a.token("boras")).get(in("solna", "/tags")).then().statusCode(404);
    }

    private int tag(String slug, String title) {
        return as(token)
                .body("{\"title\": \"" + title + "\"}")
                .post(in(slug, "/tags"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private int person(String slug) {
        return as(token)
                .body("{\"givenName\": \"Bo\"}")
                .post(in(slug, "/people"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
