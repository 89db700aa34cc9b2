package se.ringstuga.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

@QuarkusTest
class IdempotencyTest extends ApiTest {

    @Inject
    IdempotencyRecords records;

    @Inject
    StaffFixtures staff;

    @Inject
    Sql sql;

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
    void onAPageTheSecondPressWaitsForTheFirst() throws Exception {
        var asa = staff.staff("asa@example.org", "solna", Role.ORGANIZER);
        long person = made("/people", Map.of("givenName", "Anna"));
        long tag = made("/tags", Map.of("title", "Ny"));
        var form = Map.of("person", String.valueOf(person), "tag", String.valueOf(tag), "key", "k1");
        var place = new IdempotencyRecords.Place(
                solna,
                "staff:" + asa,
                "POST",
                "/o/solna/people/tags",
                "k1 " + tag + ' ' + List.of(person).hashCode());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var browser = StaffFixtures.browser(staff.session(asa));
            var second = QuarkusTransaction.requiringNew().call(() -> {
                records.lock(place);
                var pressed = threads.submit(() -> StaffFixtures.post(browser, "/o/solna/people/tags", form));
                while (waiting() == 0) {
                    assertThat(pressed).isNotDone();
                }
                return pressed;
            });
            second.get().then().statusCode(200).body(containsString("1 fick etiketten Ny"));
        }
    }

    private long waiting() {
        return sql.first(
                        NamedSql.of("select count(*) as n from pg_locks where not granted"),
                        Map.of(),
                        row -> row.number("n"))
                .orElseThrow();
    }

    private long made(String path, Map<String, ?> body) {
        return as(token)
                .body(body)
                .post(in("solna", path))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
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
