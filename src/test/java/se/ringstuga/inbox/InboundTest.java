package se.ringstuga.inbox;

import io.restassured.path.json.JsonPath;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.ApiTest;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.SendingFixtures;
import se.ringstuga.messaging.SmsReceived;
import se.ringstuga.messaging.sms.InboundSms;

/** Base of the tests of what people text: an association with a number that can be answered, and Anna. */
abstract class InboundTest extends ApiTest {

    static final String PHONE = "+46701740605";
    static final String SENDER = "+46701740699";
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final Instant NIGHT = Instant.parse("2026-11-20T23:30:00Z");

    @Inject
    Event<SmsReceived> received;

    @Inject
    SendingFixtures sending;

    @Inject
    Sql sql;

    String token = "";
    long anna;
    private int told;

    @BeforeEach
    void anAssociationThatCanBeAnswered() {
        clock.set(NOON);
        a.organization("solna");
        token = a.token("solna");
        sender("solna", token, SENDER);
        anna = person("Anna", Map.of("phone", PHONE));
    }

    void sender(String slug, String with, String address) {
        as(with).body(Map.of("address", address, "perSecond", 1000))
                .post(in(slug, "/sms-senders"))
                .then()
                .statusCode(201);
    }

    long person(String name, Map<String, String> fields) {
        return person("solna", token, name, fields);
    }

    long person(String slug, String with, String name, Map<String, String> fields) {
        var body = new HashMap<String, Object>(Map.of("givenName", name, "familyName", "Ek"));
        body.putAll(fields);
        return as(with).body(body)
                .post(in(slug, "/people"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    InboundSms sms(String from, String text) {
        return new InboundSms("twilio", "SM" + ++told, from, SENDER, text);
    }

    void comes(String from, String text) {
        tell(sms(from, text));
    }

    void tell(InboundSms sms) {
        sending.inTransaction(() -> received.fire(new SmsReceived(sms)));
    }

    void sendAll() {
        sending.sendAll();
    }

    List<String> arrived() {
        return sql.list(NamedSql.of("select text from sandbox_sms order by id"), Map.of(), row -> row.text("text"));
    }

    /** Sent now, and why not. */
    String reason(long person) {
        var message = as(token)
                .body(Map.of("personId", person, "channel", "SMS", "text", "Hej", "purpose", "REQUESTED"))
                .post(in("solna", "/messages"))
                .jsonPath();
        var reason = message.getString("reason");
        return reason == null ? "none" : reason;
    }

    JsonPath inbox(String state) {
        return as(token).get(in("solna", "/inbox?state=" + state)).jsonPath();
    }

    /** What was done with the person, as it stands in the access log. */
    List<String> read(long person) {
        return sql.list(
                NamedSql.of("select action from access_log where :person = any (person_ids) order by at"),
                Map.of("person", person),
                row -> row.text("action"));
    }
}
