package se.ringstuga.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.ApiTest;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.sms.SmsGateways;

/** What providers send to an installation that stands behind a proxy and has an account at both. */
@QuarkusTest
@TestProfile(WithProviders.class)
class HooksTest extends ApiTest {

    private static final String PUBLIC = WithProviders.PUBLIC;
    private static final String AUTH_TOKEN = WithProviders.AUTH_TOKEN;
    private static final String SID = "SM00000000000000000000000000000001";

    @Inject
    SmsGateways gateways;

    @Inject
    HookReader reader;

    @Inject
    MessageClaims claims;

    @Inject
    Sql sql;

    private String token;

    @BeforeEach
    void anAssociationThatCanSend() {
        clock.set(Instant.parse("2026-11-20T12:00:00Z"));
        a.organization("solna");
        token = a.token("solna");
        as(token)
                .body(Map.of("address", "+46701740699", "perSecond", 1000))
                .post(in("solna", "/sms-senders"))
                .then()
                .statusCode(201);
    }

    /** A message that the provider is being called for. */
    private long onItsWay() {
        var person = as(token)
                .body(Map.of("givenName", "Anna", "familyName", "Ek", "phone", "+46701740605"))
                .post(in("solna", "/people"))
                .jsonPath()
                .getLong("id");
        var message = as(token)
                .body(Map.of("personId", person, "channel", "SMS", "text", "Hej", "purpose", "REQUESTED"))
                .post(in("solna", "/messages"))
                .jsonPath()
                .getLong("id");
        assertThat(claims.take(10).attempts()).hasSize(1);
        return message;
    }

    private ValidatableResponse twilio(String path, String query, Map<String, String> form) {
        var target = path + (query.isEmpty() ? "" : "?" + query);
        return post(target, form, signature(PUBLIC + target, form));
    }

    private static ValidatableResponse post(String target, Map<String, String> form, @Nullable String signature) {
        var request = RestAssured.given()
                .urlEncodingEnabled(false)
                .contentType("application/x-www-form-urlencoded")
                .body(encoded(form));
        if (signature != null) {
            request.header("X-Twilio-Signature", signature);
        }
        return request.post(target).then();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String signature(String url, Map<String, String> form) {
        var signed = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(AUTH_TOKEN.getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String statusPath(String gateway) {
        return gateways.addresses().status(gateway).substring(PUBLIC.length());
    }

    private String inboundPath(String gateway) {
        return gateways.addresses().inbound(gateway).substring(PUBLIC.length());
    }

    private void tell(long message, String status) {
        twilio(statusPath("twilio"), "a=1&m=" + message, Map.of("MessageSid", SID, "MessageStatus", status))
                .statusCode(204)
                .body(emptyString());
    }

    private void readAll() {
        while (reader.read() > 0) {
            // Until nothing is left.
        }
    }

    private String state(long message) {
        return as(token).get(in("solna", "/messages/" + message)).jsonPath().getString("state");
    }

    private List<String> events(long message) {
        return as(token).get(in("solna", "/messages/" + message)).jsonPath().getList("events.status");
    }

    private List<String> mistakes() {
        return sql.list(
                NamedSql.of("select coalesce(mistake, 'none') as mistake from provider_hook order by id"),
                Map.of(),
                row -> row.text("mistake"));
    }

    @Test
    void aReportIsStoredAsItCameAndTakesEffectWhenItIsRead() {
        var message = onItsWay();
        tell(message, "delivered");
        assertThat(state(message)).isEqualTo("DISPATCHING");

        readAll();

        assertThat(state(message)).isEqualTo("DELIVERED");
        assertThat(mistakes()).containsExactly("none");
    }

    @Test
    void whatTheProviderDidNotSignForOurPublicAddressIsRefusedAndForgotten() {
        var path = statusPath("twilio");
        var form = Map.of("MessageSid", SID, "MessageStatus", "delivered");

        post(path + "?a=1&m=1", form, null).statusCode(403);
        post(path + "?a=1&m=1", form, signature("http://localhost" + path + "?a=1&m=1", form))
                .statusCode(403);
        post(path + "?a=1&m=2", form, signature(PUBLIC + path + "?a=1&m=1", form))
                .statusCode(403);
        post(inboundPath("twilio"), form, "nonsense").statusCode(403);
        assertThat(mistakes()).isEmpty();
    }

    @Test
    void anAddressThatSomebodyGuessedDoesNotExist() {
        var form = Map.of("MessageSid", SID, "MessageStatus", "delivered");
        for (var target : List.of(
                "/hooks/twilio/00000000000000000000000000000000/status",
                statusPath("twilio").replace("twilio", "46elks"),
                statusPath("46elks").replace("46elks", "pigeon"),
                statusPath("46elks") + "/more")) {
            post(target, form, signature(PUBLIC + target, form)).statusCode(404);
        }
        post(statusPath("sandbox"), form, null).statusCode(403);
        RestAssured.get(statusPath("twilio")).then().statusCode(405);
        assertThat(mistakes()).isEmpty();
    }

    @Test
    void whatCouldNotBeStoredIsAnsweredWithAFailureSoThatItComesAgain() {
        var message = onItsWay();
        sql.update(NamedSql.of("alter table provider_hook rename to hidden_hook"), Map.of());
        try {
            twilio(statusPath("twilio"), "a=1&m=" + message, Map.of("MessageSid", SID, "MessageStatus", "delivered"))
                    .statusCode(500);
        } finally {
            sql.update(NamedSql.of("alter table hidden_hook rename to provider_hook"), Map.of());
        }

        tell(message, "delivered");
        readAll();
        assertThat(state(message)).isEqualTo("DELIVERED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queued sent delivered",
                "queued delivered sent",
                "sent queued delivered",
                "sent delivered queued",
                "delivered queued sent",
                "delivered sent queued"
            })
    void inWhateverOrderReportsComeTheFurthestCounts(String order) {
        var message = onItsWay();
        for (var status : List.of(order.split(" "))) {
            tell(message, status);
            readAll();
        }

        assertThat(state(message)).isEqualTo("DELIVERED");
        assertThat(events(message)).hasSize(3);
    }

    @Test
    void theSameReportTwiceIsOneEvent() {
        var message = onItsWay();
        tell(message, "sent");
        tell(message, "sent");
        readAll();
        tell(message, "sent");
        readAll();

        assertThat(state(message)).isEqualTo("SENT");
        assertThat(events(message)).containsExactly("SENT");
        assertThat(mistakes()).containsExactly("none", "none", "none");
    }

    @Test
    void aWordThatTheProviderInventedSinceStandsWithItsMistakeAndHoldsUpNobody() {
        var message = onItsWay();
        tell(message, "teleported");
        post(statusPath("46elks"), Map.of("nothing", "of ours"), null).statusCode(204);
        tell(message, "delivered");
        readAll();

        assertThat(state(message)).isEqualTo("DELIVERED");
        assertThat(mistakes()).containsExactly("not understood", "not understood", "none");
    }

    @Test
    void whatCannotBeWrittenIsPutAsideAndTheRestIsRead() {
        var first = onItsWay();
        tell(first, "sent");
        readAll();
        var second = onItsWay();
        tell(second, "sent");
        tell(first, "delivered");
        readAll();

        assertThat(state(second)).as("two messages with one id of the provider").isEqualTo("DISPATCHING");
        assertThat(state(first)).isEqualTo("DELIVERED");
        assertThat(mistakes()).containsExactly("none", "SqlFailed", "none");
    }

    @Test
    void theOtherProviderSignsNothingAndIsKnownByItsAddress() {
        var message = onItsWay();

        post(
                        statusPath("46elks") + "?a=1&m=" + message,
                        Map.of("id", "s70df59406a1b4643b96f3f91e0bfb7b0", "status", "delivered"),
                        null)
                .statusCode(204);
        readAll();

        assertThat(state(message)).isEqualTo("DELIVERED");
    }

    @Test
    void aTextToUsIsAnsweredWithNothingInTheProvidersOwnWords() {
        twilio(
                        inboundPath("twilio"),
                        "",
                        Map.of("MessageSid", SID, "From", "+46701740605", "To", "+46701740699", "Body", "Hej på dig"))
                .statusCode(200)
                .contentType("text/xml")
                .body(containsString("<Response></Response>"));
        post(
                        inboundPath("46elks"),
                        Map.of("id", "s1", "from", "+46701740605", "to", "+46701740699", "message", "Hej"),
                        null)
                .statusCode(204)
                .body(emptyString());
        assertThat(mistakes()).containsExactly("none", "none");
    }

    @Test
    void aBodyThatNoMessageHasIsRefused() {
        post(inboundPath("46elks"), Map.of("id", "s1", "message", "a".repeat(70_000)), null)
                .statusCode(413);
        RestAssured.given()
                .contentType("application/x-www-form-urlencoded")
                .body("id=s1&message=\0")
                .post(inboundPath("46elks"))
                .then()
                .statusCode(400);
        assertThat(mistakes()).isEmpty();
    }
}
