package se.ringstuga.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

@QuarkusTest
class FirstStartTest extends ApiTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @Inject
    FirstStart firstStart;

    @Inject
    AdministratorReset reset;

    @Inject
    StaffFixtures staff;

    @Test
    void theFirstStartMakesTheOrganizationAndATokenWithEveryScope() {
        assertThat(bootstrap(TOKEN, "solna")).isPresent();

        as(TOKEN).get(in("solna", "")).then().statusCode(200).body("slug", equalTo("solna"));
        as(TOKEN)
                .get(in("solna", "/tokens"))
                .then()
                .statusCode(200)
                .body("items[0].scopes", hasSize(Permission.values().length));
    }

    @Test
    void laterStartsIgnoreIt() {
        bootstrap(TOKEN, "solna");

        assertThat(bootstrap("another-token-of-at-least-32-signs", "boras")).isEmpty();
        as(TOKEN).get(in("boras", "")).then().statusCode(404);
        as("another-token-of-at-least-32-signs").get(in("solna", "")).then().statusCode(401);
    }

    @Test
    void twoInstancesThatStartTogetherMakeOne() throws Exception {
        List<Callable<Optional<String>>> starts = List.of(
                () -> bootstrap(TOKEN, "solna"), () -> bootstrap(TOKEN, "solna"), () -> bootstrap(TOKEN, "solna"));
        try (var threads = Executors.newFixedThreadPool(starts.size())) {
            for (var start : threads.invokeAll(starts)) {
                start.get();
            }
        }

        as(TOKEN).get(in("solna", "/tokens")).then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void theTokenWorksAsLongAsNobodyAdministers() {
        bootstrap(TOKEN, "solna");
        clock.advance(Duration.ofDays(400));

        as(TOKEN).get(in("solna", "")).then().statusCode(200);
        staff.staff("olle@example.org", "solna", Role.ORGANIZER);
        as(TOKEN).get(in("solna", "")).then().statusCode(200);
        staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR);
        as(TOKEN).get(in("solna", "")).then().statusCode(401);
    }

    @Test
    void theTokenWorksForADayBesideAnAdministrator() {
        bootstrap(TOKEN, "solna");
        staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR);

        clock.advance(Duration.ofHours(24).minusSeconds(1));
        as(TOKEN).get(in("solna", "")).then().statusCode(200);
        clock.advance(Duration.ofSeconds(1));
        as(TOKEN).get(in("solna", "")).then().statusCode(401);
    }

    @Test
    void aWeakTokenOrAnImpossibleNameStopsTheStart() {
        assertThatThrownBy(() -> bootstrap("too short", "solna")).hasMessageContaining("at least 32 characters");
        assertThatThrownBy(() -> bootstrap(TOKEN, "Solna!")).hasMessageContaining("RINGSTUGA_BOOTSTRAP_ORGANIZATION");
        assertThatThrownBy(() -> firstStart.run(Optional.of(TOKEN), Optional.empty()))
                .hasMessageContaining("RINGSTUGA_BOOTSTRAP_ORGANIZATION");
        assertThatThrownBy(() -> firstStart.run(Optional.empty(), Optional.of("solna")))
                .hasMessageContaining("RINGSTUGA_BOOTSTRAP_TOKEN");
    }

    @Test
    void withoutATokenALinkIsPrintedUntilSomebodyAdministers() {
        assertThat(firstStart.run(Optional.empty(), Optional.empty()))
                .get()
                .asString()
                .contains("/links/");
        assertThat(firstStart.run(Optional.empty(), Optional.empty())).isPresent();

        a.organization("solna");
        staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR);
        assertThat(firstStart.run(Optional.empty(), Optional.empty())).isEmpty();
    }

    @Test
    void theServerPrintsALinkForAnAdministratorWhoLostEverything() {
        a.organization("solna");
        staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR);

        assertThat(reset.run("Anna@Example.org")).contains("/links/");
        assertThat(reset.run("nobody@example.org"))
                .contains("nobody of the staff")
                .doesNotContain("/links/");
    }

    @Test
    void theSetUpMakesTheOrganizationAndItsFirstAdministratorOnce() {
        var first = path(firstStart.run(Optional.empty(), Optional.empty()).orElseThrow());
        var second = path(firstStart.run(Optional.empty(), Optional.empty()).orElseThrow());
        var form = Map.of("email", "Cilla@Example.org", "organization", "Nacka", "slug", "nacka");
        staff.complete(first, Map.of("email", "x", "organization", "", "slug", "N"))
                .then()
                .statusCode(400);

        var done = staff.complete(first, form);
        done.then().statusCode(200);
        StaffFixtures.browser(done.getCookie("ringstuga"))
                .get(in("nacka", "/staff"))
                .then()
                .statusCode(200)
                .body("email", equalTo(List.of("cilla@example.org")));
        staff.complete(second, Map.of("email", "eve@example.org")).then().statusCode(404);
    }

    private static String path(String text) {
        return text.substring(text.indexOf("/links/")).strip();
    }

    private Optional<String> bootstrap(String token, String organization) {
        return firstStart.run(Optional.of(token), Optional.of(organization));
    }
}
