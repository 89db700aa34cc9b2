package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.ringstuga.accounts.Actor;
import se.ringstuga.contact.NumberOptOuts;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.gateway.Refusal;
import se.ringstuga.people.DeadNumbers;

/**
 * What follows when a provider says that a number has stopped the sender, or that it is none: both hold for everyone who
 * has it. Told at once or in a later event, once or several times, it comes to the same.
 */
@ApplicationScoped
class Refusals {

    /** Who has stopped a sender has stopped all organizations that use it (rule 21). */
    private static final NamedSql STOPPED = NamedSql.of("""
            select o.root_id, m.address from message m
            join send_lane l on l.id = m.lane_id join sms_sender s on s.id = l.sender_id
            join sms_sender same on same.address = s.address join organization o on o.id = same.organization_id
            where m.id = any (cast(:ids as bigint[]))
            group by o.root_id, m.address order by o.root_id, m.address""");

    private static final NamedSql DEAD = NamedSql.of("""
            select m.root_id, m.address from message m
            where m.id = any (cast(:ids as bigint[])) and m.channel = 'SMS' and m.address is not null
            group by m.root_id, m.address order by m.root_id, m.address""");

    private final Sql sql;
    private final NumberOptOuts optOuts;
    private final DeadNumbers deadNumbers;

    Refusals(Sql sql, NumberOptOuts optOuts, DeadNumbers deadNumbers) {
        this.sql = sql;
        this.optOuts = optOuts;
        this.deadNumbers = deadNumbers;
    }

    /** A message that was not carried, and why. */
    record Refused(long messageId, Refusal kind) {}

    /** In the transaction that writes the messages' states. */
    void follow(List<Refused> refused) {
        var byKind = refused.stream()
                .collect(Collectors.groupingBy(
                        Refused::kind, Collectors.mapping(Refused::messageId, Collectors.toCollection(TreeSet::new))));
        stop(byKind.getOrDefault(Refusal.OPTED_OUT, new TreeSet<>()));
        bury(byKind.getOrDefault(Refusal.BAD_NUMBER, new TreeSet<>()));
    }

    private void stop(Set<Long> messages) {
        if (messages.isEmpty()) {
            return;
        }
        numbers(STOPPED, messages).stream()
                .collect(Collectors.groupingBy(
                        DeadNumbers.Place::phone,
                        TreeMap::new,
                        Collectors.mapping(DeadNumbers.Place::rootId, Collectors.toList())))
                .forEach((phone, roots) -> optOuts.stop(roots, phone, NumberOptOuts.Source.PROVIDER));
    }

    private void bury(Set<Long> messages) {
        if (!messages.isEmpty()) {
            deadNumbers.mark(numbers(DEAD, messages), Actor.SYSTEM.toString());
        }
    }

    private List<DeadNumbers.Place> numbers(NamedSql which, Set<Long> messages) {
        return sql.list(
                which,
                Map.of("ids", messages),
                row -> new DeadNumbers.Place(row.number("root_id"), row.text("address")));
    }
}
