package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** An organizer of Solna and a stranger from Malmö, and how they use the pages of events. */
@SuppressWarnings("NullAway.Init")
abstract class OrganizersOfEvents extends ApiTest {

    @Inject
    StaffFixtures staff;

    @Inject
    CalendarFixtures events;

    @Inject
    EventKinds kinds;

    @Inject
    EventLinks links;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    String asa;
    String stranger;
    String token;
    long kind;

    @BeforeEach
    void anAssociationAndAnother() {
        long solna = a.organization("solna");
        a.organization("malmo");
        token = a.token("solna");
        asa = staff.session(staff.staff("asa@example.org", "solna", Role.ORGANIZER));
        stranger = staff.session(staff.staff("mia@example.org", "malmo", Role.ADMINISTRATOR));
        kind = transactions.in(() -> kinds.usable(solna).getFirst().id());
    }

    Response get(String path) {
        return StaffFixtures.browser(asa).get(path);
    }

    String page(String path) {
        return get(path).then().statusCode(200).extract().asString();
    }

    Response post(String path, Map<String, String> form) {
        return StaffFixtures.post(StaffFixtures.browser(asa), path, form);
    }

    Map<String, String> form(String... differently) {
        var form = new HashMap<String, String>(Map.of(
                "key", "one",
                "kind", Long.toString(kind),
                "title", "Medlemsmöte",
                "text", "Vi ses **alla**.",
                "date", "2027-03-10",
                "from", "18.30",
                "to", "20.30",
                "place", "Folkets hus",
                "visibility", "PUBLIC",
                "closes", "DAY"));
        for (int i = 0; i < differently.length; i += 2) {
            form.put(differently[i], differently[i + 1]);
        }
        return form;
    }

    long saved() {
        return id(post("/o/solna/events/new", form()));
    }

    static long id(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        return Long.parseLong(answer.header("Location").replaceAll(".*/events/(\\d+).*", "$1"));
    }

    long person(String name, String phone) {
        return as(token)
                .body(Map.of("givenName", name, "familyName", "Ek", "phone", phone, "joinedOn", "2026-01-01"))
                .post(in("solna", "/people"))
                .jsonPath()
                .getLong("id");
    }

    String state(long event, long person) {
        return sql.first(
                        NamedSql.of("select state from sign_up where event_id = :event and person_id = :person"),
                        Map.of("event", event, "person", person),
                        row -> row.text("state"))
                .orElse("");
    }
}
