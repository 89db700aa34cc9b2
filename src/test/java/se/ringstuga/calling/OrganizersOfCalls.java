package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** Base of the tests of organizers' pages about calls: Åsa is signed in. */
@SuppressWarnings("NullAway.Init")
abstract class OrganizersOfCalls extends CallTest {

    static final String LISTS = "/o/solna/call-assignments";

    @Inject
    StaffFixtures staff;

    String asa;

    @BeforeEach
    void anOrganizer() {
        asa = staff.session(staff.staff("asa@example.org", SOLNA, Role.ORGANIZER));
    }

    static String list(long assignment) {
        return LISTS + "/" + assignment;
    }

    RequestSpecification browser() {
        return StaffFixtures.browser(asa);
    }

    Response get(String path) {
        return browser().get(path);
    }

    String page(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.asString();
    }

    String inEnglish(String path) {
        return browser().header("Accept-Language", "en").get(path).asString();
    }

    Response post(String path, Map<String, String> form) {
        return StaffFixtures.post(browser(), path, form);
    }

    long callerNamed(String name) {
        return calls.query("select id, name from caller", row -> Map.entry(row.text("name"), row.number("id"))).stream()
                .filter(caller -> caller.getKey().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
