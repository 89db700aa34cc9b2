package se.ringstuga.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Associations, their people and what is written to them, through the API as an organizer would. */
public final class SendsSetup {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private final String token;
    private final String root;

    /**
     * Through one instance.
     *
     * @param root the slug of the organization at the top
     */
    public SendsSetup(int port, String token, String root) {
        this.port = port;
        this.token = token;
        this.root = root;
    }

    /** An association with so many members, who can all be reached by SMS, and a sender that is never too slow. */
    public void association(String slug, int firstNumber, int people, double perSecond) throws IOException {
        post(root, "/organizations", Map.of("kind", "ASSOCIATION", "name", slug, "slug", slug), 201);
        try (var connection = new KeepAlive(port, token)) {
            var answer = connection.send(
                    "POST",
                    "/api/organizations/" + slug + "/people/imports",
                    "text/csv",
                    Register.csv(firstNumber, people));
            var created = JSON.readTree(answer.body()).path("created").asInt();
            if (answer.status() != 200 || created != people) {
                throw new IOException("the import answered " + answer.status() + " " + answer.body());
            }
        }
        post(slug, "/sms-senders", Map.of("address", "Foreningen", "perSecond", perSecond), 201);
    }

    /** Written and not approved. */
    public long draft(String slug, String channel) throws IOException {
        var text = "Hej {förnamn|du}! Välkommen på medlemsmöte på tisdag kl. 18. Hälsningar {förening}";
        var broadcast = new HashMap<String, Object>(
                Map.of("title", "Medlemsmöte", "channel", channel, "purpose", "INFORMATION", "text", text));
        if (channel.equals("EMAIL")) {
            broadcast.put("subject", "Medlemsmöte");
        }
        broadcast.put("filter", Map.of("type", channel.equals("SMS") ? "hasPhone" : "hasEmail"));
        return post(slug, "/broadcasts", broadcast, 201).path("id").asLong();
    }

    /** Freezes whom it goes to; sending begins two minutes later. */
    public JsonNode approve(String slug, long broadcast) throws IOException {
        return post(slug, "/broadcasts/" + broadcast + "/approval", Map.of(), 200);
    }

    /** What was answered, with the status that was expected. */
    public JsonNode post(String slug, String path, Map<String, Object> body, int expected) throws IOException {
        try (var connection = new KeepAlive(port, token)) {
            var answer = connection.send("POST", "/api/organizations/" + slug + path, JSON.writeValueAsString(body));
            if (answer.status() != expected) {
                throw new IOException(path + " answered " + answer.status() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        }
    }
}
