package se.ringstuga.messaging;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.segments.Filter;
import se.ringstuga.segments.Scope;
import se.ringstuga.segments.SegmentSql;

/**
 * Decides who gets a broadcast, in one statement: everybody of the filter is a row, whoever is not to get it with the reason.
 * Of those who share a number one gets a text that is the same for all; a personal text goes to each by name, at least ten
 * minutes apart (rule 22). Who comes first in a household is the same each time it is asked.
 */
@ApplicationScoped
class Freezing {

    private static final Duration APART = Duration.ofMinutes(10);

    private final Sql sql;
    private final MessagePolicy policy;

    Freezing(Sql sql, MessagePolicy policy) {
        this.sql = sql;
        this.policy = policy;
    }

    /** Whom and when. */
    record Wanted(
            long organizationId,
            Filter filter,
            Channel channel,
            Purpose purpose,
            boolean personal,
            BroadcastTimes.Times when) {

        Instant notBefore() {
            return when.from();
        }

        Instant notAfter() {
            return when.until();
        }

        boolean room() {
            return when.noRoom() == null;
        }

        Wanted at(Instant from, Instant until) {
            var moved = new BroadcastTimes.Times(from, until, null, when.noRoom());
            return new Wanted(organizationId, filter, channel, purpose, personal, moved);
        }
    }

    /**
     * People whose text is the same, or who get none.
     *
     * @param reason why they get none
     * @param fields what the text may say of them
     * @param hash of what makes a difference to the text
     */
    record Group(@Nullable String reason, Map<String, String> fields, long hash, long people) {

        /** The same text to so many. */
        Group of(long others) {
            return new Group(reason, fields, hash, others);
        }

        static Group of(Row row) {
            return new Group(row.textOrNull("reason"), fields(row), row.number("hash"), row.number("people"));
        }

        private static Map<String, String> fields(Row row) {
            var fields = MessageFields.of(row);
            FreezingSql.TAGS
                    .splitAsStream(row.text("tags"))
                    .filter(tag -> !tag.isEmpty())
                    .forEach(tag -> fields.put(TemplateFields.tagKey(tag), tag));
            return fields;
        }
    }

    /**
     * Who would get it, and who not and why; nothing is written. Few groups are in memory at the same time.
     *
     * @param used the columns of a person that make a difference to the text
     */
    void count(Wanted wanted, MessagePolicy.Circumstances now, Collection<String> used, Consumer<Group> reader) {
        var parameters = parameters(wanted, now);
        parameters.put("organization", wanted.organizationId());
        sql.each(statement(FreezingSql.count(used), wanted, now), parameters, row -> reader.accept(Group.of(row)));
    }

    /**
     * Writes a message for everybody.
     *
     * @param where the broadcast, its lane and who approved it
     * @return what was set aside for each day, in SEK
     */
    SortedMap<LocalDate, BigDecimal> freeze(
            Wanted wanted, MessagePolicy.Circumstances now, Place where, TextCosts costs) {
        var parameters = parameters(wanted, now);
        parameters.put("organization", wanted.organizationId());
        parameters.put("lane", where.lane());
        parameters.put("broadcast", where.broadcast());
        parameters.put("channel", wanted.channel());
        parameters.put("purpose", wanted.purpose());
        parameters.put("now", now.at());
        parameters.put("actor", where.actor());
        parameters.put("anyway", where.anyway());
        parameters.putAll(costs.parameters());
        var days = new TreeMap<LocalDate, BigDecimal>();
        record Day(LocalDate on, BigDecimal cost) {}
        sql.list(
                        statement(FreezingSql.freeze(costs.used(), costs.exceptional()), wanted, now),
                        parameters,
                        row -> new Day(
                                requireNonNull(row.dateOrNull("paid_on")), requireNonNull(row.decimalOrNull("cost"))))
                .forEach(day -> days.put(day.on(), day.cost()));
        return days;
    }

    /** @param anyway whether each of its messages goes even when nothing is left of the budget */
    record Place(long broadcast, long lane, String actor, boolean anyway) {}

    private NamedSql statement(String text, Wanted wanted, MessagePolicy.Circumstances now) {
        var scope = new Scope(wanted.organizationId(), now.at(), now.zone());
        return sql.statement(text.replace("{address}", MessagePolicy.address(wanted.channel()))
                .replace("{refusal}", MessagePolicy.refusal(wanted.channel(), wanted.purpose()))
                .replace("{base}", SegmentSql.base("base_", scope).sql())
                .replace(
                        "{wanted}",
                        SegmentSql.condition(wanted.filter(), "wanted_", scope).sql()));
    }

    private Map<String, Object> parameters(Wanted wanted, MessagePolicy.Circumstances now) {
        var scope = new Scope(wanted.organizationId(), now.at(), now.zone());
        var parameters = new HashMap<>(policy.parameters(now));
        parameters.putAll(SegmentSql.base("base_", scope).parameters());
        parameters.putAll(
                SegmentSql.condition(wanted.filter(), "wanted_", scope).parameters());
        parameters.put("personal", wanted.personal());
        parameters.put("no_room", wanted.when().noRoom());
        parameters.put("not_before", wanted.notBefore());
        parameters.put("not_after", wanted.notAfter());
        parameters.put("apart", APART.toMinutes() + " minutes");
        return parameters;
    }
}
