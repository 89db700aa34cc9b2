package se.ringstuga.messaging;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.Row;
import se.ringstuga.preferences.PersonalLinks;
import se.ringstuga.surveys.SentLinks;

/**
 * A locked message that is due.
 *
 * @param sourceId what asked for it, in its {@code source}
 * @param refusal what the policy says against it
 * @param cancelled its broadcast was, while it was out and came back
 * @param closeTo when its number got another SMS that it must keep its distance from, or now where somebody is just calling
 * @param apart whether what else the person or the address gets matters to it
 */
record PickedMessage(
        long id,
        String source,
        long sourceId,
        long person,
        int attempt,
        String address,
        String template,
        @Nullable String subject,
        Instant until,
        @Nullable String refusal,
        boolean cancelled,
        @Nullable Instant closeTo,
        boolean apart,
        boolean paid,
        boolean anyway,
        Purpose purpose,
        Letters.Reader reader,
        Map<String, String> fields) {

    static PickedMessage of(Row row, Channel channel, PersonalLinks personal, SentLinks surveys) {
        var person = row.number("person_id");
        var page = personal.preferences(person);
        var fields = MessageFields.of(row, page);
        var survey = row.numberOrNull("survey_link");
        if (survey != null) {
            fields.put(MessageFields.SURVEY_LINK, surveys.address(survey));
        }
        var purpose = Purpose.valueOf(row.text("purpose"));
        return new PickedMessage(
                row.number("id"),
                row.text("source"),
                row.number("source_id"),
                person,
                row.count("attempt"),
                row.text("address"),
                row.text("template"),
                row.textOrNull("subject"),
                row.instant("not_after"),
                row.textOrNull("refusal"),
                row.is("cancelled"),
                row.instantOrNull("close_to"),
                purpose.isBoundBy(ClaimedMessageSql.apart(channel)),
                row.is("paid"),
                row.is("anyway"),
                purpose,
                new Letters.Reader(MessageFields.language(fields), page, personal.oneClick(person)),
                fields);
    }

    /**
     * Who is written to by one batch. A second message to the same person or address, where that matters to it, stays in line: the
     * next claim counts the first.
     */
    static final class Company {

        private final Set<Long> people = new HashSet<>();
        private final Set<String> addresses = new HashSet<>();

        boolean leavesRoomFor(PickedMessage message) {
            return !message.apart() || (!people.contains(message.person()) && !addresses.contains(message.address()));
        }

        void add(PickedMessage message) {
            people.add(message.person());
            addresses.add(message.address());
        }
    }
}
