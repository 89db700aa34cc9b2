package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.database.NamedSql;
import se.ringstuga.messaging.sms.SandboxPhones;

/** Senders are changed, chosen and put away. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class SmsSendersTest extends BroadcastTest {

    private static final String NUMBER = "+46701740699";

    @Inject
    SandboxPhones phones;

    private long add(String address) {
        return as(token)
                .body(Map.of("address", address))
                .post(in(SOLNA, "/sms-senders"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private ValidatableResponse list() {
        return as(token).get(in(SOLNA, "/sms-senders")).then().statusCode(200);
    }

    private long first() {
        return list().extract().jsonPath().getLong("items[0].id");
    }

    private ValidatableResponse change(long id, Object changes) {
        return as(token).body(changes).patch(in(SOLNA, "/sms-senders/" + id)).then();
    }

    private ValidatableResponse remove(long id) {
        return as(token).delete(in(SOLNA, "/sms-senders/" + id)).then();
    }

    private long message(long person) {
        return as(token)
                .body(Map.of("personId", person, "channel", "SMS", "text", "Hej", "purpose", "REQUESTED"))
                .post(in(SOLNA, "/messages"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    @Test
    void aTypoThatNothingUsedIsGoneAndNoLongerTheDefault() {
        var typo = first();
        add("Solna");
        remove(typo).statusCode(204);

        list().body("items.address", contains("Solna"));
        assertThat(count("sms_sender")).isEqualTo(1);
        remove(typo).statusCode(404);
    }

    @Test
    void theChosenOneIsUsedByWhoeverNamesNoneAndChoosingCanBeTakenBack() {
        var name = add("Solna");
        change(name, Map.of("chosen", true)).statusCode(200).body("chosen", equalTo(true));
        list().body("items.address", contains("Solna", NUMBER)).body("items.chosen", contains(true, false));
        assertThat(senderOf(draft("Välkomna"))).isEqualTo(name);
        change(add("Huvudsta"), Map.of("chosen", true)).statusCode(200);
        list().body("items.address", contains("Huvudsta", NUMBER, "Solna"));

        change(first(), Map.of("chosen", false)).statusCode(200).body("chosen", equalTo(false));
        list().body("items.address", contains(NUMBER, "Solna", "Huvudsta"));
    }

    private long senderOf(long broadcast) {
        return read(broadcast).extract().jsonPath().getLong("senderId");
    }

    @Test
    void thePaceIsChangedAndTheRestStays() {
        change(first(), Map.of("perSecond", 2.5))
                .statusCode(200)
                .body("perSecond", equalTo(2.5f))
                .body("address", equalTo(NUMBER))
                .body("chosen", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100001", "-1", "\"x\"", "1e300"})
    void aPaceThatCannotBeIsRefusedByName(String pace) {
        change(first(), "{\"perSecond\": " + pace + "}")
                .statusCode(400)
                .body("violations.field", contains("perSecond"));
        change(first(), Map.of("address", "Solna")).statusCode(400).body("violations.field", contains("address"));
    }

    @Test
    void whatWaitsAndWhatNamesItIsCounted() {
        var sender = first();
        message(person("Anna", "+46701740605"));
        draft("Välkomna");
        var monthly = new HashMap<>(broadcast("Brev"));
        monthly.put("rule", Map.of("day", 1, "time", "10:00"));
        as(token).body(monthly).post(in(SOLNA, "/recurring-broadcasts")).then().statusCode(201);

        remove(sender)
                .statusCode(409)
                .body("type", endsWith("/problems/sender-in-use"))
                .body("waiting", equalTo(1))
                .body("drafts", equalTo(1))
                .body("recurring", equalTo(1))
                .body("conversations", equalTo(0));
        list().body("items.address", contains(NUMBER));
    }

    @Test
    void whatWasSentKeepsItsSenderAndANewOneMayHaveItsAddress() {
        var sender = first();
        var anna = person("Anna", "+46701740605");
        message(anna);
        sendAll();
        remove(sender).statusCode(204);
        list().body("items", empty());
        assertThat(count("sms_sender where retired_by like 'token:%'")).isEqualTo(1);
        as(token)
                .body(Map.of("personId", anna, "channel", "SMS", "text", "Hej", "senderId", sender))
                .post(in(SOLNA, "/messages"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("senderId"));

        assertThat(add(NUMBER)).isEqualTo(sender);
        list().body("items.address", contains(NUMBER));
    }

    @Test
    void whoeverAnswersARetiredNumberWithStopIsHeard() {
        message(person("Anna", "+46701740605"));
        sendAll();
        remove(first()).statusCode(204);
        var solna = sql.first(
                        NamedSql.of("select id from organization where slug = :slug"),
                        Map.of("slug", SOLNA),
                        row -> row.number("id"))
                .orElseThrow();
        phones.type(solna, "+46701740605", NUMBER, "STOPP");
        sendAll();

        assertThat(count("contact_state where decision = 'WITHDRAWN'")).isPositive();
        assertThat(count("provider_hook where mistake is not null")).isZero();
    }

    @Test
    void theUsesOfThoseBelowAreToldAndBindToo() {
        a.organizationBelow(SOLNA, "huvudsta");
        var below = a.token("huvudsta");
        as(below)
                .body(broadcast("Välkomna"))
                .post(in("huvudsta", "/broadcasts"))
                .then()
                .statusCode(201);

        list().body("items.usedBelow", contains(1));
        remove(first()).statusCode(409).body("drafts", equalTo(1));
        as(below)
                .get(in("huvudsta", "/sms-senders"))
                .then()
                .body("items.own", contains(false))
                .body("items.usedBelow", contains(0));
        as(below).delete(in("huvudsta", "/sms-senders/" + first())).then().statusCode(404);
        as(below)
                .body(Map.of("perSecond", 1))
                .patch(in("huvudsta", "/sms-senders/" + first()))
                .then()
                .statusCode(404);
    }

    @Test
    void whoSendsAndWhoRemovesAtTheSameMomentDoNotBothSucceed() throws Exception {
        var draft = draft("Välkomna");
        person("Anna", "+46701740605");
        var sender = first();
        var answers = atOnce(
                6,
                () -> Thread.currentThread().threadId() % 2 == 0
                        ? remove(sender).extract().statusCode()
                        : as(token)
                                .post(in(SOLNA, "/broadcasts/" + draft + "/approval"))
                                .statusCode());

        assertThat(answers).isSubsetOf(200, 409);
        list().body("items.address", contains(NUMBER));
    }

    @Test
    void sendersBelongToTheirOrganizationAndNeedTheRight() {
        var id = first();
        a.organization("taby");
        var other = a.token("taby");
        as(other).delete(in("taby", "/sms-senders/" + id)).then().statusCode(404);
        as(other)
                .body(Map.of("chosen", true))
                .patch(in("taby", "/sms-senders/" + id))
                .then()
                .statusCode(404);
        as(reader()).delete(in(SOLNA, "/sms-senders/" + id)).then().statusCode(403);
        as(reader())
                .body(Map.of("chosen", true))
                .patch(in(SOLNA, "/sms-senders/" + id))
                .then()
                .statusCode(403);
        as("none").delete(in(SOLNA, "/sms-senders/" + id)).then().statusCode(401);
        as("none")
                .body(Map.of("chosen", true))
                .patch(in(SOLNA, "/sms-senders/" + id))
                .then()
                .statusCode(401);
    }
}
