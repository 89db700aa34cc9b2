package se.ringstuga.calling;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.JsonMistake;

/** Reports as JSON: read from requests, stored as they count, and compared by a hash of what they say. */
@ApplicationScoped
class ReportJson {

    private final ObjectMapper json;

    ReportJson(ObjectMapper json) {
        this.json = json;
    }

    /** Numbers that were marked wrong may be named by the number itself, as in the claim, or as PRIMARY and ALT. */
    CallReport read(JsonNode body, CallRow call) {
        if (!(body instanceof ObjectNode object)) {
            throw new InvalidInput("outcome", "send a JSON object with at least the outcome");
        }
        var report = object.deepCopy();
        if (report.get("wrongNumbers") instanceof ArrayNode numbers) {
            for (int i = 0; i < numbers.size(); i++) {
                numbers.set(i, named(numbers.get(i).asText(), call));
            }
        }
        try {
            var read = json.treeToValue(report, CallReport.class);
            if (read.tags().stream().anyMatch(Objects::isNull)) {
                throw new InvalidInput("tagIds", "must be a list of whole numbers");
            }
            if (read.events().stream().anyMatch(Objects::isNull)) {
                throw new InvalidInput("signUps", "must be a list of whole numbers");
            }
            return read;
        } catch (JsonProcessingException wrong) {
            throw JsonMistake.of(wrong);
        }
    }

    private static String named(String number, CallRow call) {
        if (number.equals(call.phone())) {
            return WrongNumber.PRIMARY.name();
        }
        return number.equals(call.altPhone())
                ? WrongNumber.ALT.name()
                : switch (number) {
                    case "phone" -> WrongNumber.PRIMARY.name();
                    case "altPhone" -> WrongNumber.ALT.name();
                    default -> number;
                };
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** Whether a stored report, read and written down as today, is the one with this hash. */
    boolean saysTheSame(String stored, String hash) {
        try {
            return hash(json.readValue(stored, CallReport.class).normalized()).equals(hash);
        } catch (JsonProcessingException ofAnotherVersion) {
            return false;
        }
    }

    /** A stored report as it was sent, whatever version of the product stored it. */
    ObjectNode stored(String report) {
        try {
            return json.readValue(report, ObjectNode.class);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** What a stored report says. */
    CallReport said(JsonNode stored) {
        try {
            return json.treeToValue(stored, CallReport.class);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(cause);
        }
    }

    ReportEffects.Done done(String text) {
        try {
            return json.readValue(text, ReportEffects.Done.class);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(cause);
        }
    }

    List<Long> ids(String text) {
        try {
            return json.readValue(text, new TypeReference<List<Long>>() {});
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(cause);
        }
    }

    String hash(CallReport normalized) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(write(normalized).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
