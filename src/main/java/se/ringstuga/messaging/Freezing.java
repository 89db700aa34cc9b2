package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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

    private static final String MEANT = """
            with meant as materialized (
              select p.id, p.organization_id, {address} as address, {refusal} as refusal
              from person p where ({base}) and ({wanted})),
            placed as (
              select meant.*, case when refusal is null
                then row_number() over (partition by address, refusal is null order by id) end as place
              from meant),
            decided as (
              select *, coalesce(refusal, case when not :room then 'QUIET_HOURS'
                                               when place > 1 and not :personal then 'SHARED_NUMBER'
                                               when :not_before + (place - 1) * cast(:apart as interval) >= :not_after then 'NO_TIME' end) as reason
              from placed)
            """;

    private static final String FREEZE = MEANT + """
            insert into message (organization_id, root_id, lane_id, source, source_id, occurrence, channel, purpose,
                                 person_organization, person_id, address, state, rank, reason, not_before, not_after, ended_at,
                                 created_at, created_by)
            select :organization, :policy_root, :lane, 'BROADCAST', :broadcast, case when place > 1 then cast(place as text) else '' end,
                   :channel, :purpose, organization_id, id, address, case when reason is null then 'QUEUED' else 'SKIPPED' end,
                   case when reason is null then 10 else 35 end, reason,
                   case when reason is null then :not_before + (place - 1) * cast(:apart as interval) else :not_before end, :not_after,
                   case when reason is not null then :now end, :now, :actor
            from decided on conflict do nothing""";

    private static final String COUNT = MEANT + "select reason, count(*) as people from decided group by reason";

    private final Sql sql;
    private final MessagePolicy policy;

    Freezing(Sql sql, MessagePolicy policy) {
        this.sql = sql;
        this.policy = policy;
    }

    /**
     * Whom and when.
     *
     * @param room false when the quiet hours leave no time before {@code notAfter}
     */
    record Wanted(
            long organizationId,
            Filter filter,
            Channel channel,
            Purpose purpose,
            boolean personal,
            Instant notBefore,
            Instant notAfter,
            boolean room) {}

    /** How many would get it, and how many not by reason; nothing is written. */
    BroadcastAccount count(Wanted wanted, MessagePolicy.Circumstances now) {
        var sum = new BroadcastAccount.Sum();
        sql.list(statement(COUNT, wanted, now), parameters(wanted, now), Counted::of)
                .forEach(row -> sum.add(
                        row.reason() == null ? MessageState.QUEUED : MessageState.SKIPPED,
                        String.valueOf(row.reason()),
                        row.people()));
        return sum.account();
    }

    /** @param where the broadcast, its lane and who approved it */
    int freeze(Wanted wanted, MessagePolicy.Circumstances now, Place where) {
        var parameters = parameters(wanted, now);
        parameters.put("organization", wanted.organizationId());
        parameters.put("lane", where.lane());
        parameters.put("broadcast", where.broadcast());
        parameters.put("channel", wanted.channel());
        parameters.put("purpose", wanted.purpose());
        parameters.put("now", now.at());
        parameters.put("actor", where.actor());
        return sql.update(statement(FREEZE, wanted, now), parameters);
    }

    record Place(long broadcast, long lane, String actor) {}

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
        parameters.put("room", wanted.room());
        parameters.put("not_before", wanted.notBefore());
        parameters.put("not_after", wanted.notAfter());
        parameters.put("apart", APART.toMinutes() + " minutes");
        return parameters;
    }

    private record Counted(@Nullable String reason, long people) {

        static Counted of(Row row) {
            return new Counted(row.textOrNull("reason"), row.number("people"));
        }
    }
}
