package se.ringstuga.messaging;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;

/** A message of which more became known than is shown at once: what is new is what somebody looks for. */
@QuarkusTest
class LongHistoryTest extends BroadcastTest {

    private static final Pattern SEEN = Pattern.compile("/now\\?seen=([^\"]+)\"");

    @Inject
    StaffFixtures staff;

    private long message;
    private String page;

    @BeforeEach
    void aMessageThatTheProviderPutOffForDays() {
        var anna = person("Anna", "+46701740605");
        message = as(token)
                .body(Map.of("personId", anna, "channel", "SMS", "purpose", "REQUESTED", "text", "Hej"))
                .post(in(SOLNA, "/messages"))
                .jsonPath()
                .getLong("id");
        page = "/o/solna/messages/" + message;
        putOff(200);
    }

    private void putOff(int times) {
        sql.update(NamedSql.of("""
                insert into message_event (organization_id, message_id, attempt, at, source, status, code)
                select m.organization_id, m.id, n, cast(:now as timestamptz) + n * interval '1 minute', 'dispatcher', 'QUEUED', 'sandbox-busy'
                from message m cross join generate_series(1, cast(:times as int)) n where m.id = :id"""), Map.of("now", clock.instant(), "times", times, "id", message));
    }

    private RequestSpecification browser() {
        return staff.browserOf("asa@example.org", SOLNA, Role.ORGANIZER);
    }

    @Test
    void itsLatestEventsAreToldInTheirOrder() {
        sendAll();

        as(token)
                .get(in(SOLNA, "/messages/" + message))
                .then()
                .body("state", equalTo("DELIVERED"))
                .body("events", hasSize(200))
                .body("events[197].attempt", equalTo(200))
                .body("events[198].status", equalTo("ACCEPTED"))
                .body("events[199].status", equalTo("DELIVERED"));
    }

    @Test
    void itsPageGoesOnMoving() {
        var browser = browser();
        var mark = SEEN.matcher(browser.get(page).asString());
        mark.find();
        var seen = page + "/now?seen=" + mark.group(1);
        browser.get(seen).then().statusCode(204);

        clock.advance(Duration.ofHours(5));
        putOff(1);
        browser.get(seen).then().statusCode(200).body(containsString("försök"));
    }
}
