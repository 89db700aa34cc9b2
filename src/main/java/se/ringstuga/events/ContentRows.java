package se.ringstuga.events;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import se.ringstuga.database.Row;

/** The columns that events and series have in common. */
final class ContentRows {

    static final String COLUMNS = """
            kind_organization, kind_id, title, text, place, address, online_link, contact_staff, contact_phone, contact_email, capacity,
            waiting_list, visibility, segment_id, needs""";

    static final String VALUES = """
            (select k.organization_id from event_kind k where k.id = :kind), :kind, :title, :text, cast(:place as text),
            cast(:address as text), cast(:online_link as text), cast(:contact as bigint), cast(:contact_phone as text),
            cast(:contact_email as text), cast(:capacity as int), :waiting_list,
            :visibility, cast(:segment as bigint), cast(:needs as text[])""";

    private ContentRows() {}

    static Map<String, Object> parameters(EventContent content) {
        var parameters = new HashMap<String, Object>();
        parameters.put("kind", content.kindId());
        parameters.put("title", content.title());
        parameters.put("text", content.text());
        parameters.put("place", content.place().name());
        parameters.put("address", content.place().address());
        parameters.put("online_link", content.place().onlineLink());
        parameters.put("contact", content.contact().staff());
        parameters.put("contact_phone", content.contact().phone());
        parameters.put("contact_email", content.contact().email());
        parameters.put("capacity", content.capacity());
        parameters.put("waiting_list", content.waitingList());
        parameters.put("visibility", content.visibility());
        parameters.put("segment", content.segmentId());
        parameters.put(
                "needs", content.needs().stream().map(Need::name).sorted().toList());
        return parameters;
    }

    static EventContent content(Row row) {
        var capacity = row.numberOrNull("capacity");
        return new EventContent(
                row.number("kind_id"),
                row.text("title"),
                row.text("text"),
                new EventContent.Place(
                        row.textOrNull("place"), row.textOrNull("address"), row.textOrNull("online_link")),
                new EventContent.Contact(
                        row.numberOrNull("contact_staff"),
                        row.textOrNull("contact_phone"),
                        row.textOrNull("contact_email")),
                capacity == null ? null : Math.toIntExact(capacity),
                row.is("waiting_list"),
                Visibility.valueOf(row.text("visibility")),
                row.numberOrNull("segment_id"),
                row.texts("needs").stream().map(Need::valueOf).collect(Collectors.toUnmodifiableSet()));
    }
}
