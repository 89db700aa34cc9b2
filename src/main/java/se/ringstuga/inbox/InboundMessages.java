package se.ringstuga.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Every text that came, each once. */
@ApplicationScoped
class InboundMessages {

    private static final NamedSql KNOWN =
            NamedSql.of("select id from inbound_message where gateway = :gateway and provider_id = :provider");

    private static final NamedSql ADD = NamedSql.of("""
            insert into inbound_message (organization_id, conversation_id, gateway, provider_id, sender, text, kind, people, received_at)
            values (:organization, :conversation, :gateway, :provider, :sender, :text, 'TEXT', cast(:people as bigint[]), :now)
            returning id""");

    private static final NamedSql KIND = NamedSql.of("update inbound_message set kind = :kind where id = :id");

    private final Sql sql;
    private final Clock clock;

    InboundMessages(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What came of a text. */
    enum Kind {
        /** For a person to read. */
        TEXT,
        STOP,
        START,
        /** To a question that was open. */
        ANSWER
    }

    /** Where a text belongs. */
    record Place(long organizationId, long conversationId) {}

    boolean isKnown(InboundText text) {
        return sql.first(KNOWN, Map.of("gateway", text.gateway(), "provider", text.providerId()), _ -> true)
                .isPresent();
    }

    long add(Place place, InboundText text, List<Consents.Person> people) {
        var parameters = new HashMap<String, Object>(Map.of(
                "organization", place.organizationId(),
                "conversation", place.conversationId(),
                "gateway", text.gateway(),
                "provider", text.providerId(),
                "sender", text.sender(),
                "text", text.text(),
                "now", clock.instant()));
        parameters.put("people", people.stream().map(Consents.Person::id).toList());
        return sql.first(ADD, parameters, row -> row.number("id")).orElseThrow();
    }

    void mark(long id, Kind kind) {
        sql.update(KIND, Map.of("id", id, "kind", kind));
    }
}
