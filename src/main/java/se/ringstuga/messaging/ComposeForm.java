package se.ringstuga.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;
import se.ringstuga.http.PageForm;

/** The form of a broadcast, read as far as it can be: whoever is still writing has not filled in everything. */
record ComposeForm(PageForm form) {

    private static final int MOST_DAYS = 3650;
    private static final int LAST_YEAR = 9999;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** To whom it goes, as people choose it. */
    enum To {
        ALL,
        JOINED,
        TAG,
        SEGMENT,
        OTHER
    }

    /** Either a segment or a filter. */
    record People(@Nullable Long segment, @Nullable JsonNode filter) {}

    String title() {
        return form.value("title").strip();
    }

    Channel channel() {
        return form.value("channel").equals("EMAIL") ? Channel.EMAIL : Channel.SMS;
    }

    Purpose purpose() {
        return switch (form.value("purpose")) {
            case "NOTICE" -> Purpose.NOTICE;
            case "WELCOME" -> Purpose.WELCOME;
            default -> Purpose.INFORMATION;
        };
    }

    /** Of a notice alone, whatever stands in a field that is not shown. */
    boolean aboutChange() {
        return purpose() == Purpose.NOTICE && form.value("aboutChange").equals("true");
    }

    Optional<To> to() {
        for (var to : To.values()) {
            if (form.value("to").equals(to.name())) {
                return Optional.of(to);
            }
        }
        return Optional.empty();
    }

    /** Empty as long as nobody, or nobody who could be found, is chosen. */
    Optional<People> people() {
        return to().flatMap(to -> switch (to) {
            case ALL -> Optional.of(filter(node("all").set("filters", JsonNodeFactory.instance.arrayNode())));
            case JOINED -> days().map(days -> filter(node("joined").put("withinDays", days)));
            case TAG ->
                number("tag").stream()
                        .mapToObj(tag -> filter(node("tag")
                                .set(
                                        "anyOf",
                                        JsonNodeFactory.instance.arrayNode().add(tag))))
                        .findFirst();
            case SEGMENT ->
                number("segment").stream()
                        .mapToObj(segment -> new People(segment, null))
                        .findFirst();
            case OTHER -> tree(form.value("filter")).map(ComposeForm::filter);
        });
    }

    private Optional<Integer> days() {
        return number("days").stream()
                .filter(days -> days >= 1 && days <= MOST_DAYS)
                .mapToObj(Math::toIntExact)
                .findFirst();
    }

    /** What stands in a broadcast that somebody may have made with a tool, as the form's choice. */
    static To to(Broadcasts.Content broadcast) {
        if (broadcast.segment() != null) {
            return To.SEGMENT;
        }
        var filter = broadcast.filter();
        return switch (filter.path("type").asText()) {
            case "all" -> filter.path("filters").isEmpty() ? To.ALL : To.OTHER;
            case "joined" -> filter.has("withinDays") ? To.JOINED : To.OTHER;
            case "tag" -> filter.path("anyOf").size() == 1 ? To.TAG : To.OTHER;
            default -> To.OTHER;
        };
    }

    @Nullable
    Long sender() {
        var sender = number("sender");
        return channel() == Channel.SMS && sender.isPresent() ? sender.getAsLong() : null;
    }

    @Nullable
    String subject() {
        return channel() == Channel.EMAIL ? form.value("subject").strip() : null;
    }

    /** As it was typed, with bare line feeds: browsers send others, and each would be paid for. */
    String text() {
        return form.value("text").replace("\r\n", "\n").strip();
    }

    boolean later() {
        return form.value("when").equals("LATER");
    }

    Optional<LocalDateTime> sendAt() {
        try {
            return later()
                    ? Optional.of(LocalDateTime.parse(form.value("sendAt"))).filter(at -> at.getYear() <= LAST_YEAR)
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** For whom it is shown; empty for somebody invented. */
    OptionalLong shownFor() {
        return number("shownFor");
    }

    boolean relativeDayMeant() {
        return form.value("relativeDayMeant").equals("true");
    }

    private OptionalLong number(String name) {
        var typed = form.value(name).strip();
        return typed.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(typed)) : OptionalLong.empty();
    }

    private static People filter(JsonNode filter) {
        return new People(null, filter);
    }

    private static ObjectNode node(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    static Optional<JsonNode> tree(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
