package se.ringstuga.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.junit.jupiter.api.Test;
import se.ringstuga.http.Idempotency;

/** Pins what docs/architecture.md says about packages; a change here is a decision of its own. */
class ArchitectureTest {

    /** Bottom to top: a feature uses only those before it. */
    private static final List<String> ORDER = List.of(
            "time",
            "database",
            "http",
            "organizations",
            "accounts",
            "fence",
            "people",
            "contact",
            "preferences",
            "surveys",
            "segments",
            "messaging",
            "inbox",
            "webhooks",
            "events",
            "reminders",
            "calling",
            "phonebanks",
            "automations",
            "goals",
            "jobs",
            "demo");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("se.ringstuga");

    @Test
    void featuresFormNoCycle() {
        slices().matching("se.ringstuga.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void aFeatureUsesOnlyThoseBelowIt() {
        classes()
                .that()
                .resideInAPackage("se.ringstuga.*..")
                .should(dependDownwardsOnly())
                .check(PRODUCT);
    }

    @Test
    void whateverHonoursAnIdempotencyKeySaysSoInTheDocument() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .should(sayWhetherTheyHonourAKey())
                .check(PRODUCT);
    }

    private static ArchCondition<JavaMethod> sayWhetherTheyHonourAKey() {
        return new ArchCondition<>(
                "carry @Parameter(ref = Idempotency.HEADER) exactly when they call Idempotency.once") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean honours = method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Idempotency.class)
                                && call.getName().equals("once"));
                boolean says = method.isAnnotatedWith(Parameter.class)
                        && method.getAnnotationOfType(Parameter.class).ref().equals(Idempotency.HEADER);
                if (honours != says) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                }
            }
        };
    }

    @Test
    void nothingAsksForTheTimeWithoutAClock() {
        var clockless = noClasses().should().callMethod(Instant.class, "now");
        for (var type : List.of(
                LocalDate.class, LocalTime.class, LocalDateTime.class, ZonedDateTime.class, OffsetDateTime.class)) {
            clockless = clockless.orShould().callMethod(type, "now");
        }
        clockless.orShould().callMethod(System.class, "currentTimeMillis").check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackage("se.ringstuga.time")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(PRODUCT);
    }

    @Test
    void findersOfPanacheStayInRepositories() {
        noClasses()
                .that()
                .areNotAssignableTo(PanacheRepositoryBase.class)
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "a finder that a repository inherits", ArchitectureTest::isInheritedFinder))
                .check(PRODUCT);
    }

    @Test
    void noEntityStandsInARestSignature() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .should(nameNoEntity())
                .check(PRODUCT);
    }

    @Test
    void theSmsProviderIsKnownInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("se.ringstuga.messaging.sms..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.twilio..")
                .check(PRODUCT);
    }

    private static boolean isInheritedFinder(JavaMethodCall call) {
        var inherited = Arrays.stream(PanacheRepositoryBase.class.getMethods())
                .map(Method::getName)
                .filter(name -> name.matches("find.*|list.*|stream.*|count|update|delete.*"))
                .anyMatch(call.getName()::equals);
        var declared = call.getTargetOwner().getMethods().stream()
                .anyMatch(m -> m.getName().equals(call.getName()));
        return inherited && !declared && call.getTargetOwner().isAssignableTo(PanacheRepositoryBase.class);
    }

    private static ArchCondition<JavaClass> dependDownwardsOnly() {
        return new ArchCondition<>("depend on features below only") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                origin.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> rank(dependency.getTargetClass()) > rank(origin))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(origin, dependency.getDescription())));
            }
        };
    }

    private static int rank(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith("se.ringstuga.")) {
            return -1;
        }
        var feature = name.substring("se.ringstuga.".length()).replaceAll("\\..*", "");
        var rank = ORDER.indexOf(feature);
        if (rank < 0) {
            throw new AssertionError("package " + feature + " has no place in the order of features");
        }
        return rank;
    }

    private static ArchCondition<JavaMethod> nameNoEntity() {
        return new ArchCondition<>("name no entity") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAllInvolvedRawTypes().stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " shows the entity " + type.getName())));
            }
        };
    }
}
