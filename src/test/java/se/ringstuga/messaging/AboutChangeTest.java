package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;

/** A meeting is moved or cancelled when nothing is left of the budget (rule 23). */
@QuarkusTest
class AboutChangeTest extends SmsCostTest {

    @Inject
    StaffFixtures staff;

    private long bo;

    @BeforeEach
    void nothingIsLeft() {
        bo = person("Bo", 30);
        budget(0, 0);
    }

    private Map<String, Object> moved(String purpose) {
        var wanted = broadcast("Mötet är flyttat");
        wanted.put("purpose", purpose);
        wanted.put("aboutChange", true);
        return wanted;
    }

    private ValidatableResponse change(long broadcast, Map<String, ?> changes) {
        return as(token)
                .body(changes)
                .patch(in("solna", "/broadcasts/" + broadcast))
                .then();
    }

    @Test
    void whatTellsOfAMovedMeetingIsApprovedAndSent() {
        act(draft(broadcast("Kallelse")), "approval")
                .statusCode(409)
                .body("type", endsWith("/problems/budget-exceeded"));

        act(draft(moved("NOTICE")), "approval")
                .statusCode(200)
                .body("aboutChange", equalTo(true))
                .body("account.waiting", equalTo(1));
        clock.advance(Duration.ofMinutes(2));
        sendAll();

        assertThat(arrived()).containsExactly("Mötet är flyttat");
        spent().body("day.spent", equalTo(0.5f));
    }

    @Test
    void oneMessageThatTellsOfItIsSentToo() {
        single(bo, "Allt annat").statusCode(201);
        for (var purpose : new String[] {"NOTICE", "REMINDER"}) {
            as(token)
                    .body(Map.of(
                            "personId",
                            bo,
                            "channel",
                            "SMS",
                            "text",
                            "Inställt: " + purpose,
                            "purpose",
                            purpose,
                            "aboutChange",
                            true))
                    .post(in("solna", "/messages"))
                    .then()
                    .statusCode(201);
        }
        sendAll();

        assertThat(arrived()).containsExactlyInAnyOrder("Inställt: NOTICE", "Inställt: REMINDER");
    }

    @Test
    void whatIsSentAgainStillTellsOfIt() {
        var wanted = moved("NOTICE");
        wanted.put("text", "Mötet är flyttat [REFUSED]");
        var broadcast = draft(wanted);
        act(broadcast, "approval").statusCode(200);
        clock.advance(Duration.ofMinutes(2));
        sendAll();
        long failed = as(token)
                .get(in("solna", "/broadcasts/" + broadcast + "/messages?state=FAILED"))
                .jsonPath()
                .getLong("items[0].id");

        staff.browserOf("asa@example.org", "solna", Role.ORGANIZER)
                .post(in("solna", "/messages/" + failed + "/resend"))
                .then()
                .statusCode(201);
        assertThat(sql.first(
                        NamedSql.of(
                                "select beyond_budget from message where replaced_by is null and source = 'BROADCAST'"),
                        Map.of(),
                        row -> row.is("beyond_budget")))
                .contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INFORMATION", "WELCOME"})
    void nothingElseIsSaidToTellOfIt(String purpose) {
        as(token)
                .body(moved(purpose))
                .post(in("solna", "/broadcasts"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("aboutChange"));
        as(token)
                .body(Map.of("personId", bo, "channel", "SMS", "text", "Hej", "purpose", purpose, "aboutChange", true))
                .post(in("solna", "/messages"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("aboutChange"));
    }

    @Test
    void aDraftGoesOnTellingOfItUntilItIsSomethingElse() {
        var draft = draft(moved("NOTICE"));
        change(draft, Map.of("text", "Mötet är inställt")).statusCode(200).body("aboutChange", equalTo(true));
        change(draft, Map.of("purpose", "INFORMATION")).statusCode(200).body("aboutChange", equalTo(false));
        change(draft, Map.of("aboutChange", true)).statusCode(400).body("violations[0].field", equalTo("aboutChange"));
    }
}
