package se.ringstuga.reminders;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.CodeMessages;

/**
 * Puts in line what guests are told, at the address that they confirmed for the event. Whoever gave another kind of address than
 * a rule has words for is left to be called.
 */
@ApplicationScoped
class GuestLine {

    /** {@code code_message.source}. */
    static final String SOURCE = "GUEST";

    /** So near the event a reminder goes although nothing is left to pay for it (rule 23). */
    private static final Duration NEAR = Duration.ofHours(24);

    private static final NamedSql ADDRESSES = NamedSql.of("""
            select r.id, s.guest_address from reminder r join sign_up s on s.id = r.guest_id
            where r.id = any (cast(:ids as bigint[]))""");

    private static final NamedSql QUEUED = NamedSql.of("""
            update reminder r set state = 'QUEUED', code_message_id = d.message, changed_at = :now
            from unnest(cast(:ids as bigint[]), cast(:messages as bigint[])) d(id, message) where r.id = d.id""");

    private static final NamedSql UNREACHED = NamedSql.of("""
            update reminder set state = 'UNREACHED', reason = 'NO_ADDRESS', changed_at = :now
            where id = any (cast(:ids as bigint[])) and state = 'PLANNED'""");

    private final CodeMessages codes;
    private final Sql sql;

    GuestLine(CodeMessages codes, Sql sql) {
        this.codes = codes;
        this.sql = sql;
    }

    /** In the caller's transaction and in three statements, however many there are. */
    void put(List<Reminders.Ready> guests, Map<Long, DuePlan> plans, Instant now) {
        if (guests.isEmpty()) {
            return;
        }
        var ids = guests.stream().map(Reminders.Ready::id).toList();
        var addresses = sql
                .list(ADDRESSES, Map.of("ids", ids), row -> Map.entry(row.number("id"), row.text("guest_address")))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        var told = new ArrayList<CodeMessages.Told>();
        for (var guest : guests) {
            var plan = Promotion.plan(plans, guest);
            Optional.ofNullable(addresses.get(guest.id()))
                    .flatMap(address -> told(guest.id(), plan, address, now))
                    .ifPresent(told::add);
        }
        var numbers = codes.put(SOURCE, told);
        var put = List.copyOf(numbers.keySet());
        var messages =
                put.stream().map(numbers::get).map(Objects::requireNonNull).toList();
        sql.update(QUEUED, Map.of("ids", put, "messages", messages, "now", now));
        sql.update(UNREACHED, Map.of("ids", ids, "now", now));
    }

    private static Optional<CodeMessages.Told> told(long id, DuePlan plan, String address, Instant now) {
        var channel = address.contains("@") ? Channel.EMAIL : Channel.SMS;
        var written = plan.rule().texts();
        if (channel == Channel.EMAIL
                ? written.email().isBlank() || written.subject().isBlank()
                : written.sms().isBlank()) {
            return Optional.empty();
        }
        var words = Promotion.words(plan.rule(), false);
        var text = channel == Channel.EMAIL ? words.email() : words.sms();
        var anyway = plan.rule().occasion().tellsOfChange()
                || plan.startsAt().minus(NEAR).isBefore(now);
        return Optional.of(new CodeMessages.Told(
                new CodeMessages.Code(plan.organizationId(), channel, address, words.subject(), text, plan.notAfter()),
                id,
                anyway));
    }
}
