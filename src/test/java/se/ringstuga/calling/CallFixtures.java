package se.ringstuga.calling;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** What tests of calls say before they begin: people with numbers, assignments over all of them, callers. */
@ApplicationScoped
class CallFixtures {

    static final String EVERYBODY = "{\"type\":\"all\",\"filters\":[]}";

    private static final NamedSql PERSON = NamedSql.of("""
            with p as (
              insert into person (organization_id, given_name, family_name, phone, phone_kind, alt_phone, alt_phone_kind,
                                  birth_year, created_at, updated_at)
              select id, :given, 'Test', cast(:phone as text), case when cast(:phone as text) is null then null else 'MOBILE' end,
                     cast(:alt as text), case when cast(:alt as text) is null then null else 'LANDLINE' end,
                     1980, :now, :now
              from organization where slug = :slug returning organization_id, id)
            insert into membership (organization_id, person_id, joined_on) select organization_id, id, :joined from p
            returning person_id""");

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Test numbers that belong to nobody: 070-174 06 05 to 99, then others of that series. */
    static String number(int index) {
        return index < 95 ? "+467017406%02d".formatted(index + 5) : "+46701%06d".formatted(index);
    }

    long person(String slug, String name, @Nullable String phone) {
        return person(slug, name, phone, null);
    }

    @Transactional
    long person(String slug, String name, @Nullable String phone, @Nullable String alt) {
        var parameters = new HashMap<String, Object>(
                Map.of("slug", slug, "given", name, "now", clock.instant(), "joined", LocalDate.of(2026, 11, 1)));
        parameters.put("phone", phone);
        parameters.put("alt", alt);
        return sql.first(PERSON, parameters, row -> row.number("person_id")).orElseThrow();
    }

    @Transactional
    int change(String statement, Map<String, ?> parameters) {
        return sql.update(NamedSql.of(statement), parameters);
    }

    @Transactional
    <T> List<T> query(String statement, Function<Row, T> reader) {
        return sql.list(NamedSql.of(statement), Map.of(), reader);
    }

    @Transactional
    long count(String statement) {
        return sql.first(NamedSql.of(statement), Map.of(), row -> row.number("count"))
                .orElseThrow();
    }

    /** Everybody in the organization, with members that differ from the defaults as JSON: {@code "\"maxAttempts\":1"}. */
    long assignment(String token, String slug, String more) {
        var body = "{\"title\":\"Ring alla\",\"target\":" + EVERYBODY + (more.isEmpty() ? "" : "," + more) + "}";
        return given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/organizations/" + slug + "/call-assignments")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    long caller(String token, String slug, long assignment) {
        return given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"Kim\"}")
                .post("/api/organizations/" + slug + "/call-assignments/" + assignment + "/callers")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }
}
