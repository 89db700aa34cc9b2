package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import se.ringstuga.accounts.Actor;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.NumberOptOuts;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.gateway.Refusal;
import se.ringstuga.people.DeadAddresses;
import se.ringstuga.people.DeadNumbers;

/**
 * What follows when a provider says that a number has stopped the sender, or that a number or address is none: both hold
 * for everyone who has it. Told at once or in a later event, once or several times, it comes to the same.
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
            where m.id = any (cast(:ids as bigint[])) and m.channel = :channel and m.address is not null
            group by m.root_id, m.address order by m.root_id, m.address""");

    private final Sql sql;
    private final NumberOptOuts optOuts;
    private final DeadNumbers deadNumbers;
    private final DeadAddresses deadAddresses;
    private final RefusedNotices notices;

    Refusals(
            Sql sql,
            NumberOptOuts optOuts,
            DeadNumbers deadNumbers,
            DeadAddresses deadAddresses,
            RefusedNotices notices) {
        this.sql = sql;
        this.optOuts = optOuts;
        this.deadNumbers = deadNumbers;
        this.deadAddresses = deadAddresses;
        this.notices = notices;
    }

    /** A message that was not carried, and why. */
    record Refused(long messageId, Refusal kind) {}

    /**
     * In the transaction that writes the messages' states, before it does: lanes are locked before messages.
     *
     * @param again messages that go back into their lanes in it
     */
    void await(List<Refused> refused, List<Long> again) {
        notices.hold(forGood(refused), again);
    }

    /** In the same transaction, afterwards. */
    void follow(List<Refused> refused) {
        stop(of(Refusal.OPTED_OUT, refused));
        bury(of(Refusal.BAD_NUMBER, refused));
        notices.byEmail(forGood(refused));
    }

    private static Set<Long> forGood(List<Refused> refused) {
        var both = of(Refusal.OPTED_OUT, refused);
        both.addAll(of(Refusal.BAD_NUMBER, refused));
        return both;
    }

    private static Set<Long> of(Refusal kind, List<Refused> refused) {
        return refused.stream()
                .filter(one -> one.kind() == kind)
                .map(Refused::messageId)
                .collect(Collectors.toCollection(TreeSet::new));
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
        if (messages.isEmpty()) {
            return;
        }
        var numbers = dead(Channel.SMS, messages, DeadNumbers.Place::new);
        if (!numbers.isEmpty()) {
            deadNumbers.mark(numbers, Actor.SYSTEM.toString());
        }
        var addresses = dead(Channel.EMAIL, messages, DeadAddresses.Place::new);
        if (!addresses.isEmpty()) {
            deadAddresses.mark(addresses, Actor.SYSTEM.toString());
        }
    }

    private <T> List<T> dead(Channel channel, Set<Long> messages, BiFunction<Long, String, T> place) {
        return sql.list(
                DEAD,
                Map.of("ids", messages, "channel", channel),
                row -> place.apply(row.number("root_id"), row.text("address")));
    }

    private List<DeadNumbers.Place> numbers(NamedSql which, Set<Long> messages) {
        return sql.list(
                which,
                Map.of("ids", messages),
                row -> new DeadNumbers.Place(row.number("root_id"), row.text("address")));
    }
}
