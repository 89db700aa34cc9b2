package se.ringstuga.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.fence.Journal;
import se.ringstuga.fence.JournalEntry;

/**
 * Tells the journal outside of the database what was decided. A person's own decision is written under their id together
 * with each number or address: after a restore the id may be given to somebody else, and others may share the number.
 */
@ApplicationScoped
class JournaledDecisions {

    private static final NamedSql ADDRESSES = NamedSql.of("""
            select o.root_id, p.phone, p.alt_phone, p.email from person p join organization o on o.id = p.organization_id
            where p.id = :person""");

    private final Sql sql;
    private final Suppression suppression;
    private final Journal journal;
    private final Clock clock;

    JournaledDecisions(Sql sql, Suppression suppression, Journal journal, Clock clock) {
        this.sql = sql;
        this.suppression = suppression;
        this.journal = journal;
        this.clock = clock;
    }

    void decided(Consents.Person person, Consents.Topic topic, Consents.Decision decision) {
        if (journal.isKept()) {
            sql.list(ADDRESSES, Map.of("person", person.id()), row -> {
                        var addresses = new ArrayList<@Nullable String>();
                        if (topic.channel() == Channel.EMAIL) {
                            addresses.add(row.textOrNull("email"));
                        } else {
                            addresses.add(row.textOrNull("phone"));
                            addresses.add(row.textOrNull("alt_phone"));
                        }
                        return new Known(row.number("root_id"), addresses);
                    })
                    .forEach(known -> known.addresses().stream()
                            .filter(address -> address != null)
                            .forEach(address -> write(
                                    kind(decision),
                                    topic,
                                    known.rootId(),
                                    Suppression.personal(person.id(), address))));
        }
    }

    private record Known(long rootId, List<@Nullable String> addresses) {}

    void decidedForAll(long rootId, String address, Consents.Topic topic, Consents.Decision decision) {
        write(kind(decision), topic, rootId, address);
    }

    void suppressed(long rootId, Channel channel, String address) {
        write(JournalEntry.Kind.SUPPRESSED, Consents.Topic.any(channel), rootId, address);
    }

    void lifted(long rootId, Channel channel, String address) {
        write(JournalEntry.Kind.LIFTED, Consents.Topic.any(channel), rootId, address);
    }

    private void write(JournalEntry.Kind kind, Consents.Topic topic, long rootId, String subject) {
        journal.append(new JournalEntry(
                clock.instant(),
                kind,
                topic.channel().name(),
                topic.storedPurpose(),
                rootId,
                HexFormat.of().formatHex(suppression.hmac(topic.channel(), subject))));
    }

    private static JournalEntry.Kind kind(Consents.Decision decision) {
        return switch (decision) {
            case GRANTED -> JournalEntry.Kind.GRANTED;
            case WITHDRAWN -> JournalEntry.Kind.WITHDRAWN;
            case CORRECTED -> JournalEntry.Kind.CORRECTED;
        };
    }
}
