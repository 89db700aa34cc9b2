package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.people.VisiblePeople;

/** The statement by which a message to one person is put in line, whoever asks for it. */
@ApplicationScoped
class MessageInsertion {

    /** The row is there also when the policy says no, so that the answer can be accounted for. */
    private static final String INSERT = """
            with person_sent_to as materialized (
              select p.*, {to} as sent_to, {refusal} as refusal
              from person p
              where p.id = :person and {visible} and (p.restricted_at is null or :administrator)),
            numbered as (select nextval(pg_get_serial_sequence('message', 'id')) as id)
            insert into message (id, organization_id, root_id, lane_id, source, source_id, channel, purpose, person_organization,
                                 person_id, address, template, subject, state, rank, reason, not_before, not_after, beyond_budget, ended_at,
                                 created_at, created_by)
            select n.id, :organization, :root, :lane, :source, coalesce(cast(:source_id as bigint), n.id), :channel, :purpose,
                   p.organization_id, p.id, p.sent_to, :text,
                   cast(:subject as text), case when p.refusal is null then 'QUEUED' else 'SKIPPED' end,
                   case when p.refusal is null then 10 else 35 end, p.refusal, :not_before, :not_after, :beyond_budget,
                   case when p.refusal is not null then :now end, :now, :actor
            from person_sent_to p cross join numbered n
            returning id, reason""";

    /** That one of the person's numbers which is meant, where it is theirs and is sent SMS; otherwise the usual one. */
    private static final String TO =
            "coalesce(case when cast(:to as text) in (p.phone, p.alt_phone) and {own} then :to end, {address})";

    private final Sql sql;
    private final Lanes lanes;
    private final MessagePolicy policy;
    private final Clock clock;

    MessageInsertion(Sql sql, Lanes lanes, MessagePolicy policy, Clock clock) {
        this.sql = sql;
        this.lanes = lanes;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * A message that has been decided on.
     *
     * @param rules of the organization that sends
     * @param administrator whether people with protected data are seen
     * @param sourceId null for a message that is its own source
     * @param to that one of the person's numbers that is meant, if any is
     */
    record Entry(
            SendingRules rules,
            long rootId,
            String actor,
            boolean administrator,
            long lane,
            String source,
            @Nullable Long sourceId,
            Purpose purpose,
            NewMessage message,
            @Nullable String to,
            Instant from,
            Instant until) {}

    /** @param refusal why it is not to be sent; null for what waits */
    record Added(long id, @Nullable String refusal) {

        private static Added of(Row row) {
            return new Added(row.number("id"), row.textOrNull("reason"));
        }
    }

    /** Empty when the organization sees no such person. */
    Optional<Added> add(Entry entry) {
        var now = clock.instant();
        var message = entry.message();
        var parameters = new HashMap<>(policy.parameters(entry.rules().circumstances(entry.rootId(), now)));
        parameters.put("organization", entry.rules().organizationId());
        parameters.put("root", entry.rootId());
        parameters.put("lane", entry.lane());
        parameters.put("source", entry.source());
        parameters.put("source_id", entry.sourceId());
        parameters.put("channel", message.channel());
        parameters.put("purpose", entry.purpose());
        parameters.put("person", message.personId());
        parameters.put("administrator", entry.administrator());
        parameters.put("text", message.text());
        parameters.put("subject", message.subject());
        parameters.put("to", entry.to());
        parameters.put("not_before", entry.from());
        parameters.put("not_after", entry.until());
        parameters.put("beyond_budget", message.beyondBudget(entry.purpose()));
        parameters.put("now", now);
        parameters.put("actor", entry.actor());
        var added = sql.first(sql.statement(insertion(message.channel(), entry.purpose())), parameters, Added::of);
        added.filter(line -> line.refusal() == null).ifPresent(_ -> lanes.expect(entry.lane(), entry.from()));
        return added;
    }

    private static String insertion(Channel channel, Purpose purpose) {
        var to = TO.replace("{own}", channel == Channel.SMS ? ":to ~ :policy_mobile" : "false")
                .replace("{address}", MessagePolicy.address(channel));
        return INSERT.replace("{visible}", VisiblePeople.from(":organization"))
                .replace("{to}", to)
                .replace("{refusal}", MessagePolicy.refusal(channel, purpose, to));
    }
}
