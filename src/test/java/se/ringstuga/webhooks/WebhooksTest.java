package se.ringstuga.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.accounts.Permission;

/** Endpoints: who hears what, signed how. */
@QuarkusTest
class WebhooksTest extends WebhookTest {

    @Test
    void whatHappensIsToldWithIdsAndTypeAlone() {
        endpoint("person.created");
        var anna = person("Anna");
        sendAll();

        var told = new JsonPath(listener.heard().getFirst().body());
        assertThat(told.getString("type")).isEqualTo("person.created");
        assertThat(told.getString("timestamp")).isEqualTo("2026-11-24T17:00:00Z");
        assertThat(told.getMap("data"))
                .isEqualTo(Map.of("organization", SOLNA, "organizationId", (int) solna, "personId", (int) anna));
        deliveries("").body("items[0].state", equalTo("DELIVERED")).body("items[0].answerStatus", equalTo(200));
    }

    @Test
    void theSignatureIsThatOfStandardWebhooks() throws Exception {
        var secret =
                add(listener.address(), "person.created").extract().jsonPath().getString("secret");
        person("Anna");
        sendAll();

        var heard = listener.heard().getFirst();
        assertThat(heard.timestamp()).isEqualTo(String.valueOf(clock.instant().getEpochSecond()));
        assertThat(heard.signature()).isEqualTo(signature(secret, heard));
    }

    private static String signature(String secret, Listener.Heard heard) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        var signed = mac.doFinal((heard.id() + "." + heard.timestamp() + "." + heard.body()).getBytes(UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(signed);
    }

    @Test
    void theSecretIsShownOnceAndKeptLocked() {
        var id = add(listener.address(), "opt_out")
                .statusCode(201)
                .body("secret", startsWith("whsec_"))
                .extract()
                .jsonPath();

        as(token)
                .get(in(SOLNA, "/webhook-endpoints/" + id.getLong("id")))
                .then()
                .body("secret", nullValue());
        as(token).get(in(SOLNA, "/webhook-endpoints")).then().body("items[0].secret", nullValue());
        var secret = Base64.getDecoder().decode(id.getString("secret").substring("whsec_".length()));
        assertThat(count("webhook_endpoint where position(decode('"
                        + Base64.getEncoder().encodeToString(secret) + "', 'base64') in secret) > 0"))
                .isZero();
    }

    @Test
    void aRepeatedRequestMakesOneEndpointAndShowsNoSecretAgain() {
        var body = Map.of("title", "En", "address", listener.address(), "types", List.of("opt_out"));
        var first = as(token).header("Idempotency-Key", "k").body(body).post(in(SOLNA, "/webhook-endpoints"));
        first.then().statusCode(201);

        as(token)
                .header("Idempotency-Key", "k")
                .body(body)
                .post(in(SOLNA, "/webhook-endpoints"))
                .then()
                .statusCode(201)
                .body("id", equalTo(first.jsonPath().getInt("id")))
                .body("secret", nullValue())
                .body("secretShownBefore", equalTo(true));
    }

    @Test
    void whenTheSecretIsReplacedBothSignForADay() throws Exception {
        var made = add(listener.address(), "person.created").extract().jsonPath();
        var old = made.getString("secret");
        var fresh = as(token)
                .post(in(SOLNA, "/webhook-endpoints/" + made.getLong("id") + "/secrets"))
                .then()
                .statusCode(201)
                .body("formerSecretUntil", equalTo("2026-11-25T17:00:00Z"))
                .extract()
                .jsonPath()
                .getString("secret");
        assertThat(fresh).isNotEqualTo(old);

        person("Anna");
        sendAll();
        clock.advance(Duration.ofHours(25));
        person("Bo");
        sendAll();

        var both = listener.heard().getFirst();
        assertThat(both.signature()).isEqualTo(signature(fresh, both) + " " + signature(old, both));
        var alone = listener.heard().getLast();
        assertThat(alone.signature()).isEqualTo(signature(fresh, alone));
    }

    @Test
    void anEndpointHearsOfItsOrganizationAndThoseBelowAndOfNothingElse() {
        a.organizationBelow(SOLNA, "huvudsta");
        a.organization("gavle");
        endpoint("person.created");
        for (var slug : List.of("huvudsta", "gavle")) {
            as(a.token(slug))
                    .body(Map.of("givenName", "Bo", "familyName", "Ek"))
                    .post(in(slug, "/people"))
                    .then()
                    .statusCode(201);
        }
        sendAll();

        assertThat(listener.heard()).hasSize(1);
        assertThat(new JsonPath(listener.heard().getFirst().body()).getString("data.organization"))
                .isEqualTo("huvudsta");
    }

    @Test
    void onlyWhatItHasChosenIsTold() {
        endpoint("membership.ended");
        var id = person("Anna");
        sendAll();
        assertThat(listener.heard()).isEmpty();

        as(token)
                .body("{\"leftOn\": \"2026-11-20\"}")
                .patch(in(SOLNA, "/people/" + id))
                .then()
                .statusCode(200);
        sendAll();

        assertThat(listener.heard()).hasSize(1);
    }

    @Test
    void aPingGoesToItWhateverItHasChosen() {
        var id = endpoint("opt_out");

        var delivery = as(token)
                .post(in(SOLNA, "/webhook-endpoints/" + id + "/pings"))
                .then()
                .statusCode(201)
                .body("state", equalTo("WAITING"))
                .extract()
                .jsonPath()
                .getLong("id");
        sendAll();

        assertThat(new JsonPath(listener.heard().getFirst().body()).getString("type"))
                .isEqualTo("ping");
        as(token).get(in(SOLNA, "/webhook-deliveries/" + delivery)).then().body("state", equalTo("DELIVERED"));
    }

    @Test
    void anEndpointIsChangedSwitchedOffAndRemoved() {
        var id = endpoint("person.created");
        patch(id, "{\"title\": \"Ny\", \"types\": [\"opt_out\", \"person.created\"]}")
                .statusCode(200)
                .body("title", equalTo("Ny"))
                .body("types", contains("opt_out", "person.created"));
        patch(id, "{\"on\": false}").statusCode(200).body("switchedOffBy", startsWith("token:"));
        person("Anna");
        assertThat(count("webhook_delivery")).isZero();
        as(token).post(in(SOLNA, "/webhook-endpoints/" + id + "/pings")).then().statusCode(409);
        patch(id, "{\"on\": true}").statusCode(200).body("switchedOffAt", nullValue());
        person("Bo");
        assertThat(count("webhook_delivery")).isEqualTo(1);

        as(token).delete(in(SOLNA, "/webhook-endpoints/" + id)).then().statusCode(204);
        as(token).get(in(SOLNA, "/webhook-endpoints/" + id)).then().statusCode(404);
        as(token).get(in(SOLNA, "/webhook-endpoints")).then().body("items", hasSize(0));
        sendAll();
        assertThat(listener.heard()).isEmpty();
    }

    @Test
    void whoeverSavesSecondIsTold() {
        var id = endpoint("opt_out");
        var tag = as(token).get(in(SOLNA, "/webhook-endpoints/" + id)).header("ETag");
        patch(id, "{\"title\": \"En\"}").statusCode(200);

        as(token)
                .header("If-Match", tag)
                .body("{\"title\": \"Två\"}")
                .patch(in(SOLNA, "/webhook-endpoints/" + id))
                .then()
                .statusCode(412);
    }

    @Test
    void thereIsABound() {
        for (var made = 0; made < 20; made++) {
            endpoint("opt_out");
        }
        add(listener.address(), "opt_out").statusCode(409).body("type", endsWith("/too-many-webhook-endpoints"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title   | {"title": " ", "address": "https://hooks.example", "types": ["opt_out"]}
            address | {"title": "En", "types": ["opt_out"]}
            address | {"title": "En", "address": "ftp://hooks.example", "types": ["opt_out"]}
            types   | {"title": "En", "address": "https://hooks.example", "types": []}
            types   | {"title": "En", "address": "https://hooks.example"}
            """)
    void whatDoesNotServeIsRefusedNamingTheField(String field, String body) {
        as(token)
                .body(body)
                .post(in(SOLNA, "/webhook-endpoints"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(startsWith(field)));
        as(token)
                .body("{\"title\": \"En\", \"address\": \"https://hooks.example\", \"types\": [\"person.eaten\"]}")
                .post(in(SOLNA, "/webhook-endpoints"))
                .then()
                .statusCode(400);
    }

    @Test
    void webhooksBelongToTheirOrganizationAndNeedTheRight() {
        var id = endpoint("opt_out");
        a.organization("gavle");
        var other = a.token("gavle");
        for (var organization : List.of("gavle", SOLNA)) {
            as(other).get(in(organization, "/webhook-endpoints/" + id)).then().statusCode(404);
        }
        as(other)
                .body("{}")
                .patch(in("gavle", "/webhook-endpoints/" + id))
                .then()
                .statusCode(404);
        as(other).delete(in("gavle", "/webhook-endpoints/" + id)).then().statusCode(404);
        as(other)
                .post(in("gavle", "/webhook-endpoints/" + id + "/pings"))
                .then()
                .statusCode(404);
        as(other)
                .post(in("gavle", "/webhook-endpoints/" + id + "/secrets"))
                .then()
                .statusCode(404);
        var reader = a.token(SOLNA, Permission.ORGANIZATION_READ);
        as(reader).get(in(SOLNA, "/webhook-endpoints")).then().statusCode(403);
        as(reader).get(in(SOLNA, "/webhook-deliveries")).then().statusCode(403);
        as("none").get(in(SOLNA, "/webhook-endpoints")).then().statusCode(401);
        as("none").get(in(SOLNA, "/webhook-deliveries")).then().statusCode(401);
    }
}
