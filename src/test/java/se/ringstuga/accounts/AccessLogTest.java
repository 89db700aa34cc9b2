package se.ringstuga.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

@QuarkusTest
class AccessLogTest extends ApiTest {

    @Inject
    AccessLog log;

    @Inject
    AccessLogPartitions partitions;

    @Inject
    EntityManager entities;

    private long solna;
    private long huvudsta;
    private long boras;

    @BeforeEach
    void twoTrees() {
        solna = a.organization("solna");
        huvudsta = a.organizationBelow("solna", "huvudsta");
        boras = a.organization("boras");
    }

    @Test
    void administratorsReadWhoSawAPersonNewestFirst() {
        record(solna, "person.read", 5);
        clock.advance(Duration.ofMinutes(1));
        record(huvudsta, "person.changed", 5, 6);
        record(boras, "person.read", 5);
        record(solna, "person.read", 7);

        as(a.token("solna"))
                .get(in("solna", "/access-log?personId=5"))
                .then()
                .statusCode(200)
                .body("items.action", equalTo(List.of("person.changed", "person.read")))
                .body("items[0].actor", equalTo("caller:12"))
                .body("items[0].personIds", equalTo(List.of(5, 6)))
                .body("next", nullValue());
        as(a.token("huvudsta"))
                .get(in("huvudsta", "/access-log"))
                .then()
                .body("items.action", equalTo(List.of("person.changed")));
    }

    @Test
    void readingTheLogIsInTheLog() {
        var token = a.token("solna");
        as(token).get(in("solna", "/access-log?personId=5")).then().statusCode(200);

        as(token)
                .get(in("solna", "/access-log"))
                .then()
                .body("items[0].action", equalTo("access-log.read"))
                .body("items[0].subject", equalTo("person:5"));
    }

    @Test
    void pagesFollowEachOther() {
        for (int i = 0; i < 3; i++) {
            record(solna, "person.read", i);
        }
        var token = a.token("solna");
        var first = as(token).get(in("solna", "/access-log?limit=2"));
        first.then().body("items", hasSize(2));

        as(token)
                .get(in("solna", "/access-log?limit=2&cursor=" + first.path("next")))
                .then()
                .body("items.personIds.flatten()", equalTo(List.of(0)));
    }

    @Test
    void onlyAdministratorsReadIt() {
        as(a.token("solna", Permission.STAFF_MANAGE))
                .get(in("solna", "/access-log"))
                .then()
                .statusCode(403);
        as(a.token("solna", Permission.PEOPLE_READ))
                .get(in("solna", "/access-log"))
                .then()
                .statusCode(403);
        as(a.token("solna")).get(in("boras", "/access-log")).then().statusCode(404);
        as(a.token("solna"))
                .get(in("solna", "/access-log?personId=five"))
                .then()
                .statusCode(400);
        given().get(in("solna", "/access-log")).then().statusCode(401);
    }

    @Test
    void aRequestThatSawManyIsSplit() {
        record(solna, "people.list", LongStream.range(0, 2001).toArray());

        as(a.token("solna"))
                .get(in("solna", "/access-log"))
                .then()
                .body("items", hasSize(3))
                .body("items.personIds.flatten().size()", equalTo(2001));
    }

    @Test
    void nothingIsEverChangedOrTakenOut() {
        record(solna, "person.read", 5);

        assertThatThrownBy(() -> run("delete from access_log")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> run("update access_log set actor = 'staff:1'")).hasMessageContaining("append-only");
    }

    @Test
    void eachMonthHasItsPartitionAhead() {
        clock.set(Instant.parse("2031-11-24T17:00:00Z"));
        partitions.ensure();
        partitions.ensure();
        clock.set(Instant.parse("2032-01-31T23:59:59Z"));
        record(solna, "person.read", 5);

        assertThat(count("access_log_2031_11")).isZero();
        assertThat(count("access_log_2032_01")).isOne();
        assertThatThrownBy(() -> run("delete from access_log_2032_01")).hasMessageContaining("append-only");
    }

    @Test
    void aMonthThatBeganWithoutAPartitionStaysWhereItIs() {
        clock.set(Instant.parse("2033-05-02T00:00:00Z"));
        record(solna, "person.read", 5);
        partitions.ensure();

        assertThat(count("access_log_rest")).isOne();
        assertThat(count("access_log_2033_06")).isZero();
    }

    private void record(long organization, String action, long... people) {
        var entry =
                new AccessLog.Entry(action, null, LongStream.of(people).boxed().toList());
        QuarkusTransaction.requiringNew().run(() -> log.record(organization, new Actor(Actor.Kind.CALLER, 12), entry));
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }

    private long count(String table) {
        return ((Number) entities.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue();
    }
}
