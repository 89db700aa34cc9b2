package se.ringstuga.accounts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.http.Assets;

@QuarkusTest
class DenyByDefaultTest extends ApiTest {

    @Test
    void everyMethodSaysWhomItIsFor() {
        var product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("se.ringstuga");

        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .and()
                .areNotDeclaredIn(Assets.class)
                .should(sayWhomTheyAreFor())
                .check(product);
        assertThat(product.stream().flatMap(type -> type.getMethods().stream()).filter(this::answers))
                .hasSizeGreaterThan(20);
    }

    @Test
    void aMethodThatForgotAnswersNobody() {
        a.organization("solna");

        as(a.token("solna"))
                .get(in("solna", "/forgotten-annotation-of-a-test"))
                .then()
                .statusCode(403)
                .body("type", endsWith("/problems/forbidden"));
    }

    private boolean answers(JavaMethod method) {
        return method.isMetaAnnotatedWith(HttpMethod.class);
    }

    /** Below /api a right or nobody's; a page also anybody who is signed in. */
    private static ArchCondition<JavaMethod> sayWhomTheyAreFor() {
        return new ArchCondition<>("say whom they are for") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var api = method.getOwner()
                        .tryGetAnnotationOfType(Path.class)
                        .map(Path::value)
                        .orElse("")
                        .startsWith("/api");
                var said = method.isAnnotatedWith(Requires.class)
                        || method.isAnnotatedWith(OpenToAll.class)
                        || (!api && method.isAnnotatedWith(SignedIn.class));
                if (!said) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " says nothing"));
                }
            }
        };
    }
}
