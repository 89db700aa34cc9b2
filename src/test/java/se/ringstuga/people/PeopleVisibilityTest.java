package se.ringstuga.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;

/** Who sees whom: those above see those below, nobody sees sideways or upwards, and protected people are few eyes' business. */
@QuarkusTest
class PeopleVisibilityTest extends ApiTest {

    private static final String ASA =
            "{\"givenName\": \"Åsa\", \"familyName\": \"Öberg\", \"email\": \"asa@example.org\"}";

    private String token;

    @BeforeEach
    void anAssociationWithALocalGroup() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        a.organization("boras");
        token = a.token("solna");
    }

    @Test
    void aProtectedPersonIsOnlyForAdministrators() {
        int id = created(ASA);
        as(token).put(in("solna", "/people/" + id + "/restriction")).then().statusCode(204);
        var organizer = a.token("solna", Permission.PEOPLE_READ, Permission.PEOPLE_WRITE);

        as(organizer).get(in("solna", "/people/" + id)).then().statusCode(404);
        as(organizer).get(in("solna", "/people")).then().body("items", empty());
        as(organizer)
                .queryParam("search", "asa")
                .get(in("solna", "/people"))
                .then()
                .body("items", empty());
        as(organizer)
                .queryParam("count", true)
                .get(in("solna", "/people"))
                .then()
                .body("count", equalTo(0));
        as(organizer)
                .delete(in("solna", "/people/" + id + "/restriction"))
                .then()
                .statusCode(403);
        as(token).get(in("solna", "/people/" + id)).then().body("restricted", equalTo(true));
        as(token).delete(in("solna", "/people/" + id + "/restriction")).then().statusCode(204);
        as(organizer).get(in("solna", "/people/" + id)).then().statusCode(200);
    }

    @Test
    void theOrganizationAboveSeesThoseBelowAndNobodyElseDoes() {
        int id = created(ASA);
        var below = a.token("huvudsta");
        var sideways = a.token("boras");

        as(below).get(in("huvudsta", "/people/" + id)).then().statusCode(404);
        as(below).get(in("huvudsta", "/people")).then().body("items", empty());
        as(sideways).get(in("boras", "/people/" + id)).then().statusCode(404);
        as(sideways).get(in("boras", "/people/" + id + "/timeline")).then().statusCode(404);
        as(sideways).body("{}").patch(in("boras", "/people/" + id)).then().statusCode(404);
        as(sideways).put(in("boras", "/people/" + id + "/restriction")).then().statusCode(404);
        as(sideways)
                .put(in("boras", "/people/" + id + "/connections/boras"))
                .then()
                .statusCode(404);
        as(sideways)
                .put(in("boras", "/people/corrections/" + id + "/email/done"))
                .then()
                .statusCode(404);

        int own = as(below)
                .body("{\"givenName\": \"Bo\"}")
                .post(in("huvudsta", "/people"))
                .then()
                .extract()
                .path("id");
        as(token).get(in("solna", "/people/" + own)).then().statusCode(200);
        as(token).get(in("solna", "/people")).then().body("items.givenName", contains("Bo", "Åsa"));
    }

    @Test
    void aPersonConnectedToALocalGroupIsSeenThereButChangedAbove() {
        int id = created(ASA);
        as(token)
                .put(in("solna", "/people/" + id + "/connections/huvudsta"))
                .then()
                .statusCode(204);
        as(token)
                .put(in("solna", "/people/" + id + "/connections/boras"))
                .then()
                .statusCode(404);
        as(token)
                .put(in("solna", "/people/" + id + "/connections/solna"))
                .then()
                .statusCode(404);
        var below = a.token("huvudsta");

        as(below).get(in("huvudsta", "/people/" + id)).then().statusCode(200);
        as(below).get(in("huvudsta", "/people")).then().body("items.id", contains(id));
        as(below)
                .body("{\"city\": \"Solna\"}")
                .patch(in("huvudsta", "/people/" + id))
                .then()
                .statusCode(403);
        as(token).get(in("solna", "/people")).then().body("items.id", contains(id));

        as(token)
                .delete(in("solna", "/people/" + id + "/connections/huvudsta"))
                .then()
                .statusCode(204);
        as(below).get(in("huvudsta", "/people/" + id)).then().statusCode(404);
    }

    @Test
    void aNeighboursTagsAreNotShown() {
        a.organizationBelow("solna", "rasunda");
        int id = created(ASA);
        for (var slug : new String[] {"solna", "huvudsta", "rasunda"}) {
            int tag = as(token)
                    .body("{\"title\": \"" + slug + "\"}")
                    .post(in(slug, "/tags"))
                    .path("id");
            as(token).put(in("solna", "/people/" + id + "/connections/" + slug));
            as(token).put(in(slug, "/people/" + id + "/tags/" + tag)).then().statusCode(204);
        }

        var huvudsta = a.token("huvudsta");
        as(huvudsta)
                .get(in("huvudsta", "/people/" + id))
                .then()
                .statusCode(200)
                .body("tags.title", contains("huvudsta", "solna"));
        assertThat(as(huvudsta)
                        .get(in("huvudsta", "/people/" + id + "/timeline"))
                        .asString())
                .contains("huvudsta")
                .doesNotContain("rasunda");
        as(token).get(in("solna", "/people/" + id)).then().body("tags.title", contains("huvudsta", "rasunda", "solna"));
    }

    private int created(String person) {
        return as(token)
                .body(person)
                .post(in("solna", "/people"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
