package se.ringstuga.accounts;

import static org.hamcrest.Matchers.containsString;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

@QuarkusTest
class StaffAccountsTest extends ApiTest {

    @Inject
    StaffAccounts accounts;

    @Test
    void outsideTheDemonstrationAnAccountWithoutASecondFactorCannotSignIn() {
        var solna = a.organization("solna");
        var wanted = new StaffAccounts.NewStaff(
                "demo@example.org", "Demo", StaffFixtures.PASSWORD, solna, Role.ADMINISTRATOR);
        QuarkusTransaction.requiringNew().run(() -> accounts.create(wanted));

        StaffFixtures.post(
                        StaffFixtures.visitor(),
                        "/sign-in",
                        Map.of("email", "demo@example.org", "password", StaffFixtures.PASSWORD))
                .then()
                .statusCode(400)
                .body(containsString("Kontot saknar kod"));
    }
}
