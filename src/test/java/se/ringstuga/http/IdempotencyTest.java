package se.ringstuga.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

@QuarkusTest
class IdempotencyTest extends ApiTest {

    @Inject
    IdempotencyRecords records;

    private long solna;
    private String token;

    @BeforeEach
    void organization() {
        solna = a.organization("solna");
        token = a.token("solna");
    }

    @Test
    void theSameKeyAndBodyHaveTheSameOutcomeOnce() {
        var first = add("k1", "huvudsta").statusCode(201).extract().path("id");

        add("k1", "huvudsta").statusCode(201).body("id", equalTo(first));
        as(token).get(in("solna", "/organizations")).then().body("$", hasSize(1));
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        add("k1", "huvudsta").statusCode(201);

        add("k1", "rasunda").statusCode(422).body("type", endsWith("/problems/idempotency-key-reused"));
    }

    @Test
    void aSecretIsNeverRepeated() {
        var wanted = Map.of("title", "kassan", "scopes", new String[] {"people:read"});
        var id = tokenWith("k1", wanted)
                .statusCode(201)
                .body("token", notNullValue())
                .extract()
                .path("id");

        tokenWith("k1", wanted)
                .statusCode(201)
                .body("id", equalTo(id))
                .body("token", nullValue())
                .body("secretShownBefore", equalTo(true));
    }

    @Test
    void aRefusedRequestMayBeRepeatedWithItsKey() {
        add("k1", "Not a slug").statusCode(400);

        add("k1", "huvudsta").statusCode(201);
    }

    @Test
    void keysOfDifferentTokensAreDifferent() {
        add("k1", "huvudsta").statusCode(201);
        token = a.token("solna");

        add("k1", "rasunda").statusCode(201);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        add("k1", "huvudsta").statusCode(201);
        clock.advance(Duration.ofHours(24));

        add("k1", "rasunda").statusCode(201);
        clock.advance(Duration.ofHours(24));
        assertThat(records.forgetExpired(clock.instant())).isEqualTo(1);
    }

    @Test
    void whileTheFirstStillRunsTheSecondIsToldSo() {
        var tokenId = (Number) as(token).get(in("solna", "/tokens")).path("items[0].id");
        var place = new IdempotencyRecords.Place(
                solna, "token:" + tokenId, "POST", "/api/organizations/solna/organizations", "k1");

        QuarkusTransaction.requiringNew().run(() -> {
            records.lock(place);
            add("k1", "huvudsta").statusCode(409).body("type", endsWith("/problems/request-running"));
        });
        add("k1", "huvudsta").statusCode(201);
    }

    @Test
    void aKeyIsBounded() {
        add("k".repeat(256), "huvudsta")
                .statusCode(400)
                .body("violations[0].field", equalTo("Idempotency-Key"))
                .body("violations[0].in", equalTo("header"));
    }

    private ValidatableResponse add(String key, String slug) {
        return as(token)
                .header("Idempotency-Key", key)
                .body(Map.of("kind", "LOCAL_GROUP", "name", slug, "slug", slug))
                .post(in("solna", "/organizations"))
                .then();
    }

    private ValidatableResponse tokenWith(String key, Map<String, ?> wanted) {
        return as(token)
                .header("Idempotency-Key", key)
                .body(wanted)
                .post(in("solna", "/tokens"))
                .then();
    }
}
