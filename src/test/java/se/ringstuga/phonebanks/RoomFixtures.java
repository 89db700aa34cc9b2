package se.ringstuga.phonebanks;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** What tests of evenings say before they begin. */
@ApplicationScoped
class RoomFixtures {

    private static final NamedSql PERSON = NamedSql.of("""
            with p as (
              insert into person (organization_id, given_name, family_name, phone, phone_kind, birth_year, created_at, updated_at)
              select o.id, :given, 'Test',
                     '+467017406' || lpad(cast(5 + (select count(*) from person) as text), 2, '0'), 'MOBILE', 1980, :now, :now
              from organization o where o.slug = :slug returning organization_id, id)
            insert into membership (organization_id, person_id, joined_on) select organization_id, id, :joined from p
            returning person_id""");

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Transactional
    long person(String slug, String name) {
        return sql.first(
                        PERSON,
                        Map.of(
                                "slug",
                                slug,
                                "given",
                                name,
                                "now",
                                clock.instant(),
                                "joined",
                                LocalDate.of(2026, 11, 1)),
                        row -> row.number("person_id"))
                .orElseThrow();
    }

    long assignment(String token, String slug) {
        return given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body("{\"title\":\"Ring nya medlemmar\",\"target\":{\"type\":\"all\",\"filters\":[]}}")
                .post("/api/organizations/" + slug + "/call-assignments")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    @Transactional
    <T> T one(String statement, Function<Row, T> reader) {
        return sql.first(NamedSql.of(statement), Map.of(), reader).orElseThrow();
    }

    @Transactional
    long count(String statement) {
        return one(statement, row -> row.number("count"));
    }
}
