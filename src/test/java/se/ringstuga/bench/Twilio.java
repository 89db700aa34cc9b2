package se.ringstuga.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The stub of Twilio as a process, and what an application needs to be told to send through it. */
public final class Twilio implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    static final String ACCOUNT_SID = "AC" + "0123456789abcdef".repeat(2);
    static final String AUTH_TOKEN = "an auth token for tests alone";

    private final SideProcess process;
    private final KeepAlive line;

    private Twilio(SideProcess process) throws IOException {
        this.process = process;
        this.line = new KeepAlive(process.port(), "nobody");
    }

    /**
     * Starts it on a free port.
     *
     * @param settings those of the stub, as {@code mischief=0.1}
     */
    public static Twilio start(String... settings) throws IOException {
        var arguments = new ArrayList<>(List.of("accountSid=" + ACCOUNT_SID, "authToken=" + AUTH_TOKEN));
        arguments.addAll(List.of(settings));
        return new Twilio(SideProcess.start("se.ringstuga.messaging.sms.TwilioStub", arguments));
    }

    /**
     * For an application that is to send through it.
     *
     * @param by the name of the instance, under which its requests stand in the stub's log
     */
    public Map<String, String> environment(String by) {
        return Map.of(
                "RINGSTUGA_SMS_GATEWAY",
                "twilio",
                "RINGSTUGA_TWILIO_ACCOUNT_SID",
                ACCOUNT_SID,
                "RINGSTUGA_TWILIO_AUTH_TOKEN",
                AUTH_TOKEN,
                "RINGSTUGA_SMS_TWILIO_BASE_URL",
                "http://127.0.0.1:" + port() + "/" + by);
    }

    /**
     * What is going on there.
     *
     * @param reports how many are on their way or will be tried again
     */
    public record State(long accepted, Map<String, Integer> inFlight, Map<String, Integer> listing, int reports) {

        public int inFlight(String by) {
            return inFlight.getOrDefault(by, 0);
        }

        public int listing(String by) {
            return listing.getOrDefault(by, 0);
        }
    }

    /** Its log on the disk may be a tenth of a second behind. */
    public State state() throws IOException {
        return ask("/stub/state");
    }

    void reporting(boolean on) throws IOException {
        ask("/stub/reports?on=" + (on ? 1 : 0));
    }

    private synchronized State ask(String path) throws IOException {
        var json = JSON.readTree(line.send("GET", path, "").body());
        return new State(
                json.path("accepted").asLong(),
                counts(json.path("inFlight")),
                counts(json.path("listing")),
                json.path("reports").asInt());
    }

    private static Map<String, Integer> counts(JsonNode node) {
        return JSON.convertValue(node, JSON.getTypeFactory().constructMapType(Map.class, String.class, Integer.class));
    }

    int port() {
        return process.port();
    }

    ProcessHandle handle() {
        return process.handle();
    }

    @Override
    public void close() throws IOException {
        line.close();
        process.close();
    }
}
