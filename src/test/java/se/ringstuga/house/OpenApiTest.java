package se.ringstuga.house;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

/** The committed document is what other tools were promised: a difference is reviewed by committing it. */
@QuarkusTest
class OpenApiTest extends ApiTest {

    private static final Path COMMITTED = Path.of("docs/openapi.yaml");
    private static final Path CURRENT = Path.of("target/openapi.yaml");

    @Test
    void theCommittedDocumentSaysWhatTheProductDoes() throws IOException {
        var current = given().get("/q/openapi").then().statusCode(200).extract().asString();
        Files.writeString(CURRENT, current);

        assertThat(Files.readString(COMMITTED))
                .as("the API changed: read the difference, then `cp %s %s` and commit it", CURRENT, COMMITTED)
                .isEqualTo(current);
    }
}
