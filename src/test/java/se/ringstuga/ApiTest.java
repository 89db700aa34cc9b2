package se.ringstuga;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** Base of the tests that speak HTTP to the whole application on a real PostgreSQL: clean tables, a clock at rest. Annotate the subclass with {@code @QuarkusTest}. */
@QuarkusTestResource(TestDatabase.class)
public abstract class ApiTest {

    /** Builds what a test needs: {@code a.organization("solna")}, {@code a.token("solna")}. */
    @Inject
    protected Fixtures a;

    @Inject
    protected MovableClock clock;

    @BeforeEach
    void cleanTables() {
        clock.reset();
        a.emptyAllTables();
    }

    /** A request as a tool that carries this token. */
    protected RequestSpecification as(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    /** The address of something in an organization: {@code in("solna", "/people")}. */
    protected String in(String slug, String path) {
        return "/api/organizations/" + slug + path;
    }
}
