package se.ringstuga.messaging.sms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/** How a stub of Twilio answers. */
final class StubAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StubAnswer() {}

    static Map<String, Object> error(int code, int status) {
        return Map.of(
                "code",
                code,
                "message",
                "told by a stub",
                "more_info",
                "https://www.twilio.com/docs/errors/" + code,
                "status",
                status);
    }

    /** Where who asked has gone, nobody hears it. */
    static void send(HttpServerRequest request, int status, Map<String, Object> json) {
        var response = request.response().setStatusCode(status);
        if (response.closed()) {
            return;
        }
        response.putHeader("Content-Type", "application/json;charset=utf-8");
        if (status == 429) {
            response.putHeader("Retry-After", "2");
        }
        try {
            response.end(Buffer.buffer(JSON.writeValueAsBytes(json)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
