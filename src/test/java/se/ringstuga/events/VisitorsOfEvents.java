package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.CodeSending;

/** Base of the tests about those who sign up on the public page: an open meeting, and what visitors do there. */
@SuppressWarnings("NullAway.Init")
abstract class VisitorsOfEvents extends ApiTest {

    static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    @Inject
    CalendarFixtures events;

    @Inject
    CodeSending codes;

    @Inject
    Consents consents;

    @Inject
    SignUpRequests requests;

    @Inject
    Sql sql;

    String token;
    long event;

    @BeforeEach
    void aPublicMeeting() {
        a.organization("solna");
        token = a.token("solna");
        as(token).body(Map.of("address", "Solna", "perSecond", 1000)).post(in("solna", "/sms-senders"));
        event = events.event("solna", "Öppet möte")
                .with("needs", "CHILDCARE,FOOD")
                .save();
    }

    long person(String name, String phone, String email) {
        return as(token)
                .body(Map.of("givenName", name, "familyName", "Ek", "phone", phone, "email", email))
                .post(in("solna", "/people"))
                .jsonPath()
                .getLong("id");
    }

    Response ask(String name, String address, String... more) {
        var form = new HashMap<>(Map.of("name", name, "address", address));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return StaffFixtures.post(StaffFixtures.visitor(), "/a/solna/events/" + event, form);
    }

    static String path(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        return answer.header("Location").replaceAll(".*?(/a/.*)", "$1");
    }

    static Response confirm(String path, String code) {
        return StaffFixtures.post(StaffFixtures.visitor(), path, Map.of("code", code));
    }

    /** What arrived, the latest first. */
    List<String> arrived() {
        codes.send();
        return sql.list(
                NamedSql.of("select text from (select id, text, at from sandbox_sms union all select id, text, at from"
                        + " sandbox_email) x order by at desc, id desc"),
                Map.of(),
                row -> row.text("text"));
    }

    String code() {
        var found = CODE.matcher(arrived().getFirst());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    List<String> comers() {
        return sql.list(
                NamedSql.of(
                        "select coalesce(guest_name || ' ' || guest_address, 'person ' || person_id) || ' ' || state"
                                + " as who from sign_up order by id"),
                Map.of(),
                row -> row.text("who"));
    }
}
