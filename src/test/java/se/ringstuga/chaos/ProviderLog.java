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
import java.util.Optional;
import java.util.Set;

/**
 * What the stub of Twilio has seen and done, by its own log: the judge of what an application believes.
 *
 * @param accepted the ids of the messages that were taken for a number, in order
 * @param refused the code with which a number is always refused
 * @param words the last word on a message by its id; none for one that nothing was said of
 * @param posts by whom, and from when to when
 * @param listings likewise of the list
 */
record ProviderLog(
        Map<String, List<String>> accepted,
        Map<String, String> refused,
        Map<String, Word> words,
        List<Span> posts,
        List<Span> listings) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A status in the provider's words. */
    record Word(String status, Optional<String> code) {}

    /** A request; {@code until} is when it was answered, or the end of time. */
    record Span(String by, long from, long until) {
        boolean hitBy(Kill.Done kill) {
            return by.equals(kill.victim()) && from <= kill.at() && kill.at() < until;
        }
    }

    static ProviderLog read(Path file) throws IOException {
        return of(Files.readAllLines(file));
    }

    static ProviderLog of(List<String> lines) throws IOException {
        var reading = new Reading();
        for (var line : lines) {
            reading.line(JSON.readTree(line));
        }
        return reading.log();
    }

    /** Of the kills, how many hit an instance while the provider had one of its requests. */
    static int hits(List<Kill.Done> kills, List<Span> spans) {
        var hits = kills.stream().filter(kill -> spans.stream().anyMatch(span -> span.hitBy(kill)));
        return Math.toIntExact(hits.count());
    }

    Set<String> takenMoreThanOnce() {
        var often = new HashSet<String>();
        accepted.forEach((number, ids) -> {
            if (ids.size() > 1) {
                often.add(number);
            }
        });
        return often;
    }

    /** The lines one by one. */
    private static final class Reading {

        private final Map<String, List<String>> accepted = new HashMap<>();
        private final Map<String, String> refused = new HashMap<>();
        private final Map<String, Word> words = new HashMap<>();
        private final Map<Long, Span> posts = new HashMap<>();
        private final Map<Long, Span> listings = new HashMap<>();

        void line(JsonNode line) {
            switch (line.path("what").asText()) {
                case "posted" -> begun(posts, line);
                case "answered" -> ended(posts, line);
                case "asked" -> begun(listings, line);
                case "listed" -> ended(listings, line);
                case "refused" ->
                    refused.put(line.path("to").asText(), line.path("code").asText());
                case "accepted" ->
                    accepted.computeIfAbsent(line.path("to").asText(), _ -> new ArrayList<>())
                            .add(line.path("sid").asText());
                case "status" ->
                    words.put(
                            line.path("sid").asText(),
                            new Word(
                                    line.path("status").asText(),
                                    Optional.ofNullable(line.path("code").textValue())));
                default -> {
                    // Who was told of it decides nothing.
                }
            }
        }

        private static void begun(Map<Long, Span> spans, JsonNode line) {
            spans.put(
                    line.path("n").asLong(),
                    new Span(line.path("by").asText(), line.path("at").asLong(), Long.MAX_VALUE));
        }

        private static void ended(Map<Long, Span> spans, JsonNode line) {
            spans.computeIfPresent(
                    line.path("n").asLong(),
                    (_, span) ->
                            new Span(span.by(), span.from(), line.path("at").asLong()));
        }

        ProviderLog log() {
            return new ProviderLog(
                    accepted, refused, words, List.copyOf(posts.values()), List.copyOf(listings.values()));
        }
    }
}
