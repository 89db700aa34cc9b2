package se.ringstuga.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the mail servers took and refused, by their own logs; each instance has a server of its own, by which its conversations
 * are known.
 *
 * @param accepted the ids of the e-mails that were taken for an address
 * @param refused the addresses of which one was refused for good
 * @param conversations by whom, and from when to when
 */
record MailLog(Map<String, List<String>> accepted, Set<String> refused, List<ProviderLog.Span> conversations) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param files by the name of the instance */
    static MailLog read(Map<String, Path> files) throws IOException {
        var lines = new HashMap<String, List<String>>();
        for (var file : files.entrySet()) {
            lines.put(file.getKey(), Files.exists(file.getValue()) ? Files.readAllLines(file.getValue()) : List.of());
        }
        return of(lines);
    }

    static MailLog of(Map<String, List<String>> lines) throws IOException {
        var log = new MailLog(new HashMap<>(), new HashSet<>(), new ArrayList<>());
        for (var server : lines.entrySet()) {
            var begun = new HashMap<Integer, Long>();
            for (var line : server.getValue()) {
                log.add(server.getKey(), JSON.readTree(line), begun);
            }
            begun.values()
                    .forEach(at -> log.conversations().add(new ProviderLog.Span(server.getKey(), at, Long.MAX_VALUE)));
        }
        return log;
    }

    private void add(String by, JsonNode line, Map<Integer, Long> begun) {
        var to = line.path("to").asText();
        var at = line.path("at").asLong();
        switch (line.path("what").asText()) {
            case "accepted" ->
                accepted.computeIfAbsent(to, _ -> new ArrayList<>())
                        .add(line.path("messageId").asText());
            case "refused" -> refused.add(to);
            case "begun" -> begun.put(line.path("n").asInt(), at);
            case "ended" -> {
                var from = begun.remove(line.path("n").asInt());
                if (from != null) {
                    conversations.add(new ProviderLog.Span(by, from, at));
                }
            }
            default -> {
                // Nothing else is written.
            }
        }
    }
}
