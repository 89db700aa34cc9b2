package se.ringstuga.messaging.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.gateway.ProviderEvent;

class TwilioWebhookTest {

    private static final String PUBLIC = "https://ring.example.se";
    private static final String TOKEN = "12345";
    private static final String PATH = "/hooks/twilio/abc/status";
    private static final String QUERY = "a=2&m=4711";
    private static final TwilioWebhook WEBHOOK = new TwilioWebhook(PUBLIC, List.of(TOKEN));

    @Test
    void theExampleOfTheProvidersOwnDocumentationIsGenuine() {
        var webhook = new TwilioWebhook("https://mycompany.com", List.of("12345"));
        var body = StubReports.encoded(new TreeMap<>(Map.of(
                "CallSid", "CA1234567890ABCDE",
                "Caller", "+14158675309",
                "Digits", "1234",
                "From", "+14158675309",
                "To", "+18005551212")));

        assertThat(webhook.isGenuine(
                        new ProviderCall("/myapp.php", "foo=1&bar=2", body, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")))
                .isTrue();
    }

    @Test
    void whatTheSdkFindsGenuineIsGenuine() {
        var form = Map.of("MessageSid", "SM1", "Body", "Åsa & Örjan 🚌 = 1+1", "Empty", "", "From", "+46701740605");
        var signature = signed(PUBLIC + PATH + "?" + QUERY, form);

        assertThat(new RequestValidator(TOKEN).validate(PUBLIC + PATH + "?" + QUERY, form, signature))
                .isTrue();
        assertThat(WEBHOOK.isGenuine(call(PATH, QUERY, form, signature))).isTrue();
    }

    @Test
    void aForgedCallIsNot() {
        var form = Map.of("MessageSid", "SM1", "MessageStatus", "delivered");
        var good = signed(PUBLIC + PATH + "?" + QUERY, form);

        assertThat(WEBHOOK.isGenuine(call(PATH, QUERY, form, good))).isTrue();
        assertThat(WEBHOOK.isGenuine(call(PATH, "a=2&m=4712", form, good))).isFalse();
        assertThat(WEBHOOK.isGenuine(call(PATH, null, form, good))).isFalse();
        assertThat(WEBHOOK.isGenuine(call("/hooks/twilio/abc/inbound", QUERY, form, good)))
                .isFalse();
        assertThat(WEBHOOK.isGenuine(call(PATH, QUERY, Map.of("MessageSid", "SM1", "MessageStatus", "failed"), good)))
                .isFalse();
        assertThat(WEBHOOK.isGenuine(call(PATH, QUERY, form, good.toLowerCase(Locale.ROOT))))
                .isFalse();
        assertThat(WEBHOOK.isGenuine(call(PATH, QUERY, form, ""))).isFalse();
        assertThat(WEBHOOK.isGenuine(call(PATH, QUERY, form, null))).isFalse();
        assertThat(new TwilioWebhook(PUBLIC, List.of("another")).isGenuine(call(PATH, QUERY, form, good)))
                .isFalse();
    }

    @Test
    void behindAProxyTheConfiguredAddressCountsAndNotTheOneThatArrives() {
        var form = Map.of("MessageSid", "SM1");

        assertThat(WEBHOOK.isGenuine(
                        call(PATH, QUERY, form, signed("http://10.0.0.7:8080" + PATH + "?" + QUERY, form))))
                .isFalse();
        assertThat(new TwilioWebhook("https://example.se/ring", List.of(TOKEN))
                        .isGenuine(
                                call(PATH, QUERY, form, signed("https://example.se/ring" + PATH + "?" + QUERY, form))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://ring.example.se, https://ring.example.se:443",
        "https://ring.example.se:443, https://ring.example.se",
        "http://localhost, http://localhost:80",
        "http://localhost:80, http://localhost",
        "https://example.se/ring, https://example.se:443/ring",
        "https://ring.example.se/, https://ring.example.se"
    })
    void theUsualPortMayBeInTheSignedAddressOrNot(String configured, String signedBase) {
        var form = Map.of("MessageSid", "SM1");
        var signature = signed(signedBase + PATH + "?" + QUERY, form);

        assertThat(new TwilioWebhook(configured, List.of(TOKEN)).isGenuine(call(PATH, QUERY, form, signature)))
                .isTrue();
    }

    @Test
    void anUnusualPortBelongsToTheAddress() {
        var form = Map.of("MessageSid", "SM1");
        var webhook = new TwilioWebhook("http://localhost:8443", List.of(TOKEN));

        assertThat(webhook.isGenuine(
                        call(PATH, QUERY, form, signed("http://localhost:8443" + PATH + "?" + QUERY, form))))
                .isTrue();
        assertThat(webhook.isGenuine(call(PATH, QUERY, form, signed("http://localhost" + PATH + "?" + QUERY, form))))
                .isFalse();
    }

    @Test
    void severalValuesOfOneNameCountOnceEachInOrder() {
        var signature = TwilioWebhook.signature(TOKEN, PUBLIC + PATH + "?" + QUERY + "Address+1Address+2MessageSidSM1");
        var body = "MessageSid=SM1&Address=%2B2&Address=%2B1&Address=%2B2";

        assertThat(WEBHOOK.isGenuine(new ProviderCall(PATH, QUERY, body, signature)))
                .isTrue();
    }

    @Test
    void whileATokenIsReplacedBothAreGood() {
        var form = Map.of("MessageSid", "SM1");
        var webhook = new TwilioWebhook(PUBLIC, List.of("new", TOKEN));

        assertThat(webhook.isGenuine(call(PATH, QUERY, form, signed(PUBLIC + PATH + "?" + QUERY, form))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "accepted, ACCEPTED",
        "scheduled, ACCEPTED",
        "queued, ACCEPTED",
        "sending, ACCEPTED",
        "sent, SENT",
        "delivered, DELIVERED",
        "read, DELIVERED",
        "undelivered, UNDELIVERED",
        "failed, FAILED",
        "canceled, FAILED"
    })
    void eachOfTheirWordsIsOneOfOurs(String word, DeliveryStatus status) {
        assertThat(status(QUERY, Map.of("MessageSid", "SM1", "MessageStatus", word)))
                .isEqualTo(new ProviderEvent("twilio", "SM1", 4711, 2, status, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"partially_delivered", "receiving", "received", "teleported", "", "Delivered"})
    void aWordThatWeDoNotKnowIsNoNews(String word) {
        assertThat(status(QUERY, Map.of("MessageSid", "SM1", "MessageStatus", word)))
                .isNull();
    }

    @Test
    void theirCodeComesAlong() {
        var event = status(QUERY, Map.of("MessageSid", "SM1", "MessageStatus", "undelivered", "ErrorCode", "30005"));

        assertThat(event).extracting(ProviderEvent::code).isEqualTo("30005");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m=4711", "a=2", "a=0&m=4711", "a=2&m=-1", "a=2&m=1e3", "a=2&m=99999999999999999999"})
    void aReportWithoutOurIdsIsNoNewsOfOurs(String query) {
        assertThat(status(query, Map.of("MessageSid", "SM1", "MessageStatus", "sent")))
                .isNull();
    }

    @Test
    void anInboundTextIsReadAsItWasWritten() {
        var form = Map.of(
                "MessageSid",
                "SM9",
                "From",
                "+46701740605",
                "To",
                "+46701740699",
                "Body",
                " STOPP! åäö 🚌 ",
                "NumMedia",
                "0");

        assertThat(WEBHOOK.inbound(call("/hooks/twilio/abc/inbound", null, form, null)))
                .contains(new InboundSms("twilio", "SM9", "+46701740605", "+46701740699", " STOPP! åäö 🚌 "));
        assertThat(WEBHOOK.inbound(call(PATH, QUERY, Map.of("MessageSid", "SM1", "MessageStatus", "sent"), null)))
                .isEmpty();
    }

    private static @Nullable ProviderEvent status(String query, Map<String, String> form) {
        return WEBHOOK.status(call(PATH, query, form, null)).orElse(null);
    }

    private static String signed(String address, Map<String, String> form) {
        var parameters = new StringBuilder();
        new TreeMap<>(form).forEach((name, value) -> parameters.append(name).append(value));
        return TwilioWebhook.signature(TOKEN, address + parameters);
    }

    private static ProviderCall call(
            String path, @Nullable String query, Map<String, String> form, @Nullable String signature) {
        return new ProviderCall(path, query, StubReports.encoded(form), signature);
    }
}
