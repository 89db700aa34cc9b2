package se.ringstuga.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How a caller gets in: the code, a number, the organizer's yes, the promise. All of them come from one address. */
final class EveningDoor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOO_MANY = 429;
    private static final int PATIENCE = 90;

    private final int port;
    private final String token;
    private final String address;
    private final String code;

    EveningDoor(int port, String token, String organization, JsonNode evening) {
        this.port = port;
        this.token = token;
        this.address = "/api/organizations/" + organization + "/ringstugor/"
                + evening.path("id").asLong();
        this.code = evening.path("code").asText();
    }

    /** A browser that is in and has promised. */
    EveningBrowser comesIn(String name) throws IOException, InterruptedException {
        var browser = new EveningBrowser(port);
        var form = "code=" + code + "&name=" + name.replace(" ", "+");
        for (int tries = 0; browser.post("/r", form) == TOO_MANY && tries < PATIENCE; tries++) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
        letIn(name);
        browser.require(303, browser.post("/r/waiting", ""), "coming in");
        browser.require(303, browser.post("/ring/promise", ""), "the promise");
        return browser;
    }

    private void letIn(String name) throws IOException {
        try (var connection = new KeepAlive(port, token)) {
            for (var one : JSON.readTree(
                    connection.send("GET", address + "/waiting", "").body())) {
                if (one.path("name").asText().equals(name)) {
                    var decision = Map.of("number", one.path("number").asInt(), "approved", true);
                    connection.send(
                            "PUT",
                            address + "/waiting/" + one.path("id").asLong() + "/decision",
                            JSON.writeValueAsString(decision));
                    return;
                }
            }
        }
        throw new IOException(name + " does not wait");
    }
}
