package se.ringstuga.automations;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportOutlookTest extends AutomationTest {

    private static final String HEADER = "Medlemsnummer;Förnamn;Efternamn;Mobil;E-post;Inträdesdatum\n";

    @Test
    void aDryRunTellsHowManyAreWelcomedTonightAndHowManyAreTooOld() {
        at(Instant.parse("2026-11-20T17:30:00Z"));
        activate(welcome(), map("existing", "FROM_NOW")).statusCode(200);
        var register = HEADER
                + IntStream.range(5, 35)
                        .mapToObj(number -> member(number, "Anna" + number, number < 19 ? 2 : 400))
                        .collect(Collectors.joining("\n"));

        imports(register, "?dryRun=true")
                .statusCode(200)
                .body("consequences", hasSize(1))
                .body("consequences[0].people", equalTo(14))
                .body("consequences[0].leftOut", equalTo(16))
                .body("consequences[0].text", equalTo("14 får välkomst-SMS i kväll, 16 är för gamla"));
        imports(register, "").statusCode(200).body("consequences[0].people", equalTo(14));
    }

    @Test
    void whoHasNoMobileIsNotCountedAmongThoseWhoGetAnSms() {
        at(Instant.parse("2026-11-20T17:30:00Z"));
        activate(welcome(), map("existing", "FROM_NOW")).statusCode(200);
        var register = HEADER + member(5, "Anna", 2) + "\n6;Bo;Ek;;bo@example.org;" + today() + "\n";

        imports(register, "?dryRun=true")
                .statusCode(200)
                .body("consequences[0].people", equalTo(2))
                .body("consequences[0].text", equalTo("1 får välkomst-SMS i kväll, 1 saknar mobilnummer"));
    }

    @Test
    void withoutAWelcomeNothingComesOfIt() {
        imports(HEADER + member(5, "Anna", 0), "?dryRun=true").statusCode(200).body("consequences", hasSize(0));
    }
}
