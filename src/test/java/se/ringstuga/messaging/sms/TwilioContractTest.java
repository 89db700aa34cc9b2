package se.ringstuga.messaging.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our requests against what Twilio publishes of its API: the parts of its OpenAPI documents that are about messages and the log of errors. */
class TwilioContractTest {

    private static final String PATH = "/2010-04-01/Accounts/{AccountSid}/Messages.json";
    private static final String TO = "+46701740605";

    private final JsonNode document;
    private TwilioStub stub;
    private Wire wire;
    private SmsSetup.TwilioAccount account;

    TwilioContractTest() throws IOException {
        document = read("/twilio/messages-openapi.json");
    }

    private static JsonNode read(String resource) throws IOException {
        try (var file = TwilioContractTest.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(file);
        }
    }

    @BeforeEach
    void start() throws IOException {
        stub = new TwilioStub(StubSettings.of("reports=0"));
        wire = new Wire(new Wire.Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), 4));
        account =
                new SmsSetup.TwilioAccount(StubSettings.ACCOUNT_SID, List.of(StubSettings.AUTH_TOKEN), stub.baseUrl());
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        stub.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+46701740699", "Foreningen", "MG0123456789abcdef0123456789abcdef"})
    void aMessageIsPostedAsTheDocumentSays(String sender) {
        var schema = document.at("/paths/" + PATH.replace("/", "~1")
                + "/post/requestBody/content/application~1x-www-form-urlencoded/schema");

        new TwilioGateway(SmsGateways.client(account, wire), "https://ring.example.se/hooks/twilio/abc/status")
                .send(new OutgoingSms(7, 1, sender, TO, "Hej åäö 🚌", Duration.ofHours(1)));

        var form = stub.forms().getFirst();
        schema.get("required")
                .forEach(name -> assertThat(form.first(name.asText())).isPresent());
        form.values().forEach((name, values) -> {
            assertThat(schema.get("properties").has(name)).as(name).isTrue();
            assertThat(values).hasSize(1).allSatisfy(value -> {
                var property = schema.get("properties").get(name);
                // The document has From as a phone number, and Twilio takes a name there.
                assertThat(fits(property, value) || name.equals("From"))
                        .as(name + "=" + value)
                        .isTrue();
            });
        });
    }

    @Test
    void theListIsAskedForAsTheDocumentSays() {
        var client = SmsGateways.client(account, wire);
        new TwilioMessages(client)
                .first(new TwilioMessages.Window(
                        TO, Instant.parse("2026-11-01T00:00:00.5Z"), Instant.parse("2026-11-02T00:00:00Z")));

        var asked = stub.listings().getFirst();
        assertThat(asked.values()).containsOnlyKeys("To", "DateSent>", "DateSent<", "PageSize");
        assertAsked(asked, document.at("/paths/" + PATH.replace("/", "~1") + "/get/parameters"));
    }

    @Test
    void theLogOfErrorsIsAskedForAsTheDocumentSays() throws IOException {
        var ofMonitor = read("/twilio/alerts-openapi.json");
        var alerts = new TwilioAlerts(SmsGateways.client(account, wire), "https://ring.example.se/hooks");
        stub.refuse(TO, "21408");
        new TwilioGateway(SmsGateways.client(account, wire), "https://ring.example.se/hooks")
                .send(new OutgoingSms(7, 1, "+46701740699", TO, "Hej", Duration.ofHours(1)));

        var from = Clock.systemUTC().instant().minusSeconds(60);
        var logged = (Listing.Page<LoggedRefusal>) alerts.first(from, from.plusSeconds(120));

        var asked = stub.alertings().getFirst();
        assertThat(asked.values()).containsOnlyKeys("StartDate", "EndDate", "PageSize");
        assertAsked(asked, ofMonitor.at("/paths/~1v1~1Alerts/get/parameters"));
        assertThat(fits(
                        ofMonitor.at("/paths/~1v1~1Alerts~1{Sid}/get/parameters/0/schema"),
                        logged.listed().getFirst().id()))
                .isTrue();
    }

    private static void assertAsked(FormParameters asked, JsonNode documented) {
        var parameters = StreamSupport.stream(documented.spliterator(), false)
                .filter(parameter -> parameter.get("in").asText().equals("query"))
                .toList();
        asked.values()
                .forEach((name, values) -> assertThat(parameters)
                        .filteredOn(parameter -> parameter.get("name").asText().equals(name))
                        .singleElement()
                        .satisfies(parameter -> assertThat(fits(parameter.get("schema"), values.getFirst()))
                                .as(name + "=" + values)
                                .isTrue()));
    }

    @Test
    void theAccountsIdIsOneForTheDocument() {
        var schema = document.at("/paths/" + PATH.replace("/", "~1") + "/post/parameters/0/schema");

        assertThat(fits(schema, StubSettings.ACCOUNT_SID)).isTrue();
        assertThat(fits(schema, "AC123")).isFalse();
    }

    private static boolean fits(JsonNode schema, String value) {
        if (schema.has("pattern") && !value.matches(schema.get("pattern").asText())) {
            return false;
        }
        return switch (schema.path("type").asText()) {
            case "integer" -> value.matches("-?[0-9]+") && withinBounds(schema, Long.parseLong(value));
            case "boolean" -> value.equals("true") || value.equals("false");
            case "string" -> ofFormat(schema.path("format").asText(), value);
            default -> false;
        };
    }

    private static boolean withinBounds(JsonNode schema, long value) {
        return value >= schema.path("minimum").asLong(Long.MIN_VALUE)
                && value <= schema.path("maximum").asLong(Long.MAX_VALUE);
    }

    private static boolean ofFormat(String format, String value) {
        return switch (format) {
            case "uri" -> URI.create(value).isAbsolute();
            case "phone-number" -> value.matches("\\+[1-9][0-9]{5,14}");
            case "date-time" -> OffsetDateTime.parse(value).getNano() == 0;
            default -> true;
        };
    }
}
