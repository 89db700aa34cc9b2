package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.ApiTest;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.gateway.ProviderEvent;

/** What a provider says of a number holds for everyone who has it. */
@QuarkusTest
class RefusalsTest extends ApiTest {

    private static final String PHONE = "+46701740605";

    @Inject
    Dispatcher dispatcher;

    @Inject
    HookReader hooks;

    @Inject
    ProviderNews news;

    @Inject
    UserTransaction transaction;

    @Inject
    Sql sql;

    private String token;
    private long anna;

    @BeforeEach
    void anAssociationThatCanSend() {
        clock.set(Instant.parse("2026-11-20T12:00:00Z"));
        a.organization("solna");
        token = a.token("solna");
        anna = person("Anna", Map.of("phone", PHONE));
        sender("solna", token);
    }

    private void sender(String slug, String with) {
        as(with).body(Map.of("address", "+46701740699", "perSecond", 1000))
                .post(in(slug, "/sms-senders"))
                .then()
                .statusCode(201);
    }

    private long person(String name, Map<String, String> numbers) {
        return person("solna", token, name, numbers);
    }

    private long person(String slug, String with, String name, Map<String, String> numbers) {
        var body = new HashMap<String, Object>(Map.of("givenName", name, "familyName", "Ek"));
        body.putAll(numbers);
        return as(with).body(body)
                .post(in(slug, "/people"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private long send(long person, String text) {
        return send("solna", token, person, text);
    }

    private long send(String slug, String with, long person, String text) {
        var id = as(with).body(Map.of("personId", person, "channel", "SMS", "text", text, "purpose", "REQUESTED"))
                .post(in(slug, "/messages"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        while (dispatcher.sendOneBatch()) {
            // Until nothing is due.
        }
        hooks.read();
        return id;
    }

    private void tell(long message, DeliveryStatus status, String code) throws Exception {
        transaction.begin();
        news.apply(List.of(new ProviderEvent("twilio", "SM" + message, message, 1, status, code, null, null)));
        transaction.commit();
    }

    private String reason(long message) {
        return as(token).get(in("solna", "/messages/" + message)).jsonPath().getString("reason");
    }

    private List<String> decisions(long person) {
        return sql.list(
                NamedSql.of("select decision || ' ' || source as said from contact_consent where person_id = :person"),
                Map.of("person", person),
                row -> row.text("said"));
    }

    @Test
    void whoeverStoppedTheSenderAtTheProviderIsNeverWrittenToAgainNorAnybodyElseOnTheNumber() {
        var bo = person("Bo", Map.of("altPhone", PHONE));
        send(anna, "Hej [STOPPED]");

        assertThat(decisions(anna)).containsExactly("WITHDRAWN provider");
        assertThat(decisions(bo)).containsExactly("WITHDRAWN provider");
        assertThat(reason(send(anna, "Hej"))).isEqualTo("OPTED_OUT");
        assertThat(reason(send(person("Cilla", Map.of("phone", PHONE)), "Hej"))).isEqualTo("SUPPRESSED_ADDRESS");
    }

    @Test
    void itHoldsForEveryOrganizationThatUsesTheSender() {
        a.organization("taby");
        var taby = a.token("taby");
        sender("taby", taby);
        var there = person("taby", taby, "Anna", Map.of("phone", PHONE));
        send(anna, "Hej [STOPPED]");

        as(taby).get(in("taby", "/messages/" + send("taby", taby, there, "Hej")))
                .then()
                .body("reason", equalTo("OPTED_OUT"));
    }

    @Test
    void aProvidersLaterWordOfItCountsTooAndOnceHoweverOftenItComes() throws Exception {
        var message = send(anna, "Hej [SILENT]");
        tell(message, DeliveryStatus.UNDELIVERED, "21610");
        tell(message, DeliveryStatus.UNDELIVERED, "21610");
        tell(message, DeliveryStatus.FAILED, "21610");

        assertThat(decisions(anna)).containsExactly("WITHDRAWN provider");
        assertThat(reason(send(anna, "Hej"))).isEqualTo("OPTED_OUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"21211", "21614", "30005", "30006"})
    void aNumberThatReachesNobodyIsMarkedAsWrong(String code) throws Exception {
        var bo = person("Bo", Map.of("phone", "+46701740606", "altPhone", PHONE));
        tell(send(anna, "Hej [SILENT]"), DeliveryStatus.UNDELIVERED, code);

        assertThat(reason(send(anna, "Hej"))).isEqualTo("NO_ADDRESS");
        assertThat(reason(send(bo, "Hej"))).as("his other number is good").isNull();
        assertThat(corrections())
                .containsExactly(anna + " phone " + PHONE + " system:0", bo + " altPhone " + PHONE + " system:0");
    }

    private List<String> corrections() {
        return sql.list(NamedSql.of("""
                select concat_ws(' ', person_id, field, register_value, corrected_by) as line from person_correction
                where value is null order by person_id"""), Map.of(), row -> row.text("line"));
    }

    @Test
    void soIsOneThatTheProviderRefusesAtOnce() {
        send(anna, "Hej [UNKNOWN_NUMBER]");

        assertThat(reason(send(anna, "Hej"))).isEqualTo("NO_ADDRESS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"30003", "30008", "30007", "99999", ""})
    void aPhoneThatIsOffOrACodeThatSaysNothingOfTheNumberChangesNothing(String code) throws Exception {
        tell(send(anna, "Hej [SILENT]"), DeliveryStatus.UNDELIVERED, code);

        assertThat(decisions(anna)).isEmpty();
        assertThat(reason(send(anna, "Hej"))).isNull();
    }
}
