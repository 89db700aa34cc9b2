package se.ringstuga.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

@QuarkusTest
class ImportRacesTest extends ApiTest {

    @Inject
    StoredRows rows;

    @Inject
    RegisteredPeople registered;

    @Inject
    MembershipsEndedWitness witness;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private long solna;
    private String token;

    @BeforeEach
    void anAssociation() {
        solna = a.organization("solna");
        token = a.token("solna");
        witness.failNext(false);
    }

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void importsAtOnceAreDoneOneAfterTheOtherAndNobodyIsDoubled() throws Exception {
        String file = register(500);
        Callable<JsonPath> task = () -> imported("", file);
        var answers = threads.invokeAll(List.of(task, task, task, task));

        int created = 0;
        for (Future<JsonPath> answer : answers) {
            var figures = answer.get(60, TimeUnit.SECONDS);
            created += figures.getInt("created");
            assertThat(figures.getInt("created")
                            + figures.getInt("updated")
                            + figures.getInt("unchanged")
                            + figures.getInt("rejected"))
                    .isEqualTo(figures.getInt("rows"))
                    .isEqualTo(500);
        }
        assertThat(created).isEqualTo(500);
        assertThat(rows.count("person")).isEqualTo(500);
        assertThat(rows.count("membership")).isEqualTo(500);
    }

    @Test
    void anEditWaitsForTheImportUnderWayAndIsNeitherLostNorRefused() throws Exception {
        imported("", register(1));
        long id = Long.parseLong(rows.value("select id from person"));
        var edits = QuarkusTransaction.requiringNew().call(() -> {
            registered.lock(solna);
            var waiting = List.of(
                    threads.submit(() -> status("patch", "/people/" + id, "{\"city\": \"Solna\"}")),
                    threads.submit(() -> status("put", "/people/by-external-id/1", "{\"street\": \"Storgatan 1\"}")));
            rows.awaitWaiting(2);
            rows.change("update person set given_name = 'Ny', version = version + 1");
            return waiting;
        });

        for (Future<Integer> edit : edits) {
            assertThat(edit.get(30, TimeUnit.SECONDS)).isEqualTo(200);
        }
        assertThat(rows.value("select given_name || ' ' || city || ' ' || street from person"))
                .isEqualTo("Ny Solna Storgatan 1");
    }

    @Test
    void findOrCreateAtOnceMakesOnePerson() throws Exception {
        Callable<Integer> task = () -> status("post", "/people/find-or-create", "{\"email\": \"asa@example.org\"}");
        var statuses = threads.invokeAll(List.of(task, task, task, task));

        int created = 0;
        for (Future<Integer> status : statuses) {
            created += status.get(30, TimeUnit.SECONDS) == 201 ? 1 : 0;
        }
        assertThat(created).isEqualTo(1);
        assertThat(rows.count("person")).isEqualTo(1);
    }

    @Test
    void endedMembershipsAreToldInTheSameTransaction() {
        imported("", register(3));
        int id = imported("?complete=true", register(1)).getInt("id");

        end(id).statusCode(200).body("ended", equalTo(2));

        assertThat(witness.seenAsEnded()).hasSize(2);
    }

    @Test
    void noMembershipEndsWhenSomebodyCannotFollow() {
        imported("", register(3));
        int id = imported("?complete=true", register(1)).getInt("id");
        witness.failNext(true);

        end(id).statusCode(500);

        assertThat(rows.count("membership where left_on is not null")).isZero();
        witness.failNext(false);
        end(id).statusCode(200).body("ended", equalTo(2));
    }

    private static String register(int people) {
        return IntStream.rangeClosed(1, people)
                .mapToObj(i -> i + ";Person" + i + ";Ek;p" + i + "@example.org\n")
                .collect(Collectors.joining("", "Medlemsnummer;Förnamn;Efternamn;E-post\n", ""));
    }

    private JsonPath imported(String query, String file) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("text/csv; charset=utf-8")
                .body(file)
                .post(in("solna", "/people/imports" + query))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private int status(String method, String path, String body) {
        return as(token).body(body).request(method, in("solna", path)).statusCode();
    }

    private ValidatableResponse end(int id) {
        return as(token)
                .body("{\"count\": 2}")
                .post(in("solna", "/people/imports/" + id + "/ended-memberships"))
                .then();
    }
}
